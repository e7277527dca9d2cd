import Clocks
import RuleBook
import Testing

@testable import Reporting

@Suite("Measures")
struct MeasureTests {
  @Test(
    "A share in words, with its ends rounded outwards and never to 0% or 100%",
    arguments: [
      (0, 0, 0, "no cases yet"), (1, 1, 0, "100%"), (0, 1, 0, "0%"), (1, 2, 0, "50%"),
      (999, 1000, 0, "99%"), (1, 1000, 0, "1%"), (857, 1000, 0, "86%"), (5, 7, 0, "71%"),
      (5, 6, 1, "71% to 86%"), (0, 0, 4, "0% to 100%"), (1, 1, 2, "33% to 100%"),
      (998, 999, 1, "99% to 100%"), (1, 200, 0, "1%"),
    ])
  func words(met: Int, decided: Int, unknown: Int, expected: String) {
    #expect(Share(met: met, decided: decided, unknown: unknown).words == expected)
  }

  @Test("Tenths of a percent, for all small counts, against doubles")
  func tenths() {
    for decided in 1...60 {
      for met in 0...decided {
        let share = Share(met: met, decided: decided, unknown: 3)
        #expect(share.tenths == Int((Double(met) * 1000 / Double(decided)).rounded()))
        #expect(
          share.lowestTenths == Int((Double(met) * 1000 / Double(decided + 3)).rounded()))
        #expect(
          share.highestTenths == Int((Double(met + 3) * 1000 / Double(decided + 3)).rounded()))
      }
    }
    #expect(Share(met: 0, decided: 0, unknown: 0).tenths == nil)
  }

  @Test("Each outcome goes where it belongs, and its month is that of the due date")
  func counts() {
    var night = SampleNight.night(checks: 0)
    let table: [(Outcome, String)] = [
      (.met, "2026-02-10"), (.met, "2026-04-09"), (.metLate, "2026-02-28"),
      (.overdue, "2026-03-01"), (.notMet, "2026-03-02"), (.due, "2026-04-02"),
      (.notEvaluable, "2026-03-31"), (.notEvaluable, "2026-04-01"), (.notEvaluable, ""),
      (.stopped, "2026-03-03"), (.notRequired, ""), (.invalid, ""), (.elapsed, ""),
    ]
    for (outcome, due) in table {
      var check = CheckLine(
        child: "C1", rule: 1, edition: SampleNight.day("2013-04-15"), basis: .statute,
        outcome: outcome)
      check.due = due.isEmpty ? .absent : .day(SampleNight.day(due))
      night.checks.append(check)
    }
    let measures = Measure.measures(of: night)
    #expect(measures.count == night.rules.count)
    #expect(measures[0].share.isEmpty && measures[0].months.isEmpty)
    #expect(measures[1].share == Share(met: 2, decided: 5, unknown: 2))
    #expect(measures[1].counts.total == table.count)
    let months = measures[1].months
    #expect(months.map { $0.month?.description } == ["2026-02", "2026-03", "2026-04", nil])
    #expect(
      months.map(\.share) == [
        Share(met: 1, decided: 2, unknown: 0), Share(met: 0, decided: 2, unknown: 1),
        Share(met: 1, decided: 1, unknown: 0), Share(met: 0, decided: 0, unknown: 1),
      ])
  }

  @Test("Months add up to the whole")
  func months() {
    let measures = Measure.measures(of: SampleNight.night(checks: 700))
    #expect(measures.count { !$0.months.isEmpty } > 3)
    for measure in measures {
      let sum = measure.months.reduce(OutcomeCounts()) { $0 + $1.counts }
      #expect(sum == measure.counts)
      #expect(measure.months.reduce(0) { $0 + $1.share.unknown } == measure.share.unknown)
    }
  }

  @Test(
    "The middle of the days that children lived is the lower of two",
    arguments: [
      ([5], 5), ([9, 1], 1), ([3, 1, 2], 2), ([4, 1, 2, 3], 2),
    ])
  func lived(days: [Int], middle: Int) {
    var night = SampleNight.night(checks: 0)
    for count in days {
      var check = CheckLine(
        child: "C1", rule: 0, edition: SampleNight.day("2013-04-15"), basis: .statute,
        outcome: .metLate)
      check.livedDays = count
      night.checks.append(check)
    }
    #expect(Measure.measures(of: night)[0].livedDays == middle)
  }

  @Test(
    "Months go back over the year's end",
    arguments: [
      (0, "2026-02"), (1, "2026-01"), (2, "2025-12"), (14, "2024-12"), (26, "2023-12"),
    ])
  func earlier(count: Int, expected: String) {
    #expect(Month(of: SampleNight.day("2026-02-28")).earlier(by: count).description == expected)
  }
}
