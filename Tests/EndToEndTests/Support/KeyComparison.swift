import Testing

/// What the judge made of a road, held against the answer key in both directions.
struct KeyComparison {
  typealias Row = [String: String]

  /// How many checks the key has.
  private(set) var compared = 0
  /// Checks of the key that the judge did not make.
  private(set) var missing = 0
  /// Checks that the key does not have.
  private(set) var extra = 0
  /// Checks that came to something else than the key says.
  private(set) var different = 0

  /// Compares rows of a key with those of the judge; the first few that disagree are recorded.
  init(key: [Row], judged: [Row]) {
    compared = key.count
    let expected = Dictionary(grouping: key, by: KeyComparison.place)
    let found = Dictionary(grouping: judged, by: KeyComparison.place)
    for place in Set(expected.keys).union(found.keys) {
      compare(
        place, (expected[place] ?? []).sorted(by: KeyComparison.precedes),
        (found[place] ?? []).sorted(by: KeyComparison.precedes))
    }
  }

  private mutating func compare(_ place: [String], _ key: [Row], _ judged: [Row]) {
    if key.count > judged.count {
      missing += key.count - judged.count
      record("\(place): \(judged.count) checks and not \(key.count)", missing)
    } else if judged.count > key.count {
      extra += judged.count - key.count
      record("\(place): \(judged.count) checks and not \(key.count)", extra)
    }
    for (left, right) in zip(key, judged) where !KeyComparison.agree(left, right) {
      different += 1
      record("\(place):\n\(left)\n\(right)", different)
    }
  }

  private func record(_ words: String, _ count: Int) {
    if count < 4 { Issue.record("\(words)") }
  }

  /// Whether a check is as the key says; where the key answers neither yes nor no, it says nothing
  /// by an empty field.
  private static func agree(_ key: Row, _ judged: Row) -> Bool {
    let isSilent = ["invalid", "not evaluable"].contains(key["outcome"])
    return ["outcome", "reason"].allSatisfy { key[$0] == judged[$0] }
      && ["start", "due", "satisfied"].allSatisfy {
        (isSilent && key[$0] == "") || key[$0] == judged[$0]
      }
  }

  /// Child, rule and trigger.
  private static func place(_ row: Row) -> [String] {
    [row["child"] ?? "", row["rule"] ?? "", row["trigger"] ?? ""]
  }

  /// Any order that both tables share, for checks of one child, rule and trigger.
  private static func precedes(_ left: Row, _ right: Row) -> Bool {
    for column in ["outcome", "reason", "due", "satisfied"] where left[column] != right[column] {
      return left[column] ?? "" < right[column] ?? ""
    }
    return false
  }
}
