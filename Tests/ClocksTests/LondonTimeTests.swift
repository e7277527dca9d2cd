import Testing

@testable import Clocks

@Suite struct LondonTimeTests {
  @Test("this machine knows London's time")
  func known() {
    #expect(LondonTime.isKnown)
  }

  @Test(
    "each minute of the day around both changes has the offset and the readings of the rule",
    arguments: ReferenceLondon.years)
  func aroundChanges(_ year: Int) {
    let (spring, autumn) = ReferenceLondon.changes(in: year)
    var wrong: [String] = []
    var counts = [0, 0, 0]
    for minutes in [spring - 720..<spring + 720, autumn - 720..<autumn + 720].joined() {
      let instant = Instant(minutes: minutes)
      let offset = ReferenceLondon.offset(atMinutes: minutes, in: year)
      let local = LondonTime.local(of: instant)
      if LondonTime.offset(at: instant) != offset || local.wallMinutes != minutes + offset {
        wrong.append("instant \(minutes)")
      }
      let instants = ReferenceLondon.instants(showing: minutes, in: year)
      let expected: LondonTime.Reading =
        switch instants.count {
        case 0: .never
        case 1: .once(instants[0])
        default: .twice(instants[0], instants[1])
        }
      let wall = LocalMinute(wallMinutes: minutes)
      if LondonTime.reading(of: wall) != expected { wrong.append("wall \(minutes)") }
      counts[instants.count] += 1
    }
    #expect(wrong.isEmpty)
    #expect(counts == [60, 2760, 60], "an hour never happens in spring, one twice in autumn")
  }

  @Test("a moment made from each instant around the autumn change gives that instant back")
  func folds() {
    var wrong: [Int64] = []
    for year in ReferenceLondon.years {
      let change = ReferenceLondon.changes(in: year).autumn
      for minutes in change - 120..<change + 120 {
        let moment = Moment.instant(Instant(minutes: minutes))
        let expected: Moment.Fold =
          minutes < change - 60 || minutes >= change + 60
          ? .unknown : (minutes < change ? .first : .second)
        if moment.fold != expected || moment.instantReadings != [Instant(minutes: minutes)] {
          wrong.append(minutes)
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("a day in London has 23 hours in spring, 25 in autumn and 24 otherwise")
  func lengths() throws {
    let first = try #require(CivilDay(iso: "2010-01-01"))
    var lengths: [Int64: Int] = [:]
    var end = Moment.instants(of: first.adding(days: -1)).upperBound
    for count in 0..<6940 {
      let instants = Moment.instants(of: first.adding(days: count))
      #expect(instants.lowerBound == end.adding(minutes: 1))
      lengths[instants.upperBound.minutes - instants.lowerBound.minutes + 1, default: 0] += 1
      end = instants.upperBound
    }
    #expect(lengths == [1380: 19, 1440: 6902, 1500: 19])
  }

  @Test(
    "limits of hours are elapsed time over both changes",
    arguments: [
      ("2025-03-28T18:00", 72, "2025-03-31T19:00+01:00"),
      ("2025-10-24T18:00", 72, "2025-10-27T17:00+00:00"),
      ("2025-03-29T10:00", 24, "2025-03-30T11:00+01:00"),
      ("2025-10-25T10:00", 24, "2025-10-26T09:00+00:00"),
      ("2025-03-30T00:59", 1, "2025-03-30T02:59+01:00"),
      ("2025-10-26T00:30", 1, "2025-10-26T01:30+01:00"),
      ("2025-10-26T00:30", 2, "2025-10-26T01:30+00:00"),
      ("2025-06-02T10:00", 24, "2025-06-03T10:00+01:00"),
      ("2024-12-31T23:30", 1, "2025-01-01T00:30+00:00"),
    ])
  func hours(_ from: String, _ count: Int, _ to: String) throws {
    let start = try #require(MomentText.read(from)?.instantReadings.first)
    let due = Moment.instant(DueDate.instant(Limit(count, .hours), after: start))
    #expect(due.descriptionWithOffset == to)
  }

  @Test("any number of hours from any half-hour around the changes is so many minutes later")
  func everyHours() {
    var wrong: [Int64] = []
    for year in [2010, 2020, 2025, 2028] {
      let (spring, autumn) = ReferenceLondon.changes(in: year)
      for change in [spring, autumn] {
        for start in stride(from: change - 96 * 60, through: change + 60, by: 30) {
          for count in [1, 24, 72, 96] {
            let due = DueDate.instant(Limit(count, .hours), after: Instant(minutes: start))
            let shown = LondonTime.local(of: due).wallMinutes
            let end = start + Int64(count) * 60
            if due.minutes != end
              || shown != end + ReferenceLondon.offset(atMinutes: end, in: year)
            {
              wrong.append(start)
            }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }
}
