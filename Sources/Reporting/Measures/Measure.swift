import Clocks
import RuleBook

/// What the checks of one rule came to, in all and by the month of the due date.
///
/// Pages, tables and JSON all take their numbers from ``measures(of:)``.
public struct Measure: Sendable, Hashable {
  /// One month's part of a measure.
  public struct Part: Sendable, Hashable {
    /// The month of the due date; nil for checks that have none.
    public var month: Month?
    /// What the checks of the month came to.
    public var counts: OutcomeCounts
    /// The share met in time.
    public var share: Share
  }

  /// The place of the rule in ``NightResult/rules``.
  public var rule: Int
  /// What all its checks came to.
  public var counts: OutcomeCounts
  /// The share met in time.
  public var share: Share
  /// The same by month of the due date, the earliest first; checks without a due date last.
  public var months: [Part]
  /// The middle of the days from the first concern; nil where none are known.
  ///
  /// It is taken over checks that are decided; of two middles it is the lower.
  public var livedDays: Int?

  /// The measures of a night, one a rule, in the order of its rules.
  ///
  /// A check belongs to the month of its due date. A check that is not evaluable counts as
  /// unknown where its due date is not known or its due day is not after the as-of; where it is
  /// still to come, nobody could have decided it yet.
  public static func measures(of night: NightResult) -> [Measure] {
    var tallies = [Tally](repeating: Tally(), count: night.rules.count)
    for check in night.checks where check.isCounted && tallies.indices.contains(check.rule) {
      tallies[check.rule].add(check, asOf: night.asOf(of: check))
    }
    return tallies.enumerated().map { $1.measure(of: $0) }
  }

  /// Whether a check counts as unknown in the share.
  static func isUnknown(_ check: CheckLine, asOf: Moment) -> Bool {
    guard check.outcome == .notEvaluable else { return false }
    guard let due = check.due.day, let now = asOf.day else { return true }
    return due <= now
  }
}

/// The counts of one rule while its checks are gone through.
private struct Tally {
  var counts = OutcomeCounts()
  var unknown = 0
  var months: [Month: (counts: OutcomeCounts, unknown: Int)] = [:]
  var without: (counts: OutcomeCounts, unknown: Int) = (OutcomeCounts(), 0)
  var lived: [Int] = []

  mutating func add(_ check: CheckLine, asOf: Moment) {
    let more = Measure.isUnknown(check, asOf: asOf) ? 1 : 0
    counts[check.outcome] += 1
    unknown += more
    if let day = check.due.day {
      let month = Month(of: day)
      months[month, default: (OutcomeCounts(), 0)].counts[check.outcome] += 1
      months[month, default: (OutcomeCounts(), 0)].unknown += more
    } else {
      without.counts[check.outcome] += 1
      without.unknown += more
    }
    if let days = check.livedDays, check.outcome == .met || check.outcome.isBreach {
      lived.append(days)
    }
  }

  func measure(of rule: Int) -> Measure {
    var parts = months.sorted { $0.key < $1.key }.map { part($0.value, month: $0.key) }
    if without.counts.total > 0 { parts.append(part(without, month: nil)) }
    let days = lived.sorted()
    return Measure(
      rule: rule, counts: counts, share: share(counts, unknown), months: parts,
      livedDays: days.isEmpty ? nil : days[(days.count - 1) / 2])
  }

  private func part(_ held: (counts: OutcomeCounts, unknown: Int), month: Month?) -> Measure.Part {
    Measure.Part(month: month, counts: held.counts, share: share(held.counts, held.unknown))
  }

  private func share(_ counts: OutcomeCounts, _ unknown: Int) -> Share {
    Share(met: counts[.met], decided: counts.decided, unknown: unknown)
  }
}
