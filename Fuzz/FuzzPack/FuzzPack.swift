import CaseModel
import Clocks
import Faults
import Files
import Glibc
import YAMLReading

@testable import RuleBook

/// What packs are held against, read once, and the folder that the input is written to.
private struct Bench {
  let vocabulary: Vocabulary
  let calendars: [String: WorkingDayCalendar]
  let acts: KnownActs
  let codes = CodeBook()
  let folder: String
  let national: String

  init() throws(Fault) {
    let root = Path.folder(Path.folder(Path.folder(#filePath)))
    let rules = Path.join(root, "Rules")
    func node(_ name: String) throws(Fault) -> YAMLNode {
      try YAMLReader.read(try SmallFile.text(Path.join(rules, name)), file: name)
    }
    vocabulary = try Vocabulary([try node("vocabulary.yaml")])
    acts = try KnownActs(try node("acts.yaml"))
    let file = "england-and-wales.csv"
    let text = try SmallFile.text(Path.join(rules, "calendars/\(file)"))
    calendars = [
      "england-and-wales": try WorkingDayCalendar(
        try CalendarFile(text: text, name: "england-and-wales", file: file), base: nil)
    ]
    national = Path.join(root, "Tests/RuleBookTests/SoundPacks/national")
    // `run.sh` starts it beside its own build folder.
    folder = ".build/written/fuzz"
    _ = mkdir(Path.folder(folder), 0o700)
    _ = mkdir(folder, 0o700)
  }
}

nonisolated(unsafe) private let bench: Bench = {
  do { return try Bench() } catch { fatalError("\(error)") }
}()

private let head =
  "pack: fuzz\ntitle: Fuzz\ncalendar: england-and-wales\nlast checked: 2026-01-01\n"
private let rules = """
  one:
    title: One
    editions: [{from: 2015-03-26, basis: practice, citation: None}]
    for each: s47
    limit: 3 days
    met by: icpc_held

  """

/// Reads a pack, judges its examples, says its sentences and looks at it as `duly rules lint` does.
///
/// A first byte `H` makes the rest `pack.yaml` beside a rule in order; else all of it is a file of
/// rules beside a head in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let input = Array(UnsafeRawBufferPointer(start: start, count: count))
  let isHead = input.first == UInt8(ascii: "H")
  do {
    try SmallFile.write(
      isHead ? Array(input.dropFirst()) : Array(head.utf8),
      to: Path.join(bench.folder, "pack.yaml"))
    try SmallFile.write(
      isHead ? Array(rules.utf8) : input, to: Path.join(bench.folder, "rules.yaml"))
  } catch { fatalError("\(error)") }
  var isSound = false
  do {
    let pack = try PackReader.pack(folder: bench.folder, vocabulary: bench.vocabulary)
    let compiled = try CompiledRules(
      packs: [pack], calendars: bench.calendars, vocabulary: bench.vocabulary, codes: bench.codes)
    isSound = true
    for compiledRule in compiled.rules {
      let sentence = RuleSentences.text(compiledRule, vocabulary: bench.vocabulary)
      precondition(!sentence.isEmpty, "a rule without a sentence")
    }
    _ = ExampleVerdict.all(of: compiled, codes: bench.codes)
  } catch {
    precondition(!error.rule.isEmpty && !error.nextStep.isEmpty, "a refusal without words")
  }
  let shelf = PackLint.Shelf(
    vocabulary: bench.vocabulary, calendars: bench.calendars, acts: bench.acts, codes: bench.codes)
  if let day = CivilDay(iso: "2026-06-01"),
    let lint = try? PackLint(
      folders: [bench.folder], others: [bench.national], shelf: shelf, today: day)
  {
    precondition(isSound || lint.faults > 0, "a refused pack that is in order")
  }
  return 0
}
