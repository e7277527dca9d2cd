import Intake
import Testing

/// The day in the name of a file, as people and systems write it.
@Suite struct FileNameDayTests {
  @Test(
    "a day is read with the year first or last, in figures or with the month's name",
    arguments: [
      ("lcs-referrals-2026-03-31.csv", "2026-03-31 0"), ("referrals_20260331.csv", "2026-03-31 0"),
      ("lcs-enquiries-30-11-2026.csv", "2026-11-30 0"), ("x 31.03.2026.csv", "2026-03-31 0"),
      ("x_31_03_2026.xlsx", "2026-03-31 0"), ("x_31032026.csv", "2026-03-31 0"),
      ("x-1-4-2026.csv", "2026-04-01 0"), ("plans 31-Mar-2026.csv", "2026-03-31 0"),
      ("plans 5 September 2026.csv", "2026-09-05 0"), ("plans 2026-mar-31.csv", "2026-03-31 0"),
      ("ssd_20260331120115.csv", "2026-03-31 120115"),
      ("ssd_202603311201.csv", "2026-03-31 120100"),
      ("x-2026-03-31T12-01-15.csv", "2026-03-31 120115"),
      ("x_2026-03-31_1201.csv", "2026-03-31 120100"),
      ("x 2026.03.31 12.01.csv", "2026-03-31 120100"),
      ("2026-03-31 (2).csv", "2026-03-31 0"), ("x-2026-03-31-2.csv", "2026-03-31 0"),
      ("from-2026-03-01-to-2026-03-31.csv", "2026-03-31 0"), ("x-04-03-2026.csv", "2026-03-04 0"),
    ])
  func read(_ name: String, _ expected: String) {
    let found = FileNameDay(name).map { "\($0.day) \($0.time)" }
    #expect(found == expected)
  }

  @Test(
    "what is no day, or has another digit beside it, is none",
    arguments: [
      "lcs.csv", "x-2026-02-30.csv", "x-31-13-2026.csv", "x-12-31-2026.csv", "x-2026-3-31.csv",
      "x-120260331.csv", "x-202603311260.csv", "x-20260331246060.csv", "x-31-03-26.csv",
      "x-31-03_2026.csv", "x-99999999.csv", "x-2026-03.csv", "1-2-20261.csv", "31-Foo-2026.csv",
    ])
  func none(_ name: String) {
    #expect(FileNameDay(name) == nil)
  }

  @Test("two nights of one list differ in the day and the time alone")
  func rest() {
    let names = ["ssd_plans_20260331120115_v2.csv", "ssd_plans_20260401000001_v2.csv"]
    #expect(Set(names.map { FileNameDay($0)?.rest }).count == 1)
    #expect(FileNameDay("ssd_visits_20260331120115_v2.csv")?.rest != FileNameDay(names[0])?.rest)
  }
}
