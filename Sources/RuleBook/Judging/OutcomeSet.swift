/// The outcomes that the readings of a record come to.
struct OutcomeSet {
  /// One bit an outcome.
  private var bits: UInt16 = 0

  /// One more reading comes to an outcome.
  mutating func insert(_ outcome: Outcome) { bits |= 1 << UInt16(outcome.rawValue) }

  /// Whether a reading comes to an outcome.
  func contains(_ outcome: Outcome) -> Bool { bits & OutcomeSet.bit(outcome) != 0 }

  /// Takes in the readings of another set.
  mutating func formUnion(_ other: OutcomeSet) { bits |= other.bits }

  /// Whether nothing was tried yet.
  var isEmpty: Bool { bits == 0 }

  private static func bit(_ outcome: Outcome) -> UInt16 { 1 << UInt16(outcome.rawValue) }
  private static let invalid = bit(.invalid)
  private static let breaches = bit(.metLate) | bit(.overdue) | bit(.notMet)

  /// The bits that decide: readings that contradict themselves are dropped beside others.
  private var deciding: UInt16 {
    let rest = bits & ~OutcomeSet.invalid
    return rest == 0 ? bits : rest
  }

  /// Whether two sets come to the same, breaches of different kinds being one.
  func isAlike(_ other: OutcomeSet) -> Bool {
    func folded(_ bits: UInt16) -> UInt16 {
      bits & OutcomeSet.breaches == 0
        ? bits : bits & ~OutcomeSet.breaches | OutcomeSet.bit(.overdue)
    }
    return folded(bits) == folded(other.bits)
  }

  /// The outcome that all readings agree on, or what the rules say of those that do not.
  ///
  /// Readings that contradict themselves are dropped; breaches of different kinds are a breach.
  var outcome: Outcome {
    let left = deciding
    if left.nonzeroBitCount == 1 {
      return Outcome(rawValue: UInt8(left.trailingZeroBitCount)) ?? .notEvaluable
    }
    if left != 0, left & ~OutcomeSet.breaches == 0 {
      return left & (OutcomeSet.bit(.overdue) | OutcomeSet.bit(.notMet)) == 0
        ? .metLate : .overdue
    }
    return .notEvaluable
  }

  /// Whether more than one outcome is left, self-contradicting readings aside.
  var isOpen: Bool { deciding.nonzeroBitCount > 1 }
}
