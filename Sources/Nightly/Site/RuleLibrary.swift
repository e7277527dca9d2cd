public import CaseModel
public import Clocks
public import Faults
import Files
public import Intake
public import RuleBook
import YAMLReading

/// The words, calendars and packs that a command works with, read from the data folders.
public struct RuleLibrary {
  /// The pack that is meant where none is named: what the law and its guidance ask of everybody.
  public static let nationalPack = "england"

  /// The file of the words, in the folder of the packs.
  static let words = "vocabulary.yaml"

  /// The short texts of the run.
  public let codes: CodeBook
  /// The words.
  public let vocabulary: Vocabulary
  /// The calendars, by name.
  public var calendars: [String: WorkingDayCalendar] { shelf.calendars }
  /// The calendars with what is to be said of them.
  let shelf: CalendarShelf
  /// The folder that holds the packs.
  public let folder: String
  /// Where mappings and templates are looked for.
  let folders: DataFolders
  /// The files that all of it is read from.
  let content = ContentFiles()

  /// Reads the words and the calendars, a site's own words and calendars over the shipped ones.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public init(
    _ folders: DataFolders, calendars: String? = nil, codes: CodeBook = CodeBook()
  ) throws(Fault) {
    self.codes = codes
    self.folders = folders
    folder = try folders.find("Rules")
    var words = [
      try YAMLReader.read(
        try content.text(Path.join(folder, RuleLibrary.words)), file: RuleLibrary.words)
    ]
    if let own = folders.vocabulary {
      words.append(try YAMLReader.read(try content.text(own), file: Path.base(own)))
    }
    vocabulary = try Vocabulary(words)
    shelf = try CalendarShelf(
      shipped: Path.join(folder, "calendars"), own: calendars, content: content)
  }

  /// The names of the packs that are there.
  ///
  /// - Throws: ``Fault`` where the folder cannot be read.
  public func packNames() throws(Fault) -> [String] {
    var names: [String] = []
    for name in try Folder.names(folder) where Folder.exists(Path.join(folder, name)) {
      if name != "calendars" { names.append(name) }
    }
    return names
  }

  /// Reads the list of Acts that a citation may name.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public func acts() throws(Fault) -> KnownActs {
    try KnownActs(
      try YAMLReader.read(try content.text(Path.join(folder, "acts.yaml")), file: "acts.yaml"))
  }

  /// Reads a mapping, by its name in `Mappings` or by its path.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public func mapping(_ name: String) throws(Fault) -> Mapping {
    let path = try path(ofMapping: name)
    return try Mapping(
      text: try content.text(path), file: Path.base(path), vocabulary: vocabulary)
  }

  /// Where a mapping lies: the path that it is named by, or a file of the data folders.
  ///
  /// - Throws: ``Fault`` naming the nearest mapping where there is none of a name.
  func path(ofMapping name: String) throws(Fault) -> String {
    guard !Path.has(name, ending: "yaml") else { return name }
    do throws(Fault) {
      return try folders.find(Path.join("Mappings", "\(name).yaml"))
    } catch {
      let files = try Folder.names(try folders.find("Mappings"))
      throw Fault(
        .configuration, "there is no mapping \"\(name)\"",
        next: suggestion(
          for: name, in: files.filter { Path.has($0, ending: "yaml") }.map(Path.stem)))
    }
  }

  /// Reads and compiles packs, by name or by the path of a folder.
  ///
  /// - Throws: ``Fault`` naming the nearest pack where there is none of a name.
  public func compiled(_ packs: [String]) throws(Fault) -> CompiledRules {
    try compiled(packs, changes: [])
  }

  /// Reads and compiles packs with some of their values changed.
  ///
  /// - Throws: ``Fault`` at the change that names no pack, no rule, no key or no value.
  public func compiled(_ packs: [String], changes: [PackChange]) throws(Fault) -> CompiledRules {
    var read: [Pack] = []
    do throws(Fault) {
      for pack in packs {
        read.append(
          try PackReader.pack(
            folder: try path(ofPack: pack), vocabulary: vocabulary, changes: changes,
            text: content.text))
      }
      try check(changes, in: read)
      return try CompiledRules(
        packs: read, calendars: calendars, vocabulary: vocabulary, codes: codes)
    } catch {
      guard let change = changes.first else { throw error }
      if error.place?.file == PackChange.file {
        throw Fault(.usage, at: error.place, error.rule, next: error.nextStep)
      }
      // The packs are in order without the changes.
      throw Fault(
        .usage, at: change.place,
        "with \(changes.count == 1 ? "this change" : "these changes") a pack is not in order any more (\(error.place.map { "\($0): " } ?? "")\(error.rule))",
        next: error.nextStep)
    }
  }

  /// Compiles rules of this library once more, for another thread.
  ///
  /// - Parameters:
  ///   - rules: the rules.
  ///   - codes: the short texts of that thread.
  /// - Returns: the same rules, which share no reference that is counted while a child is judged.
  /// - Throws: ``Fault`` as the first compilation.
  func compiled(_ rules: CompiledRules, codes: CodeBook) throws(Fault) -> CompiledRules {
    try CompiledRules(
      packs: rules.packs, calendars: calendars, vocabulary: vocabulary, codes: codes)
  }

  /// Where a pack lies: a folder of the packs' folder, or the path that it is named by.
  ///
  /// - Throws: ``Fault`` naming the nearest pack where there is none of a name.
  func path(ofPack pack: String) throws(Fault) -> String {
    var path = Path.join(folder, pack)
    if !Folder.exists(path), pack.utf8.contains(UInt8(ascii: "/")) { path = pack }
    guard Folder.exists(path) else {
      throw Fault(
        .configuration, "there is no pack \"\(pack)\"",
        next: suggestion(for: pack, in: try packNames()))
    }
    return path
  }

  /// Refuses changes of packs that are not used, and of a pack's calendar to one that is not there.
  private func check(_ changes: [PackChange], in packs: [Pack]) throws(Fault) {
    for change in changes {
      guard packs.contains(where: { $0.name == change.pack }) else {
        throw Fault(
          .usage, at: change.place, "no pack \"\(change.pack)\" is used",
          next: suggestion(for: change.pack, in: packs.map(\.name)))
      }
      guard change.rule == nil, change.keys[0].word == "calendar",
        let value = change.value, case .text(let name) = value.content, calendars[name] == nil
      else { continue }
      throw Fault(
        .usage, at: value.place, "\"\(name)\" is no calendar",
        next: suggestion(for: name, in: calendars.keys))
    }
  }
}
