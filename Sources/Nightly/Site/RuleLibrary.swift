public import CaseModel
public import Clocks
public import Faults
import Files
public import Intake
public import RuleBook
import YAMLReading

/// The words, calendars and packs that a command works with, read from the data folders.
public struct RuleLibrary {
  /// The short texts of the run.
  public let codes: CodeBook
  /// The words.
  public let vocabulary: Vocabulary
  /// The calendars, by name.
  public let calendars: [String: WorkingDayCalendar]
  /// The folder that holds the packs.
  public let folder: String

  /// Reads the words and the calendars.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public init(_ folders: DataFolders, codes: CodeBook = CodeBook()) throws(Fault) {
    self.codes = codes
    folder = try folders.find("Rules")
    let words = Path.join(folder, "vocabulary.yaml")
    vocabulary = try Vocabulary([
      try YAMLReader.read(try SmallFile.text(words), file: "vocabulary.yaml")
    ])
    var calendars: [String: WorkingDayCalendar] = [:]
    for file in try Folder.names(Path.join(folder, "calendars")) where Path.has(file, ending: "csv")
    {
      let path = Path.join(Path.join(folder, "calendars"), file)
      calendars[Path.stem(file)] = try WorkingDayCalendar(
        text: try SmallFile.text(path), name: Path.stem(file), file: file)
    }
    self.calendars = calendars
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

  /// Reads a mapping, by its name in `Mappings` or by its path.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  public func mapping(_ name: String, _ folders: DataFolders) throws(Fault) -> Mapping {
    var path = name
    if !Path.has(name, ending: "yaml") {
      let folder = try folders.find("Mappings")
      path = Path.join(folder, "\(name).yaml")
      guard SmallFile.exists(path) else {
        throw Fault(
          .configuration, "there is no mapping \"\(name)\"",
          next: suggestion(for: name, in: try Folder.names(folder).map(Path.stem)))
      }
    }
    return try Mapping(
      text: try SmallFile.text(path), file: Path.base(path), vocabulary: vocabulary)
  }

  /// Reads and compiles packs, by name or by the path of a folder.
  ///
  /// - Throws: ``Fault`` naming the nearest pack where there is none of a name.
  public func plan(_ packs: [String]) throws(Fault) -> Plan {
    var read: [Pack] = []
    for pack in packs {
      var path = Path.join(folder, pack)
      if !Folder.exists(path), pack.utf8.contains(UInt8(ascii: "/")) { path = pack }
      guard Folder.exists(path) else {
        throw Fault(
          .configuration, "there is no pack \"\(pack)\"",
          next: suggestion(for: pack, in: try packNames()))
      }
      read.append(try PackReader.pack(folder: path, vocabulary: vocabulary))
    }
    return try Plan(packs: read, calendars: calendars, vocabulary: vocabulary, codes: codes)
  }
}
