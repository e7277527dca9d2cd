import CaseModel
public import Clocks
public import RuleBook

/// What a measure came to on one night: the rule's way and, where it differs, the publisher's.
public struct CountedMeasure: Sendable {
  /// The time that a share is taken over.
  public enum Period: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Everything in the exports.
    case all
    /// A year to 31 March, by the year in which it ends.
    case year(Int)
    /// A month.
    case month(Month)

    /// The year to 31 March that holds a day.
    public static func year(of day: CivilDay) -> Period {
      let civil = day.civil
      return .year(civil.month <= 3 ? civil.year : civil.year + 1)
    }

    /// `all`, `year to 2026-03`, `2026-03`.
    public var description: String {
      switch self {
      case .all: "all"
      case .year(let year): "year to \(year)-03"
      case .month(let month): month.description
      }
    }

    /// All first, then years, then months, each by time.
    public static func < (left: Period, right: Period) -> Bool {
      switch (left, right) {
      case (.all, .all): false
      case (.all, _): true
      case (_, .all): false
      case (.year(let first), .year(let second)): first < second
      case (.year, .month): true
      case (.month, .year): false
      case (.month(let first), .month(let second)): first < second
      }
    }
  }

  /// What is measured.
  public var definition: MeasureDefinition
  /// The shares counted as the rule says.
  public var own: [Period: Share]
  /// The shares counted as the publisher does; nil where that is the same.
  public var other: [Period: Share]?

  /// The measures of a night, in the order of its packs.
  public static func counted(_ night: NightResult) -> [CountedMeasure] {
    night.measures.map { definition in
      let places = Set(
        night.rules.indices.filter { definition.rules.contains(night.rules[$0].id) })
      let checks = night.checks.filter { $0.isCounted && places.contains($0.rule) }
      return CountedMeasure(
        definition: definition, own: shares(checks, definition.way, night),
        other: definition.otherWay.map { shares(checks, $0, night) })
    }
  }

  private static func shares(
    _ checks: [CheckLine], _ way: MeasureWay, _ night: NightResult
  ) -> [Period: Share] {
    switch way.unit {
    case .check: sharesOfChecks(checks, way, night)
    case .child: sharesOfChildren(checks, way, night)
    }
  }

  // MARK: Checks

  /// Whether a check is in the denominator, and in the numerator.
  private enum Counting {
    case inTime
    case late
    case unknown
    case out
  }

  private static func sharesOfChecks(
    _ checks: [CheckLine], _ way: MeasureWay, _ night: NightResult
  ) -> [Period: Share] {
    var shares: [Period: Share] = [.all: Share(met: 0, decided: 0, unknown: 0)]
    for check in checks {
      let counting = counting(check, way, night.asOf(of: check))
      guard counting != .out else { continue }
      var periods: [Period] = [.all]
      if let day = day(check, way) { periods += [.year(of: day), .month(Month(of: day))] }
      for period in periods {
        var share = shares[period] ?? Share(met: 0, decided: 0, unknown: 0)
        switch counting {
        case .inTime: (share.met, share.decided) = (share.met + 1, share.decided + 1)
        case .late: share.decided += 1
        case .unknown: share.unknown += 1
        case .out: break
        }
        shares[period] = share
      }
    }
    return shares
  }

  private static func counting(
    _ check: CheckLine, _ way: MeasureWay, _ asOf: Moment
  ) -> Counting {
    switch check.outcome {
    case .notEvaluable: return Measure.isUnknown(check, asOf: asOf) ? .unknown : .out
    case .met, .metLate, .overdue, .notMet, .due: break
    case .notRequired, .stopped, .invalid, .elapsed: return .out
    }
    if let within = way.within { return counting(check, within: within, asOf) }
    guard way.denominator.contains(check.outcome) else { return .out }
    if way.numerator.contains(check.outcome) { return .inTime }
    // A date later, and by the count of working days not late.
    let isCountedInTime =
      way.comparesCounts && check.outcome == .metLate && check.flags.contains(.countDisagrees)
    return isCountedInTime && way.numerator.contains(.met) ? .inTime : .late
  }

  /// What a check comes to under a limit of the measure's own.
  private static func counting(
    _ check: CheckLine, within limit: Limit, _ asOf: Moment
  ) -> Counting {
    guard let start = check.start.day, let now = asOf.day,
      let last = start.adding(limit)
    else { return .unknown }
    if let done = check.satisfied.day { return done <= last ? .inTime : .late }
    return last < now ? .late : .out
  }

  private static func day(_ check: CheckLine, _ way: MeasureWay) -> CivilDay? {
    switch way.day {
    case .due: check.due.day
    case .done: check.satisfied.day
    case .start: check.start.day
    }
  }

  // MARK: Children

  /// Children of whom something runs at the as-of whose first clock has run out; one late check since
  /// it began keeps a child out of the numerator.
  private static func sharesOfChildren(
    _ checks: [CheckLine], _ way: MeasureWay, _ night: NightResult
  ) -> [Period: Share] {
    guard let asOf = night.asOf.day else { return [:] }
    var share = Share(met: 0, decided: 0, unknown: 0)
    for (_, lines) in Dictionary(grouping: checks, by: \.child) {
      guard lines.contains(where: isRunning) else { continue }
      // The first rule of the measure opens the chain; what came before its newest is another's.
      let first = lines.map(\.rule).min()
      let newest = lines.filter { $0.rule == first }.max {
        ($0.start.day ?? asOf) < ($1.start.day ?? asOf)
      }
      guard let newest, let began = newest.start.day else {
        share.unknown += 1
        continue
      }
      // Not running for as long as the first clock yet.
      if let due = newest.due.day, due > asOf { continue }
      let own = lines.filter { ($0.start.day ?? began) >= began }
      if own.contains(where: \.outcome.isBreach) {
        share.decided += 1
      } else if own.contains(where: { Measure.isUnknown($0, asOf: night.asOf(of: $0)) }) {
        share.unknown += 1
      } else {
        share.met += 1
        share.decided += 1
      }
    }
    return [.all: share, .year(of: asOf): share]
  }

  /// Whether a check still runs: due, or overdue and not fixed by an end.
  private static func isRunning(_ check: CheckLine) -> Bool {
    check.outcome == .due || check.outcome == .overdue && !check.flags.contains(.ended)
  }
}

extension CivilDay {
  /// The day so long after this one; nil for a limit that needs a calendar or a clock.
  fileprivate func adding(_ limit: Limit) -> CivilDay? {
    switch limit.unit {
    case .days: adding(days: limit.count)
    case .weeks: adding(days: 7 * limit.count)
    case .months: adding(months: limit.count)
    case .hours, .workingHours, .workingDays: nil
    }
  }
}
