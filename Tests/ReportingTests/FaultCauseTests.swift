import CaseModel
import Testing

@testable import Reporting

/// Which faults are one cause, and how often it counts.
@Suite struct FaultCauseTests {
  private static let places = FaultCause.systematicFrom

  private func fault(
    _ identifier: String = "date-unreadable", _ severity: DataIssue.Severity = .hindering,
    in file: String = "visits.csv", line: Int, _ summary: String = "a visit has a date",
    next nextStep: String = "correct it"
  ) -> FaultLine {
    FaultLine(
      identifier: identifier, severity: severity, file: file, line: line, column: 3,
      otherPlace: "", summary: summary, nextStep: nextStep)
  }

  private func causes(_ faults: [FaultLine]) -> [FaultCause] {
    var night = SampleNight.night(checks: 0)
    night.faults = faults
    return FaultCause.causes(of: night)
  }

  @Test("a fault in one row less than that is counted row by row; in as many it is one")
  func threshold() {
    let few = causes((1..<Self.places).map { fault(line: $0) })
    #expect(few.map(\.weight) == [Self.places - 1])
    #expect(few.map(\.isSystematic) == [false])
    let many = causes((0..<Self.places).map { fault(line: $0) })
    #expect(many.map(\.weight) == [1])
    #expect(many.map(\.places.count) == [Self.places])
    #expect(many.map(\.file) == ["visits.csv"])
  }

  @Test("rows of two files, of two harms and of two next steps have causes of their own")
  func apart() {
    let half = Self.places - 1
    let rows = (0..<half).map { fault(line: $0) }
    for other in [
      (0..<half).map { fault(in: "plans.csv", line: $0) },
      (0..<half).map { fault("date-unreadable", .harmful, line: $0) },
      (0..<half).map { fault("date-missing", line: $0, "a visit has no date") },
    ] {
      #expect(causes(rows + other).allSatisfy { !$0.isSystematic })
    }
  }

  @Test("what stands in several words in one file is one cause, the most frequent words first")
  func words() {
    let found = causes(
      (0..<6).map { fault(line: $0, "a core group has a date") }
        + (0..<14).map { fault(line: 100 + $0) }
        + [fault(in: "plans.csv", line: 7)])
    #expect(
      found.map(\.summary) == [
        "A visit has a date. A core group has a date.", "A visit has a date.",
      ])
    #expect(found.map(\.weight) == [1, 1])
    #expect(found.map(\.isSystematic) == [true, false])
    #expect(found[0].places.count == 20)
  }

  @Test("faults of no file are never systematic")
  func noFile() {
    #expect(causes((0..<50).map { fault(in: "", line: $0) }).map(\.weight) == [50])
  }

  @Test("the most harmful stand first, then the most frequent")
  func order() {
    let found = causes(
      (0..<30).map { fault(line: $0) } + [fault("twice", .harmful, line: 4)]
        + (0..<2).map { fault("lost", .harmful, line: $0) })
    #expect(found.map(\.identifier) == ["lost", "twice", "date-unreadable"])
  }
}
