import Checkouts
import Clocks
import Testing

@testable import Synthesis

@Suite struct ScenarioTests {
  private let arithmetic: PlantedArithmetic

  init() throws { arithmetic = PlantedArithmetic(holidays: try Checkout.bankHolidays()) }

  @Test func aHundredChildrenShowEveryFamily() {
    #expect(ScenarioCatalogue.families.reduce(0) { $0 + $1.slots } == 100)
    let shown = Set((0..<100).map { ObjectIdentifier(ScenarioCatalogue.scenario(of: $0).scenario) })
    #expect(shown.count == ScenarioCatalogue.families.count)
  }

  @Test func turnsFollowOneAnother() {
    var turns: [ObjectIdentifier: [Int]] = [:]
    for index in 0..<1000 {
      let (scenario, turn) = ScenarioCatalogue.scenario(of: index)
      turns[ObjectIdentifier(scenario), default: []].append(turn)
    }
    for turns in turns.values { #expect(turns.sorted() == Array(0..<turns.count)) }
  }

  /// What each road makes of a conference, in the order of census, local, interchange and both.
  @Test(arguments: [
    (EnquiryIntentions.Conference.inTime, ["met", "met", "met", "met"]),
    (.onLastDay, ["met", "met", "met", "met"]),
    (.oneDayLate, ["met late", "met late", "met late", "met late"]),
    (.notHeld, ["overdue", "overdue", "overdue", "overdue"]),
    (.notRequired, ["not required", "not required", "not required", "not required"]),
    (.heldThoughNotRequired, ["met", "met", "met", "met"]),
    (.childDied, ["stopped", "overdue", "stopped", "stopped"]),
    (.transferred, ["overdue", "stopped", "stopped", "stopped"]),
    (.onlyBefore, ["invalid", "invalid", "invalid", "invalid"]),
  ])
  func roadsKnowWhatTheyCarry(
    intention: EnquiryIntentions.Conference, outcomes: [String]
  ) {
    var planner = CasePlanner(index: 0, seed: 1, arithmetic: arithmetic)
    let episode = planner.planDiscussionCase(
      referral: .of(2025, 9, 1), concern: .sameDay, DiscussionIntentions(),
      enquiry: EnquiryIntentions(conference: intention))
    #expect(episode.enquiries.count == 1)
    let rows = planner.child.key.filter { $0.rule == .initialConference }
    let found = Road.words.compactMap { road in
      rows.first { $0.roads.contains(road.road) }?.outcome.rawValue
    }
    #expect(found == outcomes)
    let starts = Road.words.compactMap { road in
      rows.first { $0.roads.contains(road.road) }?.start?.minute == nil
    }
    #expect(starts == [true, false, false, false])
  }

  /// The conference, the discussion's weekend and Christmas as they were worked by hand.
  @Test func lastDaysAcrossChristmas() throws {
    var planner = CasePlanner(index: 0, seed: 1, arithmetic: arithmetic)
    let episode = planner.planDiscussionCase(
      referral: .of(2024, 12, 16), concern: .sameDay, DiscussionIntentions(),
      enquiry: EnquiryIntentions(conference: .onLastDay))
    let held = try #require(episode.enquiries.first?.conference?.day)
    #expect(held.description == "2025-01-09")
  }

  @Test func nothingDueAtTheAsOfDayIsOverdue() throws {
    let key = try Exports(children: 900, seed: 6).key
    let rules = ["england/assessment", "england/icpc"]
    for rule in rules {
      let rows = key.filter { $0.rule == rule && $0.satisfied.isEmpty }
      #expect(rows.contains { $0.due == "2026-03-31" && $0.outcome == "due" })
      #expect(rows.contains { $0.due == "2026-03-30" && $0.outcome == "overdue" })
    }
  }

  /// Nothing is dated after the as-of day but what is planted so.
  @Test func nothingHappensAfterTheAsOfDay() throws {
    let authority = SyntheticAuthority(
      children: 0, seed: 8, holidays: try Checkout.bankHolidays())
    for index in 0..<2000 {
      let child = authority.child(at: index)
      var days = child.protections.map(\.opened.day) + child.protections.compactMap(\.ended?.day)
      for episode in child.episodes where episode.fault != .futureTrigger {
        days += [episode.referral, episode.closed, episode.concern?.day].compactMap(\.self)
        days += episode.assessments.flatMap { [$0.started, $0.checkpoint, $0.authorised?.day] }
          .compactMap(\.self)
        let discussions = episode.discussions + episode.enquiries.flatMap(\.discussions)
        days += discussions.map(\.at.day) + discussions.compactMap(\.meeting?.at.day)
        days += discussions.compactMap(\.followUp?.day)
        days += discussions.flatMap(\.circulation).map(\.at.day)
        days += episode.enquiries.compactMap(\.completed)
        days += episode.enquiries.compactMap(\.conference?.day)
        days += episode.enquiries.flatMap(\.stays).compactMap(\.discharged?.day)
        for compiled in episode.plans where compiled.fault != .futureTrigger {
          days += compiled.coreGroups.map(\.day) + compiled.reviews + compiled.visits
          days += [compiled.opened, compiled.ended].compactMap(\.self)
        }
      }
      #expect(days.allSatisfy { $0 <= .asOf }, "child \(index)")
    }
  }
}
