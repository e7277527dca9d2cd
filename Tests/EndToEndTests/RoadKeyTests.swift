import Testing

/// The same case comes to the same verdict by whichever road it reaches the judge, wherever the
/// road carries its events.
///
/// What each road does not carry, and the dates that were planted differently, are written here,
/// each with the number of checks that it explains.
@Suite struct RoadKeyTests {
  private typealias Row = [String: String]

  /// The roads that know that a child died.
  private static let deaths: Set<ExportRoad> = [
    .census, .interchange, .interchangeXML, .both, .dataset,
  ]
  /// The roads that know that an enquiry went to another authority.
  private static let transfers: Set<ExportRoad> = [.local, .interchange, .interchangeXML, .both]

  /// Why two roads answer one check differently.
  private enum Cause: String, CaseIterable {
    /// A date was planted two days apart in the census.
    case spoiledDate = "spoiled date"
    /// The child died, and one of the two roads does not know.
    case death
    /// The enquiry was handed over, and one of the two roads does not know.
    case transfer
    /// The conference that took over another authority's plan is in none of the local lists.
    case takenOver = "plan taken over"
    /// An assessment that was authorised before the referral and before the six months of list 4.
    case beforeWindow = "authorised before the window"

    /// The rule whose checks it can change.
    var rule: String {
      switch self {
      case .spoiledDate, .death, .transfer: "england/icpc"
      case .takenOver: "england/plan-after-conference"
      case .beforeWindow: "england/assessment"
      }
    }

    /// What the two roads come to.
    var outcomes: Set<String> {
      switch self {
      case .spoiledDate: ["met", "met late"]
      case .death, .transfer: ["overdue", "stopped"]
      case .takenOver: ["met", "overdue"]
      case .beforeWindow: ["invalid", "overdue"]
      }
    }

    /// How many pairs of the usual authority's checks it explains, and at most of 5,000 children.
    var expected: Expected {
      switch self {
      case .spoiledDate: Expected(0, 60)
      case .death: Expected(5, 220)
      case .transfer: Expected(0, 290)
      case .takenOver: Expected(12, 520)
      case .beforeWindow: Expected(0, 15)
      }
    }
  }

  /// A number of the usual authority, and the most of any with 5,000 children.
  private struct Expected {
    var usual: Int
    var most: Int

    init(_ usual: Int, _ most: Int) {
      self.usual = usual
      self.most = most
    }

    /// Whether a number of the authority at hand is as expected.
    func allows(_ count: Int) -> Bool {
      Authority.isUsual ? count == usual : count * 5000 <= most * Authority.childCount
    }
  }

  /// The checks that a road cannot answer, by the reason that it gives.
  private static let unanswered: [ExportRoad: [String: Expected]] = [
    .census: ["date_unreadable": Expected(1, 40), "not_carried": Expected(0, 30)],
    .local: [
      "date_missing": Expected(53, 1800), "date_unreadable": Expected(2, 30),
      "time_needed": Expected(0, 50), "value_missing": Expected(1, 50),
    ],
    .interchange: interchange,
    .interchangeXML: interchange,
    .both: [
      "date_missing": Expected(1, 15), "date_unreadable": Expected(1, 40),
      "feeds_disagree": Expected(3, 140), "not_carried": Expected(12, 520),
      "time_needed": Expected(0, 50), "value_missing": Expected(1, 50),
    ],
    .dataset: ["not_carried": Expected(157, 5700)],
    .annexA: [
      "date_missing": Expected(0, 70), "latest_only": Expected(63, 2100),
      "link_unclear": Expected(3, 55), "not_carried": Expected(3, 135),
      "outside_window": Expected(44, 1400),
    ],
    .careReturn: [:],
  ]
  // Each of the 24 strategy meetings wishes for a referrer, and no list of them is complete.
  private static let interchange = [
    "attendance_incomplete": Expected(24, 650), "date_missing": Expected(2, 30),
    "date_unreadable": Expected(2, 30), "time_needed": Expected(0, 50),
    "value_missing": Expected(1, 50),
  ]

  /// The checks of every road whose trigger is known, by child, rule and the trigger's day.
  private static func checks() throws -> [[String]: [ExportRoad: [Row]]] {
    var checks: [[String]: [ExportRoad: [Row]]] = [:]
    for road in ExportRoad.allCases {
      for row in try road.everyCheck where row["trigger"] != "" {
        let key = [row["child"] ?? "", row["rule"] ?? "", Self.day(row["trigger"])]
        checks[key, default: [:]][road, default: []].append(row)
      }
    }
    return checks
  }

