import Synthesis
import Testing

/// The key has a row for every trigger that an export shows, and for nothing else.
@Suite struct CompletenessTests {
  @Test(arguments: [1, 2] as [UInt64])
  func interchangeTriggersAreTheKeys(seed: UInt64) throws {
    let exports = try Exports(children: 900, seed: seed)
    var plans: [String: Plan] = [:]
    var expected: Set<[String]> = []
    for line in exports.text("interchange.csv").lines where line.utf8.first != UInt8(ascii: "#") {
      let row = line.fields
      let (child, process, type, at) = (row[0], row[2], row[4], row[5])
      guard row[8].isEmpty else { continue }
      for rule in InterchangeTriggers.rules[type] ?? [] where at >= rule.from {
        expected.insert([child, rule.id, at])
      }
      switch type {
      case "cp_plan_started": plans[process] = Plan(child: child, opened: at)
      case "cp_plan_ended": plans[process]?.ended = at
      case "cp_review_held": plans[process]?.reviews.insert(at)
      default: break
      }
    }
    for plan in plans.values { expected.formUnion(plan.laterReviews) }
    let key = exports.key
    let interchange = Set(key.filter { $0.road == "interchange" }.map(\.identity))
    #expect(interchange == expected)
    // The local lists hold the same but assessments; with the census, the same again.
    let both = Set(key.filter { $0.road == "both" }.map(\.identity))
    #expect(both == expected)
    let local = Set(key.filter { $0.road == "local" }.map(\.identity))
    #expect(local == expected.filter { $0[1] != "england/assessment" })
  }

  @Test(arguments: [1, 2] as [UInt64])
  func censusTriggersAreTheKeys(seed: UInt64) throws {
    let exports = try Exports(children: 900, seed: seed)
    var expected: Set<[String]> = []
    var child = ""
    var plan = Plan(child: "", opened: "")
    for line in exports.text("cin-census.xml").lines {
      let pieces = line.utf8.split { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        .map { String(decoding: $0, as: UTF8.self) }.drop { $0.utf8.first == UInt8(ascii: " ") }
      guard let name = pieces.first else { continue }
      let value = pieces.dropFirst().first ?? ""
      let day = String(decoding: value.utf8.prefix(10), as: UTF8.self)
      switch name {
      case "LAchildID": child = value
      case "CINreferralDate" where day >= "2013-04-15":
        expected.insert([child, "england/assessment", day])
      case "S47ActualStartDate": expected.insert([child, "england/icpc", day])
      case "CPPstartDate":
        plan = Plan(child: child, opened: day)
        if day >= "2013-04-15" { expected.insert([child, "england/first-review", day]) }
      case "CPPendDate": plan.ended = day
      case "CPPreviewDate": plan.reviews.insert(day)
      case "/ChildProtectionPlans": expected.formUnion(plan.laterReviews)
      default: break
      }
    }
    let census = Set(exports.key.filter { $0.road == "census" }.map(\.identity))
    #expect(census == expected)
  }

  /// A plan as the exports show it.
  struct Plan {
    var child: String
    var opened: String
    var ended: String?
    var reviews: Set<String> = []

    /// The checks of later reviews: one for each that counts, but none after the last of a plan
    /// that ended at it, and none that began before the first edition.
    var laterReviews: [[String]] {
      reviews.filter { $0 > opened && $0 < ended ?? "9" && $0 >= "2013-04-15" }
        .map { [child, "england/later-review", $0] }
    }
  }

  /// The rules that each type of event triggers, with the day from which they hold.
  enum InterchangeTriggers {
    static let rules: [String: [(id: String, from: String)]] = [
      "referral_received": [("england/assessment", "2013-04-15")],
      "concern_received": [
        ("local-002/strategy-discussion", ""), ("local-004/strategy-discussion", ""),
      ],
      "s47_started": [("england/icpc", "2013-04-15"), ("local-004/s47-enquiry", "")],
      "strategy_discussion": [
        ("england/strategy-attendance", "2013-04-15"), ("local-002/first-meeting", ""),
        ("local-002/record-circulated", ""), ("local-004/attendance", ""),
        ("local-004/follow-up", ""),
      ],
      "strategy_meeting": [("local-002/meeting-chair", ""), ("local-002/meeting-attendance", "")],
      "cp_plan_started": [
        ("england/first-core-group", "2013-04-15"), ("england/first-review", "2013-04-15"),
      ],
      "police_protection_started": [("england/police-protection", "1991-10-14")],
      "hospital_discharged": [("local-002/discharge-meeting", "")],
    ]
  }
}
