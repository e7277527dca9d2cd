import CaseModel
import Clocks
import Faults
import Files
import Glibc
import Intake
import RuleBook
import YAMLReading

/// Counts what packs and judging add to reading a census.
///
/// With `packs` it reads packs of rules beside the census, with `judge` it judges by them too. No
/// row is written, so that the differences in instructions are what packs and judging cost.
///
/// The census is read in this very process, or by a worker where the environment names one (`WORKER`).
///
/// `JudgingCost intake|packs|judge CENSUS RULES PACK…`
@main struct JudgingCost {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count > 3, ["intake", "packs", "judge"].contains(arguments[0]) else {
      print("usage: JudgingCost intake|packs|judge CENSUS RULES PACK…")
      exit(64)
    }
    do {
      try run(
        isJudged: arguments[0] == "judge", census: arguments[1], rules: arguments[2],
        packs: arguments[0] == "intake" ? [] : Array(arguments[3...]))
    } catch {
      print(error)
      exit(70)
    }
  }

  private static func run(
    isJudged: Bool, census: String, rules: String, packs: [String]
  ) throws(Fault) {
    let codes = CodeBook()
    let vocabulary = try Vocabulary([
      try YAMLReader.read(
        try SmallFile.text(Path.join(rules, "vocabulary.yaml")), file: "vocabulary.yaml")
    ])
    var files: [CalendarFile] = []
    for file in try Folder.names(Path.join(rules, "calendars")) {
      files.append(
        try CalendarFile(
          text: try SmallFile.text(Path.join(rules, "calendars/\(file)")), name: Path.stem(file),
          file: file))
    }
    var calendars: [String: WorkingDayCalendar] = [:]
    for file in files.sorted(by: { ($0.basedOn ?? "") < ($1.basedOn ?? "") }) {
      calendars[file.name] = try WorkingDayCalendar(
        file, base: file.basedOn.flatMap { calendars[$0] })
    }
    var read: [Pack] = []
    for pack in packs {
      read.append(try PackReader.pack(folder: Path.join(rules, pack), vocabulary: vocabulary))
    }
    let compiled = try CompiledRules(
      packs: read, calendars: calendars, vocabulary: vocabulary, codes: codes)
    let sink = JudgingSink(compiled: isJudged ? compiled : nil)
    let worker = getenv("WORKER").map { String(cString: $0) }
    let reader = FeedReader(
      vocabulary: vocabulary, codes: codes, confinement: worker.map { Confinement(program: $0) })
    var opened = FileTable()
    _ = try reader.read(
      FeedReader.Request(name: "census", paths: [census]), feedIndex: 0, files: &opened, into: sink)
    print("\(sink.children) children, \(sink.checks) checks, \(compiled.rules.count) rules")
  }
}
