import CaseModel
import Clocks
import Faults
import Testing

@testable import Reporting
@testable import RuleBook

/// Measures counted by hand, a case for each way of counting and each boundary.
@Suite struct CountedMeasureTests {
  /// A check of a rule with its days.
  private static func check(
    _ outcome: Outcome, rule: Int = 1, child: String = "C1", start: String = "2025-03-03",
    due: String = "2025-03-24", done: String = "", flags: FlagSet = []
  ) -> CheckLine {
    func moment(_ text: String) -> Moment {
      text.isEmpty ? .absent : .day(SampleNight.day(text))
    }
    var line = CheckLine(
      child: child, rule: rule, edition: SampleNight.day("2023-12-15"), basis: .statutoryGuidance,
      outcome: outcome)
    (line.start, line.due, line.satisfied) = (moment(start), moment(due), moment(done))
    line.flags = flags
    return line
  }

  private static func counted(
    _ checks: [CheckLine], _ way: MeasureWay, asOf: String = "2026-03-31"
  ) -> [CountedMeasure.Period: Share] {
    var night = NightResult(
      run: "2026-03-31", authority: "999", asOf: .day(SampleNight.day(asOf)))
    night.rules = SampleNight.rules
    night.checks = checks
    night.measures = [
      MeasureDefinition(
        id: "england/m", title: "M", counts: "M.", rules: ["england/icpc", "england/first-review"],
        way: way, otherWay: nil, difference: "", targets: [], published: [],
        place: .init(file: "measures.yaml"))
    ]
    return CountedMeasure.counted(night)[0].own
  }

  private static let usual = MeasureWay(
    unit: .check, numerator: [.met], denominator: [.met, .metLate, .overdue, .notMet], day: .due,
    within: nil, comparesCounts: false)

  @Test("what never happened lowers the rule's share and not one of those that were held")
  func neverHeld() {
    let checks = [
      Self.check(.met, done: "2025-03-24"), Self.check(.metLate, done: "2025-03-28"),
      Self.check(.overdue), Self.check(.due), Self.check(.notRequired), Self.check(.stopped),
      Self.check(.invalid), Self.check(.elapsed),
    ]
    #expect(Self.counted(checks, Self.usual)[.all] == Share(met: 1, decided: 3, unknown: 0))
    var held = Self.usual
    held.denominator = [.met, .metLate]
    #expect(Self.counted(checks, held)[.all] == Share(met: 1, decided: 2, unknown: 0))
  }

  @Test("a year ends with March, and a month is that of the day that decides")
  func periods() {
    var done = Self.usual
    done.day = .done
    let checks = [
      Self.check(.met, due: "2025-03-31", done: "2025-03-31"),
      Self.check(.met, due: "2025-04-02", done: "2025-03-31"),
      Self.check(.metLate, due: "2025-03-31", done: "2025-04-01"),
    ]
    let byDue = Self.counted(checks, Self.usual)
    #expect(byDue[.year(2025)] == Share(met: 1, decided: 2, unknown: 0))
    #expect(byDue[.year(2026)] == Share(met: 1, decided: 1, unknown: 0))
    let byDone = Self.counted(checks, done)
    #expect(byDone[.year(2025)] == Share(met: 2, decided: 2, unknown: 0))
    #expect(byDone[.year(2026)] == Share(met: 0, decided: 1, unknown: 0))
    let april = CountedMeasure.Period.month(Month(of: SampleNight.day("2025-04-15")))
    #expect(byDue[april] == Share(met: 1, decided: 1, unknown: 0))
    #expect(byDone[april] == Share(met: 0, decided: 1, unknown: 0))
  }

  @Test("a date late that a count of working days calls in time is late by date, in time by count")
  func counts() {
    let checks = [Self.check(.metLate, done: "2025-03-29", flags: [.countDisagrees])]
    #expect(Self.counted(checks, Self.usual)[.all] == Share(met: 0, decided: 1, unknown: 0))
    var counting = Self.usual
    counting.comparesCounts = true
    #expect(Self.counted(checks, counting)[.all] == Share(met: 1, decided: 1, unknown: 0))
  }

  @Test("not evaluable and past is a range; not evaluable and still to come is nothing")
  func ranges() {
    let checks = [
      Self.check(.met, done: "2025-03-24"), Self.check(.notEvaluable),
      Self.check(.notEvaluable, due: "2026-05-01"),
    ]
    let share = Self.counted(checks, Self.usual)[.all]
    #expect(share == Share(met: 1, decided: 1, unknown: 1))
    #expect(share?.words == "50% to 100%")
  }

  @Test(
    "a limit of the measure's own counts from the start, its last day among it",
    arguments: [
      ("2025-04-03", Share(met: 1, decided: 1, unknown: 0)),
      ("2025-04-04", Share(met: 0, decided: 1, unknown: 0)),
      ("", Share(met: 0, decided: 1, unknown: 0)),
    ])
  func within(_ done: String, _ share: Share) {
    var way = Self.usual
    way.within = Limit(1, .months)
    let outcome: Outcome = done.isEmpty ? .overdue : .met
    #expect(Self.counted([Self.check(outcome, done: done)], way)[.all] == share)
    #expect(
      Self.counted([Self.check(.due, start: "2026-03-20")], way)[.all]
        == Share(met: 0, decided: 0, unknown: 0))
  }

  @Test("a child counts once, while something runs, and one late check fails it")
  func children() {
    var way = Self.usual
    way.unit = .child
    let good = [
      Self.check(
        .met, rule: 1, child: "A", start: "2025-01-10", due: "2025-04-10", done: "2025-04-01"),
      Self.check(.due, rule: 2, child: "A", start: "2025-10-01", due: "2026-04-01"),
    ]
    let late = [
      Self.check(
        .metLate, rule: 1, child: "B", start: "2025-01-10", due: "2025-04-10", done: "2025-04-11"),
      Self.check(.due, rule: 2, child: "B", start: "2025-10-01", due: "2026-04-01"),
    ]
    let ended = [
      Self.check(
        .met, rule: 1, child: "C", start: "2025-01-10", due: "2025-04-10", done: "2025-04-01"),
      Self.check(.stopped, rule: 2, child: "C", start: "2025-10-01", due: "2026-04-01"),
    ]
    let young = [Self.check(.due, rule: 1, child: "D", start: "2026-02-01", due: "2026-05-01")]
    let earlierPlan = [
      Self.check(
        .metLate, rule: 1, child: "E", start: "2020-01-10", due: "2020-04-10", done: "2020-05-11"),
      Self.check(
        .met, rule: 1, child: "E", start: "2025-01-10", due: "2025-04-10", done: "2025-04-01"),
      Self.check(.due, rule: 2, child: "E", start: "2025-10-01", due: "2026-04-01"),
    ]
    let share = Self.counted(good + late + ended + young + earlierPlan, way)[.all]
    #expect(share == Share(met: 2, decided: 3, unknown: 0))
  }

  @Test("the figure beside a rule is the newest of England in the packs' measures")
  func england() {
    let figure = EnglandFigure.figure(for: "england/assessment", in: SampleNight.measures)
    #expect(figure?.tenths == 857)
    #expect(figure?.year == "year to March 2025")
    #expect(EnglandFigure.figure(for: "england/first-review", in: SampleNight.measures) == nil)
  }
}
