import Clocks
import Files
import History
import RuleBook
import Testing

@testable import Nightly

@Suite struct FormerNamesTests {
  private static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  private static func finding(_ rule: String) -> RecordedFinding {
    RecordedFinding(
      TonightCheck(
        rule: rule, child: "C1", key: "s47:S1", triggerKind: "s47", outcome: .overdue,
        start: .absent, due: .absent, satisfied: .absent, stopped: .absent))
  }

  @Test(
    "what was found under a former name goes on under the rule's name of today",
    arguments: [
      ("first-conference", "england/first-conference", "england/icpc"),
      ("elsewhere/conference", "elsewhere/conference", "england/icpc"),
      ("first-conference", "england/assessment", "england/assessment"),
    ])
  func renamed(_ was: String, _ before: String, _ now: String) throws {
    let library = try RuleLibrary(DataFolders(data: Self.root))
    let compiled = try library.compiled(
      ["england"], changes: [try PackChange("england/icpc was = \(was)", number: 1)])
    let found = FormerNames(compiled).renamed([Self.finding(before)])
    #expect(found.map(\.rule) == [now])
    #expect(found.map(\.key) == ["s47:S1"])
  }
}
