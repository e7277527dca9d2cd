public import CaseModel
import Clocks
public import Faults
public import Files
import YAMLReading

/// Reads a pack: the folder's `pack.yaml` and its files of rules.
public enum PackReader {
  /// The pack in a folder, with what is changed of it.
  ///
  /// - Parameters:
  ///   - folder: where the pack lies.
  ///   - vocabulary: the words.
  ///   - changes: what is changed; those of other packs are passed over.
  ///   - text: gives the text of a file by its path.
  /// - Returns: the pack.
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public static func pack(
    folder: String, vocabulary: Vocabulary, changes: [PackChange] = [],
    text: (String) throws(Fault) -> String = SmallFile.text
  ) throws(Fault) -> Pack {
    let name = Path.base(folder)
    var changes = PackChanges(changes, pack: name)
    let headPath = Path.join(folder, "pack.yaml")
    let head = try changes.head(
      try YAMLReader.read(try text(headPath), file: shown(headPath))
    ).map(of: "a pack")
    try head.allow(only: keys)
    try checkName(head, name)
    let reader = RuleReader(vocabulary: vocabulary, pack: name)
    var rules: [Rule] = []
    for file in try files(folder, head) {
      let path = Path.join(folder, file)
      let root = try YAMLReader.read(try text(path), file: shown(path))
      for entry in try root.map(of: "a file of rules").entries {
        let id = "\(name)/\(try entry.key.text(as: "a rule's name"))"
        let found = try reader.rules(entry.key, try changes.rule(id, entry.value))
        guard !rules.contains(where: { rule in found.contains { $0.id == rule.id } }) else {
          throw entry.key.fault("a rule's name stands once in its pack", next: "rename one of them")
        }
        rules += found
      }
    }
    try changes.end()
    guard !rules.isEmpty else {
      throw Fault(
        .configuration, at: Place(file: shown(folder)), "a pack holds rules",
        next: "add a file of rules beside pack.yaml")
    }
    return Pack(
      name: name, title: try head.requiredText("title"),
      calendar: try head.requiredText("calendar"),
      officeHours: try officeHours(head), lastChecked: try lastChecked(head),
      notes: try head.text("notes") ?? "", rules: rules,
      measures: try measures(folder, name, rules, text))
  }

  /// The measures of a pack, whose file may be absent.
  static func measures(
    _ folder: String, _ name: String, _ rules: [Rule], _ text: (String) throws(Fault) -> String
  ) throws(Fault) -> [MeasureDefinition] {
    guard try Folder.names(folder).contains("measures.yaml") else { return [] }
    let path = Path.join(folder, "measures.yaml")
    let used = rules.filter { $0.switchedOff == nil && $0.checkpoint == nil }.map(\.id)
    return try MeasuresReader(pack: name, rules: used).measures(
      try YAMLReader.read(try text(path), file: shown(path)))
  }

  /// The keys of `pack.yaml`.
  static let keys = [
    "pack", "title", "calendar", "last checked", "topics", "notes", "office hours",
  ]

  /// Refuses a pack that says another name than its folder has.
  static func checkName(_ head: YAMLMap, _ name: String) throws(Fault) {
    let stated = try head.required("pack")
    guard try stated.text(as: "pack") == name else {
      throw stated.fault("a pack is named as its folder", next: "write \"pack: \(name)\"")
    }
  }

  /// The files of rules, in the order of the pack's topics where it has them.
  static func files(_ folder: String, _ head: YAMLMap) throws(Fault) -> [String] {
    let found = try Folder.names(folder).filter {
      Path.has($0, ending: "yaml") && $0 != "pack.yaml" && $0 != "measures.yaml"
    }
    guard let topics = head["topics"] else { return found }
    var files: [String] = []
    for topic in try topics.list(of: "topics, a file of rules each") {
      let name = "\(try topic.text(as: "a topic")).yaml"
      guard found.contains(name) else {
        throw topic.fault(
          "a topic is a file of rules beside pack.yaml", next: suggestion(for: name, in: found))
      }
      files.append(name)
    }
    for file in found where !files.contains(file) {
      throw topics.fault(
        "\(file) is in none of the pack's topics", next: "add \(Path.stem(file)) to the topics")
    }
    return files
  }

  static func officeHours(_ head: YAMLMap) throws(Fault) -> OfficeHours? {
    guard let node = head["office hours"] else { return nil }
    guard let hours = OfficeHours(try node.text(as: "office hours")) else {
      throw node.fault("office hours are written as \"09:00 to 17:00\"", next: "correct them")
    }
    return hours
  }

  static func lastChecked(_ head: YAMLMap) throws(Fault) -> String {
    let day = try RuleReader.day(try head.required("last checked"))
    return day.description
  }

  /// A path as a message shows it: pack and file, without where the site keeps them.
  static func shown(_ path: String) -> String {
    "\(Path.base(Path.folder(path)))/\(Path.base(path))"
  }
}