  @Test("a check comes to the same on every road that carries its events")
  func sameVerdicts() throws {
    let spoiled = try Self.childrenOfSpoiledDates()
    var (pairs, causes, wrong) = ([Set<ExportRoad>: Int](), [Cause: Int](), 0)
    var unanswered: [ExportRoad: [String: Int]] = [:]
    for (check, rows) in try Self.checks() {
      for (road, rows) in rows {
        for reason in Set(rows.compactMap { $0["reason"] }) where reason != "" {
          unanswered[road, default: [:]][reason, default: 0] += 1
        }
      }
      let answered = rows.filter { !$0.value.contains { $0["outcome"] == "not evaluable" } }
      let roads = answered.keys.sorted { $0.rawValue < $1.rawValue }
      for (index, left) in roads.enumerated() {
        for right in roads[(index + 1)...] {
          guard let one = answered[left], let other = answered[right] else { continue }
          if Self.agree(one, other, hasSatisfied: left != .annexA && right != .annexA) {
            pairs[[left, right], default: 0] += 1
          } else if let cause = Self.cause(
            one, other, rows: answered, between: [left, right],
            isSpoiled: spoiled.contains(check[0]))
          {
            causes[cause, default: 0] += 1
          } else {
            wrong += 1
            if wrong < 6 { Issue.record("\(check) \(left) \(right)\n\(one)\n\(other)") }
          }
        }
      }
    }
    let differing = causes.map { "\($0.key.rawValue) \($0.value)" }.sorted()
    print("roads: \(pairs.values.reduce(0, +)) pairs agree; \(differing) differ; \(wrong) wrong")
    #expect(wrong == 0)
    for cause in Cause.allCases {
      #expect(cause.expected.allows(causes[cause, default: 0]), "\(cause.rawValue): \(causes)")
    }
    for road in ExportRoad.allCases {
      let (found, expected) = (unanswered[road] ?? [:], Self.unanswered[road] ?? [:])
      for reason in Set(found.keys).union(expected.keys) {
        let count = found[reason, default: 0]
        #expect(expected[reason]?.allows(count) == true, "\(road), \(reason): \(count)")
      }
    }
    for pair in [
      [.census, .local], [.census, .dataset], [.census, .annexA], [.local, .dataset],
      [.interchange, .dataset], [.interchange, .annexA], [.dataset, .annexA],
      [.dataset, .careReturn], [.annexA, .careReturn],
    ] as [Set<ExportRoad>] {
      #expect(pairs[pair, default: 0] > 10, "\(pair.map(\.rawValue))")
    }
  }

  /// Why one of two roads answers differently: it does not carry what decided on the other, or
  /// a date was planted differently; nil where nothing that was planted explains it.
  private static func cause(
    _ one: [Row], _ other: [Row], rows: [ExportRoad: [Row]], between roads: Set<ExportRoad>,
    isSpoiled: Bool
  ) -> Cause? {
    let outcomes = Set((one + other).compactMap { $0["outcome"] })
    let stopped = Set(rows.filter { $0.value.contains { $0["outcome"] == "stopped" } }.keys)
    return Cause.allCases.first { cause in
      guard cause.outcomes == outcomes, one.allSatisfy({ $0["rule"] == cause.rule }) else {
        return false
      }
      return switch cause {
      case .spoiledDate: isSpoiled && roads.contains(.census)
      case .death: stopped == deaths.intersection(rows.keys)
      case .transfer: stopped == transfers.intersection(rows.keys)
      case .takenOver: roads.contains(.local)
      case .beforeWindow: roads.contains(.annexA)
      }
    }
  }

  /// The children whose dates were planted two days apart from export to export.
  private static func childrenOfSpoiledDates() throws -> Set<String> {
    let faults = CSVTable(try Authority.shared.text("planted-faults.csv")).rows
    let lines = Set(
      faults.filter {
        $0["file"] == "cin-census.xml" && $0["kind"] == "two days apart from the other export"
      }.compactMap { Int($0["line"] ?? "") })
    var children: Set<String> = []
    var child = ""
    let census = try Authority.shared.text("cin-census.xml")
    for (index, line) in census.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let words = line.split { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        .map { String(decoding: $0, as: UTF8.self) }
      if let name = words.firstIndex(of: "LAchildID"), name + 1 < words.count {
        child = words[name + 1]
      }
      if lines.contains(index + 1) { children.insert(child) }
    }
    #expect(children.count == lines.count)
    return children
  }

  /// Whether two roads' checks of one trigger agree, to the day.
  ///
  /// Two events of one day that only some exports tell apart are one there.
  private static func agree(_ one: [Row], _ other: [Row], hasSatisfied: Bool) -> Bool {
    guard one.count == 1, other.count == 1 else {
      return Set(one.map { $0["outcome"] }) == Set(other.map { $0["outcome"] })
    }
    return one[0]["outcome"] == other[0]["outcome"]
      && (hasSatisfied ? ["due", "satisfied"] : ["due"]).allSatisfy {
        // Where it cannot be right, or two limits come to the same, there is no due day.
        one[0][$0] == "" || other[0][$0] == "" || day(one[0][$0]) == day(other[0][$0])
      }
  }

  private static func day(_ moment: String?) -> String {
    String(decoding: (moment ?? "").utf8.prefix(10), as: UTF8.self)
  }
}
