import CaseModel
import Clocks
import Intake
import Testing

/// What concerns several children stands on the record of each of them.
@Suite struct SharingTests {
  private static func joined(_ rows: String) throws -> JoinedFeeds {
    try JoinedFeeds(census: "<CINreferralDate>2024-06-03</CINreferralDate>", rows: rows)
  }

  /// The events of a child, each as `type time`, in the order of time.
  private static func events(_ child: String, _ joined: JoinedFeeds) throws -> [String] {
    let record = try #require(joined.recorder.records.first { $0.childID == child })
    return record.events.map { "\(joined.recorder.vocabulary[$0.type].word) \($0.at)" }.sorted()
  }

  private static let incident = """
    Y1,incident,I1,,incident_known,2024-06-03,,,,harm=death; abuse_known_or_suspected=yes
    Y1,incident,I1,,incident_notified,2024-06-07,,,,
    Y2,incident,I1,,incident_known,2024-06-03,,,,harm=serious_harm
    Y3,incident,I2,,incident_known,2024-06-04,,,,harm=death
    Y4,episode,E4,,referral_received,2024-06-04,,,,

    """

  @Test("an incident's notification counts for each of its children, and for no other")
  func incident() throws {
    let joined = try Self.joined(Self.incident)
    let whole = ["incident_known 2024-06-03", "incident_notified 2024-06-07"]
    #expect(try Self.events("Y1", joined) == whole)
    #expect(try Self.events("Y2", joined) == whole)
    #expect(try Self.events("Y3", joined) == ["incident_known 2024-06-04"])
    #expect(try Self.events("Y4", joined) == ["referral_received 2024-06-04"])
  }

  @Test("what came of an incident for one child is not said of another")
  func harm() throws {
    let joined = try Self.joined(Self.incident)
    for (child, count) in [("Y1", 2), ("Y2", 1), ("Y3", 1)] {
      let record = try #require(joined.recorder.records.first { $0.childID == child })
      #expect(record.attributes.count == count, "\(child)")
      #expect(record.processes.count == 1)
      #expect(record.brokenInvariant == nil)
    }
  }

  private static let household = """
    Y1,episode,E1,,referral_received,2024-06-03,,,,household=H1
    Y1,episode,E1,,icpc_held,2024-06-20,,,,
    Y2,episode,E2,,referral_received,2024-06-05,,,,household=H1
    Y2,episode,E2,,icpc_held,2024-06-20,,,,
    Y3,episode,E3,,referral_received,2024-05-01,,,,household=H1
    Y3,episode,E3,,icpc_held,2024-06-21,planned,,,
    Y4,episode,E4,,icpc_held,2024-06-20,,,,household=H2
    Y5,episode,E5,,icpc_held,2024-06-20,,,,

    """

  @Test("a sibling's referral and conference come onto each child of the household, once")
  func siblings() throws {
    let joined = try Self.joined(Self.household)
    #expect(
      try Self.events("Y3", joined).filter { $0.hasPrefix("sibling") } == [
        "sibling_conference_held 2024-06-20", "sibling_referral 2024-06-03",
        "sibling_referral 2024-06-05",
      ])
    #expect(
      try Self.events("Y1", joined).filter { $0.hasPrefix("sibling") } == [
        "sibling_conference_held 2024-06-20", "sibling_referral 2024-05-01",
        "sibling_referral 2024-06-05",
      ])
  }

  @Test("a child of another household, or of none that is known, learns nothing")
  func strangers() throws {
    let joined = try Self.joined(Self.household)
    for child in ["X1", "Y4", "Y5"] {
      #expect(try Self.events(child, joined).filter { $0.hasPrefix("sibling") } == [], "\(child)")
    }
  }

  @Test("siblings' events are carried by the feeds that name households, as their own are")
  func coverage() throws {
    let joined = try Self.joined(Self.household)
    let copy = try #require(joined.recorder.vocabulary.event("sibling_conference_held"))
    let own = try #require(joined.recorder.vocabulary.event("icpc_held"))
    #expect(joined.feeds.map { $0.events[copy] != nil } == [false, true])
    #expect(joined.feeds[1].events[copy] == joined.feeds[1].events[own])
    let without = try Self.joined("Y1,episode,E1,,icpc_held,2024-06-20,,,,\n")
    #expect(without.feeds.allSatisfy { $0.events[copy] == nil })
  }
}
