import CaseModel
import Files
import Intake
import RuleBook
import Testing

@testable import Nightly

/// Which exports would answer the rules that the feeds at hand cannot.
@Suite struct AnsweringFormatsTests {
  private static let folders = DataFolders(
    data: Path.folder(Path.folder(Path.folder(#filePath))))

  private let library: RuleLibrary
  private let answering: AnsweringFormats

  init() throws {
    library = try RuleLibrary(Self.folders)
    answering = try AnsweringFormats(library, Self.folders)
  }

  private func answers(
    _ packs: [String], _ changes: [PackChange] = [], beside feeds: [Feed]
  ) throws -> [String: String] {
    let compiled = try library.compiled(packs, changes: changes)
    let answers = answering.answers(compiled, beside: feeds)
    return Dictionary(
      uniqueKeysWithValues: answers.map { (compiled.rules[$0.key].rule.id, $0.value) })
  }

  @Test("what no feed carries, the interchange format can: every rule of every pack")
  func all() throws {
    let packs = try library.packNames()
    #expect(packs.count > 20)
    for pack in packs {
      let compiled = try library.compiled([pack])
      #expect(!compiled.rules.isEmpty, "\(pack)")
      let answers = answering.answers(compiled, beside: [])
      for (index, compiledRule) in compiled.rules.enumerated() {
        let answer = try #require(answers[index], "\(compiledRule.rule.id)")
        #expect(answer.hasSuffix("the interchange format would"), "\(compiledRule.rule.id)")
      }
    }
  }

  @Test(
    "beside a census, a rule names the exports that carry what is missing",
    arguments: [
      ("england/visit-under-plan", "Annex A of the inspection framework (mapping annex-a)"),
      ("england/visit-under-plan", "the Standard Safeguarding Dataset (mapping ssd)"),
      ("england/visit-under-plan", "such as eclipse-example, lcs-example or mosaic-example)"),
      ("police-protection", "a local export (with a mapping such as lcs-example) or the"),
    ])
  func census(_ rule: String, _ words: String) throws {
    let feed = try Feed.capabilities(census: 2026, library.vocabulary)
    let found = try answers(["england", "local-002"], beside: [feed]).filter {
      $0.key.contains(rule)
    }
    #expect(!found.isEmpty)
    #expect(found.values.contains { $0.contains(words) }, "\(found)")
  }

  @Test("what a census carries is not asked of one, and what every census carries names no year")
  func years() throws {
    let old = try Feed.capabilities(census: 2026, library.vocabulary)
    let beside = try answers(["england"], beside: [old])
    #expect(!beside.isEmpty)
    for answer in beside.values {
      #expect(!answer.contains("a children in need census,"))
    }
    let none = try answers(["england"], beside: [])
    #expect(
      none["england/icpc"]
        == "a children in need census, Annex A of the inspection framework (mapping annex-a), the "
        + "Standard Safeguarding Dataset (mapping ssd), a local export (with a mapping such as eclipse-example, lcs-example or mosaic-example) or the "
        + "interchange format would")
    let usual = none.values.filter { $0.hasPrefix("a children in need census") }
    #expect(usual.count > 5)
    #expect(usual.allSatisfy { !$0.contains("2027") })
  }

  @Test("what a census carries from a year on is asked of one from that year on")
  func laterCensus() throws {
    // Pre-proceedings are in a census from 2027 on; the shipped rule about them is switched off.
    let rule = "england/pre-proceedings-length"
    let changes = try [
      "\(rule) switched off =", "\(rule) at most =", "\(rule) starts = preproceedings opened",
      "\(rule) limit = 10 days", "\(rule) met by = pp_letter_sent",
    ].enumerated().map { try PackChange($1, number: $0 + 1) }
    let none = try answers(["england"], changes, beside: [])
    let answer = try #require(none[rule])
    #expect(answer.hasPrefix("a children in need census from 2027 on"), "\(answer)")
    #expect(!answer.contains("census,") && !answer.contains("census or"))
    for year in [2026, 2027] {
      let feed = try Feed.capabilities(census: year, library.vocabulary)
      #expect((try answers(["england"], changes, beside: [feed])[rule] == nil) == (year == 2027))
    }
  }
}
