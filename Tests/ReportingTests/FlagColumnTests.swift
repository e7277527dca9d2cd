import Testing

@testable import Reporting
@testable import RuleBook

@Suite struct FlagColumnTests {
  @Test("every flag stands in a run's CSV, in its JSON and among the notes of its pages")
  func all() throws {
    var night = SampleNight.night()
    let index = try #require(night.checks.firstIndex { $0.outcome == .overdue })
    for flag in Flag.allCases { night.checks[index].flags.insert(flag) }
    let words = Flag.allCases.map(\.word)
    #expect(words.count == 15)

    let check = night.checks[index]
    let column = try #require(CSVColumn.named("flags"))
    guard case .text(let text) = column.field(check, night.rules[check.rule], "") else {
      Issue.record("the column is text")
      return
    }
    #expect(text == words.joined(separator: " "))

    let results = ResultsFile(
      audience: .team, night: night, measures: [], counted: [], pseudonyms: [:])
    let json = String(decoding: results.bytes, as: UTF8.self)
    #expect(json.contains("[\(words.map { "\"\($0)\"" }.joined(separator: ","))]"))

    #expect(check.notes.count == words.count)
    #expect(Set(check.notes).count == words.count)
    for word in words { #expect(DataDictionary.flags.contains("| `\(word)` |")) }
  }
}
