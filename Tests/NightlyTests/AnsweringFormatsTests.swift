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
    answering = try AnsweringFormats(library)
  }

  private func answers(_ packs: [String], beside feeds: [Feed]) throws -> [String: String] {
    let compiled = try library.compiled(packs)
    let answers = answering.answers(compiled, beside: feeds)
    return Dictionary(
      uniqueKeysWithValues: answers.map { (compiled.rules[$0.key].rule.id, $0.value) })
  }

  @Test("what no feed carries, the interchange format can: every rule of every pack")
  func all() throws {
    for pack in try library.packNames() {
      let compiled = try library.compiled([pack])
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
    for answer in try answers(["england"], beside: [old]).values {
      #expect(!answer.contains("a children in need census,"))
    }
    let none = try answers(["england"], beside: [])
    #expect(
      none["england/icpc"]
        == "a children in need census, Annex A of the inspection framework (mapping annex-a), the "
        + "Standard Safeguarding Dataset (mapping ssd), a local export (with a mapping such as eclipse-example, lcs-example or mosaic-example) or the "
        + "interchange format would")
    let wide = none.values.filter { $0.contains("census from 2027 on") }
    #expect(wide.allSatisfy { !$0.contains("census,") && !$0.contains("census or") })
  }
}
