/// The outcomes that the readings of a record come to, and what leaves more than one open.
struct Possibilities {
  /// One bit an outcome.
  private var bits: UInt16 = 0
  /// What was not certain on the way.
  var reasons: ReasonSet = []

  /// One more reading comes to an outcome.
  mutating func add(_ outcome: Outcome) { bits |= 1 << UInt16(outcome.rawValue) }

  /// Whether a reading comes to an outcome.
  func contains(_ outcome: Outcome) -> Bool { bits & (1 << UInt16(outcome.rawValue)) != 0 }

  /// Takes in the readings of another set.
  mutating func merge(_ other: Possibilities) {
    bits |= other.bits
    reasons.formUnion(other.reasons)
  }

  /// The outcome that all readings agree on, or what the rules say of those that do not.
  ///
  /// Readings that contradict themselves are dropped; breaches of different kinds are a breach.
  var outcome: Outcome {
    var left = bits
    let invalid: UInt16 = 1 << UInt16(Outcome.invalid.rawValue)
    if left & ~invalid != 0 { left &= ~invalid }
    if left.nonzeroBitCount == 1 {
      return Outcome(rawValue: UInt8(left.trailingZeroBitCount)) ?? .notEvaluable
    }
    let late: UInt16 = 1 << UInt16(Outcome.metLate.rawValue)
    let overdue: UInt16 = 1 << UInt16(Outcome.overdue.rawValue)
    let notMet: UInt16 = 1 << UInt16(Outcome.notMet.rawValue)
    if left != 0, left & ~(late | overdue | notMet) == 0 {
      return left & (overdue | notMet) == 0 ? .metLate : .overdue
    }
    return .notEvaluable
  }

  /// Whether more than one outcome is left, self-contradicting readings aside.
  var isOpen: Bool {
    let invalid: UInt16 = 1 << UInt16(Outcome.invalid.rawValue)
    return (bits & ~invalid).nonzeroBitCount > 1
  }
}
