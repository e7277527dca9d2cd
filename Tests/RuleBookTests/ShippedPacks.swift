import CaseModel
import Clocks
import Files
import RuleBook
import YAMLReading

/// The packs, calendars and words of this checkout.
struct ShippedPacks {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  let codes = CodeBook()
  let vocabulary: Vocabulary
  let calendars: [String: WorkingDayCalendar]
  let compiled: CompiledRules

  /// The names of all packs.
  static let names: [String] = {
    let rules = Path.join(root, "Rules")
    let found = (try? Folder.names(rules)) ?? []
    return found.filter { $0 != "calendars" && Folder.exists(Path.join(rules, $0)) }
  }()

  /// Some packs: the national one and two local ones where none is named.
  init(packs names: [String] = ["england", "local-002", "local-004"]) throws {
    let rules = Path.join(ShippedPacks.root, "Rules")
    let words = Path.join(rules, "vocabulary.yaml")
    vocabulary = try Vocabulary([
      try YAMLReader.read(try SmallFile.text(words), file: "vocabulary.yaml")
    ])
    var calendars: [String: WorkingDayCalendar] = [:]
    var files: [CalendarFile] = []
    for file in try Folder.names(Path.join(rules, "calendars")) {
      let text = try SmallFile.text(Path.join(Path.join(rules, "calendars"), file))
      files.append(try CalendarFile(text: text, name: Path.stem(file), file: file))
    }
    // Those that build on another come behind it.
    for file in files.sorted(by: { ($0.basedOn ?? "") < ($1.basedOn ?? "") }) {
      calendars[file.name] = try WorkingDayCalendar(
        file, base: file.basedOn.flatMap { calendars[$0] })
    }
    self.calendars = calendars
    var packs: [Pack] = []
    for name in names {
      packs.append(try PackReader.pack(folder: Path.join(rules, name), vocabulary: vocabulary))
    }
    compiled = try CompiledRules(
      packs: packs, calendars: calendars, vocabulary: vocabulary, codes: codes)
  }
}
