import CaseModel
import Clocks
import Testing

@testable import RuleBook

/// What is explained of a check agrees with how it was judged.
@Suite struct ExplanationTests {
  /// The checks of the only rule of a pack for its only example, with the judge and the record.
  private static func judged(_ rule: String) throws -> JudgedExample {
    let shipped = try ShippedPacks(packs: [])
    let folder = try PackLintTests.pack(rule)
    let pack = try PackReader.pack(folder: folder, vocabulary: shipped.vocabulary)
    let compiled = try CompiledRules(
      packs: [pack], calendars: shipped.calendars, vocabulary: shipped.vocabulary,
      codes: shipped.codes)
    let example = try #require(compiled.rules[0].rule.examples.first)
    return try JudgedExample(example, rule: 0, compiled, codes: shipped.codes)
  }

  @Test("an edition that counts by another calendar than the newest is explained by its own")
  func calendar() throws {
    let judged = try Self.judged(
      """
      conference:
        title: Conference after an enquiry
        editions:
          - from: 2010-04-01
            until: 2020-12-31
            basis: local procedure
            citation: Procedures of a made-up partnership, page 1
          - from: 2021-01-01
            basis: local procedure
            citation: Procedures of a made-up partnership, page 2
            calendar: scotland
        for each: s47
        limit: 5 working days
        met by: icpc_held
        examples:
          - name: over Easter, whose Monday is a holiday in England and not in Scotland
            given:
              - s47 opened 2018-03-29 id S1
              - icpc_held 2018-04-09 in S1
            as of: 2018-12-31
            expect: {due: 2018-04-09, outcome: met}

      """)
    let check = try #require(judged.checks.first)
    #expect(check.due.description == "2018-04-09")
    let explanation = CheckExplanation(
      check, of: judged.record, by: judged.judge, CheckExplainer(judged.judge))
    #expect(explanation.calendar == "england-and-wales")
    #expect(explanation.workingDays == 5)
    let named = explanation.notCounted.map(\.name)
    #expect(named == ["Good Friday", "Saturday", "Sunday", "Easter Monday", "Saturday", "Sunday"])
    let sentences = explanation.sentences.joined(separator: " ")
    for name in ["Good Friday", "Easter Monday"] { #expect(sentences.contains(name)) }
  }

  private static func circulation(_ metBy: String) -> String {
    """
    circulation:
      title: Record of a conference
      editions:
        - from: 2010-04-01
          basis: local procedure
          citation: Procedures of a made-up partnership, page 1
      for each: icpc_held
      limit: 10 days
      met by: conference_record_circulated\(metBy)
      examples:
        - name: never to health
          given:
            - feed carries icpc_held with complete lists
            - s47 opened 2018-03-01 id S1
            - icpc_held 2018-03-05 in S1 attended by police, health
            - conference_record_circulated 2018-02-01 in S1 sent to police
          as of: 2018-12-31
          expect: {due: 2018-03-15, outcome: overdue}

    """
  }

  @Test(
    "only a rule that names recipients says whom nothing reached, by its own list of them",
    arguments: [
      (" also before the start to all who attended", ["health"]),
      (" also before the start to each of [health, police]", ["health"]),
      (" also before the start to each of [police, health]", ["health"]),
      (" to each of [health]", ["health"]),
    ])
  func recipients(metBy: String, unserved: [String]) throws {
    let judged = try Self.judged(Self.circulation(metBy))
    let check = try #require(judged.checks.first)
    #expect(check.outcome == .overdue)
    let outcome = try #require(
      CheckExplainer(judged.judge).sentences(check, of: judged.record)
        .first { $0.contains("overdue") })
    let vocabulary = judged.judge.compiled.vocabulary
    let names = try unserved.map { word in
      "the \(try #require(vocabulary.role(word).flatMap { vocabulary[$0] }).name)"
    }
    #expect(outcome.contains(" for ") == !names.isEmpty, "\(outcome)")
    for name in names { #expect(outcome.contains(" for \(name): "), "\(outcome)") }
  }
}
