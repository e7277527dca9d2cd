import Testing

@testable import Clocks

@Suite struct MomentTests {
  @Test("a moment is eight bytes")
  func size() {
    #expect(MemoryLayout<Moment>.size == 8)
    #expect(MemoryLayout<Moment>.stride == 8)
  }

  @Test(
    "every ISO form is read, seconds are cut off and offsets become London's time",
    arguments: [
      ("2025-03-31", "2025-03-31"), ("2025-03-31T19:00", "2025-03-31T19:00"),
      ("2025-03-31 19:00", "2025-03-31T19:00"), ("2025-03-31T19:00:59", "2025-03-31T19:00"),
      ("2025-03-31T19:00:59.999999", "2025-03-31T19:00"),
      ("2025-03-31T00:00", "2025-03-31T00:00"), ("2025-03-31T23:59", "2025-03-31T23:59"),
      ("2025-03-31T19:00Z", "2025-03-31T20:00"), ("2025-01-31T19:00Z", "2025-01-31T19:00"),
      ("2025-03-31T19:00:30Z", "2025-03-31T20:00"),
      ("2025-03-31T19:00:30.5+01:00", "2025-03-31T19:00"),
      ("2025-03-31T23:30-05:00", "2025-04-01T05:30"),
      ("2025-01-01T00:30+05:30", "2024-12-31T19:00"),
      ("2025-01-01T00:30+14:00", "2024-12-31T10:30"),
      ("2025-01-01T00:30-12:00", "2025-01-01T12:30"),
      ("2025-03-30T01:30", "2025-03-30T01:30"), ("2025-10-26T01:30", "2025-10-26T01:30"),
      ("2024-02-29", "2024-02-29"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
    ])
  func read(_ text: String, _ expected: String) throws {
    let moment = try #require(MomentText.read(text))
    #expect(moment.description == expected)
    #expect(moment.precision == (text.utf8.count == 10 ? .day : .minute))
  }

  @Test(
    "anything else is no moment",
    arguments: [
      "", " ", "2025", "2025-03", "2025-02-29", "2025-03-31T", "2025-03-31T19", "2025-03-31T19:",
      "2025-03-31T19:0", "2025-03-31T24:00", "2025-03-31T19:60", "2025-03-31T19:00:",
      "2025-03-31T19:00:6", "2025-03-31T19:00:60", "2025-03-31T19:00:00.", "2025-03-31T19:00.5",
      "2025-03-31t19:00", "2025-03-31T19:00z", "2025-03-31T19:00 Z", "2025-03-31T19:00ZZ",
      "2025-03-31T19:00+1:00", "2025-03-31T19:00+0100", "2025-03-31T19:00+01",
      "2025-03-31T19:00+01:60", "2025-03-31T19:00+15:00", "2025-03-31T19:00+14:01",
      "2025-03-31T19:00-14:01", "2025-03-31T19:00*01:00",
      "2025-03-31T19:00+01:00 ", " 2025-03-31T19:00", "2025-03-31T19:00 ", "2025-03-31  19:00",
      "2025-03-31T-1:00", "2025-03-31T19.00", "31/03/2025", "31/03/2025 19:00", "45747",
      "2025-03-31T19:00:00.5x", "2025-03-31T1９:00", "0001-01-01T00:00+01:00",
      "9999-12-31T23:59-01:00", "2025-W14-1", "2025-090",
    ])
  func refused(_ text: String) {
    #expect(MomentText.read(text) == nil)
  }

  @Test("a moment written with its offset is read back as the same moment")
  func roundTrip() throws {
    let start = try #require(MomentText.read("2025-10-25T12:00Z")?.instants?.lowerBound)
    for minutes in 0..<Int64(2 * 1440) {
      let moment = Moment.instant(start.adding(minutes: minutes))
      guard MomentText.read(moment.descriptionWithOffset) == moment else {
        Issue.record("\(moment.descriptionWithOffset) is read as another moment")
        return
      }
    }
  }

  @Test("a repeated time is tried as both instants, one that never happened as its whole day")
  func readings() throws {
    let twice = try #require(MomentText.read("2025-10-26T01:30"))
    #expect(twice.instantReadings.count == 2)
    #expect(
      twice.instantReadings[1].minutes - twice.instantReadings[0].minutes == 60)
    let never = try #require(MomentText.read("2025-03-30T01:30"))
    let wholeDay = try #require(MomentText.read("2025-03-30"))
    #expect(never.instants == wholeDay.instants)
    #expect(never.descriptionWithOffset == "2025-03-30T01:30")
    let once = try #require(MomentText.read("2025-06-02T10:00"))
    #expect(once.instantReadings.count == 1)
  }

  @Test(
    "what is not known has no day, no minute and no instant, and says why in words",
    arguments: [
      (Moment.absent, "no date"), (.missing, "a date that was left empty"),
      (.unreadable, "a date that cannot be read"),
    ])
  func unknown(_ moment: Moment, _ words: String) {
    #expect(!moment.isKnown)
    #expect(moment.day == nil)
    #expect(moment.localMinute == nil)
    #expect(moment.instants == nil)
    #expect(moment.instantReadings.isEmpty)
    #expect(moment.description.isEmpty)
    #expect(moment.timeOfDay.isEmpty)
    #expect(moment.words == words)
  }

  @Test("a moment in words has its time of day only where it is known")
  func words() throws {
    let minute = try #require(MomentText.read("2025-03-31T09:05"))
    let day = try #require(MomentText.read("2025-03-31"))
    #expect(minute.words == "09:05 on Monday 31 March 2025")
    #expect(minute.timeOfDay == "09:05")
    #expect(day.words == "Monday 31 March 2025")
    #expect(day.timeOfDay.isEmpty)
    #expect(minute.descriptionWithOffset == "2025-03-31T09:05+01:00")
    #expect(day.descriptionWithOffset == "2025-03-31")
  }

  @Test("minutes on the wall go round through their count, before 1970 too")
  func wallMinutes() throws {
    let eve = try #require(CivilDay(iso: "1969-12-31"))
    #expect(LocalMinute(wallMinutes: -1) == LocalMinute(day: eve, minuteOfDay: 1439))
    for minutes in Int64(-3000)...3000 {
      let local = LocalMinute(wallMinutes: minutes)
      guard local.wallMinutes == minutes, (0..<1440).contains(local.minuteOfDay) else {
        Issue.record("\(minutes) does not go round")
        return
      }
    }
  }
}
