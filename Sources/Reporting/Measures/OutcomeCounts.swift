public import RuleBook

/// How many checks came to each outcome.
public struct OutcomeCounts: Sendable, Hashable {
  private var counts: [Int]

  /// No checks at all.
  public init() { counts = [Int](repeating: 0, count: Outcome.allCases.count) }

  /// The number of checks of an outcome.
  public subscript(outcome: Outcome) -> Int {
    get { counts[Int(outcome.rawValue)] }
    set { counts[Int(outcome.rawValue)] = newValue }
  }

  /// All checks.
  public var total: Int { counts.reduce(0, +) }

  /// Checks that are breaches: met late, overdue or not met.
  public var breaches: Int { self[.metLate] + self[.overdue] + self[.notMet] }

  /// Checks of which it is decided whether they were met in time.
  public var decided: Int { self[.met] + breaches }

  /// The counts of two lots together.
  public static func + (left: OutcomeCounts, right: OutcomeCounts) -> OutcomeCounts {
    var sum = left
    for outcome in Outcome.allCases { sum[outcome] += right[outcome] }
    return sum
  }
}
