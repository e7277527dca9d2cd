import Faults
import Testing

@testable import RuleBook

/// An edition may start its clock elsewhere than the newest does.
@Suite struct EditionStartTests {
  @Test("each edition counts from its own start")
  func own() throws {
    let shipped = try ShippedPacks(packs: [])
    let folder = try PackLintTests.pack(
      """
      conference:
        title: Conference after an enquiry
        editions:
          - from: 2010-04-01
            until: 2020-12-31
            basis: local procedure
            citation: Procedures of a made-up partnership, page 1
            starts: first concern_received, else s47 opened
          - from: 2021-01-01
            basis: local procedure
            citation: Procedures of a made-up partnership, page 2
        for each: s47
        starts: s47 opened
        limit: 10 days
        met by: icpc_held
        examples:
          - name: in the older edition ten days from the concern
            given:
              - s47 opened 2018-03-05 id S1
              - concern_received 2018-03-01 in S1
              - icpc_held 2018-03-12 in S1
            as of: 2018-12-31
            expect: {due: 2018-03-11, outcome: met late}
          - name: in the newer ten days from the enquiry
            given:
              - s47 opened 2024-03-05 id S1
              - concern_received 2024-03-01 in S1
              - icpc_held 2024-03-12 in S1
            as of: 2024-12-31
            expect: {due: 2024-03-15, outcome: met}

      """)
    let pack = try PackReader.pack(folder: folder, vocabulary: shipped.vocabulary)
    let compiled = try CompiledRules(
      packs: [pack], calendars: shipped.calendars, vocabulary: shipped.vocabulary,
      codes: shipped.codes)
    let results = ExampleRunner.run(compiled, codes: shipped.codes)
    #expect(results.count == 2)
    for result in results { #expect(result.faults.map(\.description) == []) }
  }
}
