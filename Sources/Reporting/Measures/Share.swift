/// The share of checks that were met in time, with the range that unknown ones leave open.
///
/// The numerator is the checks met; the denominator is those met, met late, overdue and not met.
/// Checks that are not evaluable, and whose due date is past or not known, are in neither: the
/// lowest share counts all of them as breaches, the highest counts all of them as met.
public struct Share: Sendable, Hashable {
  /// Checks met in time.
  public var met: Int
  /// Checks of which it is decided: met, met late, overdue, not met.
  public var decided: Int
  /// Checks that are not evaluable and would have been decided by now.
  public var unknown: Int

  /// A share of counts.
  public init(met: Int, decided: Int, unknown: Int) {
    self.met = met
    self.decided = decided
    self.unknown = unknown
  }

  /// Whether there is anything to make a share of.
  public var isEmpty: Bool { decided + unknown == 0 }

  /// The share in tenths of a percent, rounded half up; nil where nothing is decided.
  public var tenths: Int? { Share.tenths(met, of: decided) }

  /// The share in tenths of a percent, were every unknown check a breach; nil for no checks.
  public var lowestTenths: Int? { Share.tenths(met, of: decided + unknown) }

  /// The share in tenths of a percent, were every unknown check met; nil for no checks.
  public var highestTenths: Int? { Share.tenths(met + unknown, of: decided + unknown) }

  /// The share in words: `85%`, `71% to 78%`, or `no cases yet`.
  ///
  /// The ends of a range are rounded outwards. 100% and 0% are never reached by rounding.
  public var words: String {
    guard !isEmpty else { return Strings.noCasesYet }
    let whole = decided + unknown
    let lowest = Share.percent(met, of: whole, unknown == 0 ? .halfUp : .down)
    guard unknown > 0 else { return "\(lowest)%" }
    let highest = Share.percent(met + unknown, of: whole, .up)
    return lowest == highest ? "\(lowest)%" : "\(lowest)% to \(highest)%"
  }

  /// `80%`, `81.4%`.
  static func words(tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }

  private enum Rounding {
    case down
    case halfUp
    case up
  }

  private static func tenths(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : (2000 * part + whole) / (2 * whole)
  }

  private static func percent(_ part: Int, of whole: Int, _ rounding: Rounding) -> Int {
    if part == 0 { return 0 }
    if part == whole { return 100 }
    switch rounding {
    case .down: return 100 * part / whole
    case .halfUp: return min(99, max(1, (200 * part + whole) / (2 * whole)))
    case .up: return (100 * part + whole - 1) / whole
    }
  }
}
