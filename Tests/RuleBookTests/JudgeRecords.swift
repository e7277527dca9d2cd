import CaseModel
import Clocks
import Testing

/// Makes records of children at random: processes, events, who took part, with dates to the
/// minute, to the day, left empty or unreadable.
struct JudgeRecords {
  let vocabulary: Vocabulary
  let codes: CodeBook
  var random: JudgeRandom
  /// Whether dates may be missing or unreadable.
  var hasVagueDates = true
  /// How many feeds hold the events.
  var feedCount = 1

  /// The last day of the exports.
  static let asOf = day("2025-06-30")

  /// Of 300 days, the last is the as-of; the clocks change twice among them.
  private static let span = 300

  /// The day of an ISO date that is known to be one.
  static func day(_ text: String) -> CivilDay {
    CivilDay(iso: text) ?? CivilDay(number: 0)
  }

  /// What the feeds of these records say of themselves: everything is carried by each.
  func feeds(asOf: Moment = .day(JudgeRecords.asOf)) -> [Feed] {
    (0..<feedCount).map { index in
      var feed = Feed(name: "feed \(index)", format: "interchange")
      feed.asOf = asOf
      for place in vocabulary.events.indices {
        feed.events[EventType(index: UInt8(place))] = EventCoverage(
          precision: .minute, participants: .complete)
      }
      feed.attributes = Set(vocabulary.attributes.indices.map { Attribute(index: UInt8($0)) })
      feed.outcomes = Set(feed.events.keys)
      feed.closeReasons = Set(vocabulary.processes.indices.map { ProcessKind(index: UInt8($0)) })
      return feed
    }
  }

  /// The next record.
  mutating func next() throws -> ChildRecord {
    var record = ChildRecord()
    record.id = record.add(text: "X1")
    record.feeds = FeedSet(rawValue: (1 << UInt32(feedCount)) - 1)
    if random.chance(5) { record.died = moment() }
    for _ in 0...random.below(2) { try addEpisode(&record) }
    for _ in 0..<random.below(3) { try addEvent("concern_received", in: -1, &record) }
    for _ in 0..<random.below(2) { try addEvent("strategy_discussion", in: -1, &record) }
    // Every row stands in a line of its own, by which it is known whatever its place.
    for row in record.processes.indices {
      record.processes[row].source = Source(file: 0, line: Int32(1000 + row))
    }
    for row in record.events.indices {
      record.events[row].source = Source(file: 0, line: Int32(2000 + row))
    }
    try #require(record.brokenInvariant == nil)
    return record
  }

  private mutating func addEpisode(_ record: inout ChildRecord) throws {
    let episode = try open("episode", in: -1, &record)
    try addEvents(
      ["concern_received", "referral_received", "assessment_authorised", "strategy_discussion"],
      in: episode, &record)
    if random.chance(20) { try mark("referral_nfa", .process(episode), &record) }
    if random.chance(30) {
      let protection = try open("police_protection", in: episode, &record)
      _ = protection
    }
    for _ in 0..<random.below(3) {
      let enquiry = try open("s47", in: random.chance(90) ? episode : -1, &record)
      try addEvents(
        [
          "strategy_discussion", "strategy_discussion", "strategy_meeting", "record_circulated",
          "icpc_held", "follow_up_meeting",
        ], in: enquiry, &record)
      if random.chance(40) {
        let compiled = try open("cp_plan", in: enquiry, &record)
        try addEvents(
          ["cp_review_held", "cp_review_held", "cp_review_held", "core_group_held"], in: compiled,
          &record)
      }
      if random.chance(20) {
        let stay = try open("hospital_stay", in: enquiry, &record)
        try addEvents(["hospital_discharged", "discharge_meeting"], in: stay, &record)
      }
    }
  }

  private mutating func open(
    _ kind: String, in parent: Int32, _ record: inout ChildRecord
  ) throws -> Int32 {
    var process = ProcessRow(kind: try #require(vocabulary.process(kind)), parent: parent)
    process.opened = moment()
    if random.chance(40) { process.closed = moment() }
    if random.chance(10) { process.closeReason = codes.code("transferred") }
    process.feeds = someFeeds()
    record.processes.append(process)
    return Int32(record.processes.count - 1)
  }

  private mutating func addEvents(
    _ types: [String], in process: Int32, _ record: inout ChildRecord
  ) throws {
    for type in types where random.chance(60) { try addEvent(type, in: process, &record) }
  }

  private mutating func addEvent(
    _ type: String, in process: Int32, _ record: inout ChildRecord
  ) throws {
    var event = EventRow(type: try #require(vocabulary.event(type)), process: process, at: moment())
    event.feeds = someFeeds()
    if random.chance(8) { event.state = [.planned, .cancelled, .notRequired][random.below(3)] }
    record.events.append(event)
    let row = Int32(record.events.count - 1)
    if type.hasPrefix("strategy") { try addParticipants(row, [.attended, .apologies], &record) }
    if type == "record_circulated" { try addParticipants(row, [.sentTo], &record) }
    for name in ["initiated_s47", "transfer_in", "complex_abuse", "meeting_needed"]
    where random.chance(25) {
      let attribute = try #require(vocabulary.attribute(name))
      guard vocabulary[attribute].owners.contains(type) else { continue }
      try mark(name, .event(row), &record)
    }
  }

  private mutating func addParticipants(
    _ event: Int32, _ parts: [Part], _ record: inout ChildRecord
  ) throws {
    for role in ["social_worker", "team_manager", "police", "health"] where random.chance(75) {
      let part = parts[random.below(parts.count)]
      record.participations.append(
        Participation(
          event: event, role: try #require(vocabulary.role(role)), part: part,
          at: part == .sentTo ? moment() : .absent, feeds: record.events[Int(event)].feeds,
          source: Source(file: 0, line: Int32(3000 + record.participations.count))))
    }
  }

  private mutating func mark(
    _ name: String, _ owner: AttributeRow.Owner, _ record: inout ChildRecord
  ) throws {
    let attribute = try #require(vocabulary.attribute(name))
    let truth = random.chance(80)
    record.attributes.append(
      AttributeRow(
        owner: owner, name: attribute, value: random.chance(10) ? .unreadable : .truth(truth)))
  }

  private mutating func someFeeds() -> FeedSet {
    FeedSet(rawValue: UInt32(1 + random.below((1 << feedCount) - 1)))
  }

  /// A moment of the span, some of them close together.
  mutating func moment() -> Moment {
    if hasVagueDates, random.chance(8) { return random.chance(50) ? .missing : .unreadable }
    let back = random.chance(50) ? random.below(JudgeRecords.span) : 100 + random.below(12)
    let day = JudgeRecords.asOf.adding(days: -back)
    guard random.chance(60) else { return .day(day) }
    return .minute(LocalMinute(day: day, minuteOfDay: Int16(random.below(96) * 15)))
  }
}
