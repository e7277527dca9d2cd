import Faults
import Testing

@testable import RuleBook

/// What a condition on a process says where there is none, one or several.
@Suite struct ProcessConditionTests {
  private static let head = """
    conference:
      title: Conference after an enquiry
      editions:
        - from: 2010-04-01
          basis: local procedure
          citation: Procedures of a made-up partnership, page 1
      for each: s47
      if: CONDITION
      limit: 10 days
      met by: icpc_held
      examples:
        - name: the case
          given:
            - s47 opened 2024-03-05 id S1
            - icpc_held 2024-03-12 in S1

    """

  @Test(
    "a condition on a process",
    arguments: [
      ("order is closed", [], "not required"),
      ("order is closed", ["feed lacks order_made"], "not evaluable"),
      ("order is closed", ["order opened 2024-01-01 id O1"], "not required"),
      ("order is closed", ["order opened 2024-06-01 id O1"], "not required"),
      (
        "order is closed", ["order opened 2024-01-01 id O1", "order O1 closed 2024-02-01"], "met"
      ),
      (
        "order is closed",
        [
          "order opened 2024-01-01 id O1", "order O1 closed 2024-02-01",
          "order opened 2024-02-01 id O2",
        ], "not required"
      ),
      ("order open for more than 10 days", [], "not required"),
      ("order open for more than 10 days", ["feed lacks order_made"], "not evaluable"),
      ("order open for more than 10 days", ["order opened 2024-01-01 id O1"], "met"),
      ("order open for more than 10 days", ["order opened 2024-03-01 id O1"], "not required"),
      (
        "order open for more than 10 days",
        ["order opened 2024-01-01 id O1", "order opened 2024-03-01 id O2"], "not evaluable"
      ),
    ])
  func condition(_ condition: String, _ facts: [String], _ outcome: String) throws {
    let shipped = try ShippedPacks(packs: [])
    let facts = facts.map { "        - \($0)\n" }.joined()
    let body =
      Self.head.replacing("CONDITION", with: condition) + facts
      + "      as of: 2024-12-31\n      expect: {outcome: \(outcome)}\n"
    let folder = try PackLintTests.pack(body)
    let pack = try PackReader.pack(folder: folder, vocabulary: shipped.vocabulary)
    let compiled = try CompiledRules(
      packs: [pack], calendars: shipped.calendars, vocabulary: shipped.vocabulary,
      codes: shipped.codes)
    let results = ExampleRunner.run(compiled, codes: shipped.codes)
    #expect(results.count == 1)
    for result in results { #expect(result.faults.map(\.description) == []) }
  }
}
