import Testing

/// The same case comes to the same verdict by whichever road it reaches the judge, wherever the
/// road carries its events.
///
/// What each road does not carry, and the dates that were planted differently, are written here.
@Suite struct RoadKeyTests {
  private typealias Row = [String: String]

  /// The roads that know that a child died.
  private static let deaths: Set<ExportRoad> = [
    .census, .interchange, .interchangeXML, .both, .dataset,
  ]
  /// The roads that know that an enquiry went to another authority.
  private static let transfers: Set<ExportRoad> = [.local, .interchange, .interchangeXML, .both]

  @Test("a check comes to the same on every road that carries its events")
  func sameVerdicts() throws {
    var checks: [[String]: [ExportRoad: [Row]]] = [:]
    for road in ExportRoad.allCases {
      for row in try road.everyCheck where row["trigger"] != "" {
        let day = Self.day(row["trigger"])
        checks[[row["child"] ?? "", row["rule"] ?? "", day], default: [:]][road, default: []]
          .append(row)
      }
    }
    let spoiled = try Self.childrenOfSpoiledDates()
    var (pairs, excused, wrong) = ([Set<ExportRoad>: Int](), 0, 0)
    for (place, rows) in checks {
      let answered = rows.filter { !$0.value.contains { $0["outcome"] == "not evaluable" } }
      excused += rows.count - answered.count
      let roads = answered.keys.sorted { $0.rawValue < $1.rawValue }
      for (index, left) in roads.enumerated() {
        for right in roads[(index + 1)...] {
          guard let one = answered[left], let other = answered[right] else { continue }
          if Self.agree(one, other, hasSatisfied: left != .annexA && right != .annexA) {
            pairs[[left, right], default: 0] += 1
          } else if isExcused(
            one, other, rows: answered, between: [left, right],
            isSpoiled: spoiled.contains(place[0]))
          {
            excused += 1
          } else {
            wrong += 1
            if wrong < 6 { Issue.record("\(place) \(left) \(right)\n\(one)\n\(other)") }
          }
        }
      }
    }
    print("roads: \(pairs.values.reduce(0, +)) pairs agree, \(excused) not carried, \(wrong) wrong")
    #expect(wrong == 0)
    for pair in [
      [.census, .local], [.census, .dataset], [.census, .annexA], [.local, .dataset],
      [.interchange, .dataset], [.interchange, .annexA], [.dataset, .annexA],
      [.dataset, .careReturn], [.annexA, .careReturn],
    ] as [Set<ExportRoad>] {
      #expect(pairs[pair, default: 0] > 10, "\(pair.map(\.rawValue))")
    }
  }

  /// Whether one of two roads does not carry what decided on the other.
  private func isExcused(
    _ one: [Row], _ other: [Row], rows: [ExportRoad: [Row]], between roads: Set<ExportRoad>,
    isSpoiled: Bool
  ) -> Bool {
    // A date that was planted differently in the census.
    if isSpoiled, roads.contains(.census) { return true }
    let outcomes = Set((one + other).compactMap { $0["outcome"] })
    // A child died or an enquiry was handed over, and one of the two roads does not know.
    if outcomes.contains("stopped") {
      let stopped = Set(
        rows.filter { $0.value.contains { $0["outcome"] == "stopped" } }.keys)
      return [Self.deaths, Self.transfers].contains { $0.intersection(rows.keys) == stopped }
    }
    // The conference that took over another authority's plan is in none of the local lists.
    if roads.contains(.local), one.allSatisfy({ $0["rule"] == "england/plan-after-conference" }) {
      return true
    }
    // An assessment that was authorised before the referral and before the six months of list 4.
    return roads.contains(.annexA) && outcomes.contains("invalid")
      && one.allSatisfy { $0["rule"] == "england/assessment" }
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
      if let place = words.firstIndex(of: "LAchildID"), place + 1 < words.count {
        child = words[place + 1]
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
