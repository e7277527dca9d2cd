public import CaseModel
import Clocks
public import Faults
public import Files
import YAMLReading

/// The keys of `pack.yaml`.
enum PackKey: String, CaseIterable {
  case pack
  case title
  case calendar
  case lastChecked = "last checked"
  case topics
  case notes
  case officeHours = "office hours"
}

/// Reads a pack: the folder's `pack.yaml` and its files of rules.
public struct PackReader {
  let vocabulary: Vocabulary
  let folder: String
  /// The pack's name, which is its folder's.
  let name: String
  private var changes: PackChanges

  /// Gives the text of a file by its path.
  private let text: (String) throws(Fault) -> String

  init(
    folder: String, vocabulary: Vocabulary, changes: [PackChange] = [],
    text: @escaping (String) throws(Fault) -> String = SmallFile.text
  ) {
    self.vocabulary = vocabulary
    self.text = text
    self.folder = folder
    name = Path.base(folder)
    self.changes = PackChanges(changes, pack: name)
  }

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
    text: @escaping (String) throws(Fault) -> String = SmallFile.text
  ) throws(Fault) -> Pack {
    var reader = PackReader(
      folder: folder, vocabulary: vocabulary, changes: changes, text: text)
    var diagnostics = Diagnostics(.first)
    let parsed = reader.read(&diagnostics)
    if let first = diagnostics.first { throw first }
    return parsed.pack(parsed.rules.flatMap(\.rules))
  }

  /// All of the pack that can be read.
  mutating func read(_ diagnostics: inout Diagnostics) -> ParsedPack {
    var pack = ParsedPack(name: name)
    pack.head = head(&diagnostics)
    guard let names = diagnostics.read(try Folder.names(folder)) else { return pack }
    let found = names.filter {
      Path.has($0, ending: "yaml") && $0 != "pack.yaml" && $0 != "measures.yaml"
    }
    let topics = pack.head?[.topics]
    pack.files = diagnostics.read(try files(found, in: topics)) ?? found
    for file in pack.files { pack.rules += rules(inFile: file, before: pack.rules, &diagnostics) }
    diagnostics.read(try changes.end())
    if pack.rules.isEmpty, diagnostics.extent == .first { diagnostics.add(empty(for: .first)) }
    if let head = pack.head { readAbout(&pack, head, &diagnostics) }
    if pack.rules.isEmpty, diagnostics.faults.isEmpty { diagnostics.add(empty(for: .all)) }
    if names.contains("measures.yaml") {
      pack.measures = measures(of: pack.rules.flatMap(\.rules), &diagnostics)
    }
    return pack
  }

  // MARK: pack.yaml

  private func head(_ diagnostics: inout Diagnostics) -> KeyedMap<PackKey>? {
    let path = Path.join(folder, "pack.yaml")
    let node = diagnostics.read(
      try changes.head(
        try YAMLReader.read(try text(path), file: shown("pack.yaml"))))
    guard let node, let head = diagnostics.map(node, of: "a pack", keys: PackKey.self) else {
      return nil
    }
    diagnostics.read(try checkName(head))
    return head
  }

  /// Refuses a pack that says another name than its folder has.
  private func checkName(_ head: KeyedMap<PackKey>) throws(Fault) {
    let stated = try head.required(.pack)
    guard try stated.text(as: PackKey.pack.rawValue) == name else {
      throw stated.fault("a pack is named as its folder", next: "write \"pack: \(name)\"")
    }
  }

  /// Reads what `pack.yaml` says of the pack as a whole.
  private func readAbout(
    _ pack: inout ParsedPack, _ head: KeyedMap<PackKey>, _ diagnostics: inout Diagnostics
  ) {
    pack.title = diagnostics.read(try head.requiredText(.title)) ?? ""
    pack.calendar = diagnostics.read(try head.requiredText(.calendar)) ?? ""
    pack.officeHours = diagnostics.read(try officeHours(head)) ?? nil
    let day = diagnostics.read(try RuleReader.day(try head.required(.lastChecked)))
    pack.lastChecked = day?.description ?? ""
    pack.notes = diagnostics.read(try head.text(.notes) ?? "") ?? ""
  }

  private func officeHours(_ head: KeyedMap<PackKey>) throws(Fault) -> OfficeHours? {
    guard let node = head[.officeHours] else { return nil }
    guard let hours = OfficeHours(try node.text(as: PackKey.officeHours.rawValue)) else {
      throw node.fault("office hours are written as \"09:00 to 17:00\"", next: "correct them")
    }
    return hours
  }

  /// The files of rules, in the order of the pack's topics where it has them.
  private func files(_ found: [String], in topics: YAMLNode?) throws(Fault) -> [String] {
    guard let topics else { return found }
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

  // MARK: Rules

  private mutating func rules(
    inFile file: String, before: [ParsedRule], _ diagnostics: inout Diagnostics
  ) -> [ParsedRule] {
    let text = diagnostics.read(try self.text(Path.join(folder, file)))
    guard let text else { return [] }
    let reader = RuleReader(vocabulary: vocabulary, pack: name)
    var rules: [ParsedRule] = []
    for entry in RuleFile.entries(text, file: shown(file), &diagnostics) {
      let id = diagnostics.read("\(name)/\(try entry.key.text(as: "a rule's name"))")
      let node = diagnostics.read(
        try id.map { (id) throws(Fault) in
          try changes.rule(id, entry.value)
        })
      let rule = reader.rule(entry.key, (node ?? nil) ?? entry.value, &diagnostics)
      if diagnostics.extent == .first, isTwin(rule, of: before + rules) {
        // The linter compares ids over all of its packs.
        diagnostics.add(
          entry.key.fault("a rule's name stands once in its pack", next: "rename one of them"))
      }
      rules.append(rule)
    }
    return rules
  }

  private func isTwin(_ rule: ParsedRule, of others: [ParsedRule]) -> Bool {
    others.contains { other in
      other.rules.contains { one in rule.rules.contains { $0.id == one.id } }
    }
  }

  /// The fault of a pack without rules: the loader tells it at the folder, the linter in the file and
  /// only where there is nothing else to tell.
  private func empty(for extent: Diagnostics.Extent) -> Fault {
    let place =
      switch extent {
      case .first: Place(file: "\(Path.base(Path.folder(folder)))/\(name)")
      case .all: Place(file: shown("pack.yaml"), line: 1, column: 1)
      }
    return Fault(
      .configuration, at: place, "a pack holds rules",
      next: "add a file of rules beside pack.yaml")
  }

  /// The measures, of which each names rules that are in use.
  private func measures(
    of rules: [Rule], _ diagnostics: inout Diagnostics
  ) -> [MeasureDefinition] {
    let path = Path.join(folder, "measures.yaml")
    let used = rules.filter { $0.switchedOff == nil && $0.checkpoint == nil }.map(\.id)
    let root = diagnostics.read(
      try YAMLReader.read(try text(path), file: shown("measures.yaml")))
    guard let root else { return [] }
    return MeasuresReader(pack: name, rules: used).measures(root, &diagnostics)
  }

  /// A file of the folder as a message shows it: pack and file, without where the site keeps them.
  private func shown(_ file: String) -> String { "\(name)/\(file)" }
}

/// A file of rules, read whole or rule by rule.
private enum RuleFile {
  /// Each rule's name and keys.
  ///
  /// Where the file as a whole has a slip of layout, the loader is told of it, and the linter of
  /// those in each rule, so that one hides no other.
  static func entries(
    _ text: String, file: String, _ diagnostics: inout Diagnostics
  ) -> [(key: YAMLNode, value: YAMLNode)] {
    let whole: Fault
    do throws(Fault) {
      return try YAMLReader.read(text, file: file).map(of: "a file of rules").entries
    } catch {
      whole = error
    }
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    let before = diagnostics.faults.count
    for block in diagnostics.extent == .all ? blocks(text) : [] {
      let map = diagnostics.read(
        try YAMLReader.read(block, file: file).map(of: "a file of rules"))
      entries += map?.entries ?? []
    }
    if diagnostics.faults.count == before, !hasTwins(entries) { diagnostics.add(whole) }
    return entries
  }

  /// Whether two rules have one name; a check of the linter says so.
  private static func hasTwins(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> Bool {
    for (index, entry) in entries.enumerated() {
      guard let name = entry.key.words else { continue }
      if entries[..<index].contains(where: { $0.key.says(name) }) { return true }
    }
    return false
  }

  /// The parts of a text that begin with a line without an indent, each on the lines that it has in
  /// the text.
  private static func blocks(_ text: String) -> [String] {
    var blocks: [[UInt8]] = []
    var lines = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if startsRule(line) { blocks.append([UInt8](repeating: UInt8(ascii: "\n"), count: lines)) }
      if !blocks.isEmpty { blocks[blocks.count - 1] += Array(line) + [UInt8(ascii: "\n")] }
      lines += 1
    }
    return blocks.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func startsRule(_ line: Substring.UTF8View) -> Bool {
    guard let first = line.first else { return false }
    return ![UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
      .contains(first)
  }
}
