import Output

/// What a check came to, with all its words; spelled exactly so in every file that Duly writes.
public enum Outcome: UInt8, Sendable, CaseIterable {
  /// Satisfied, at or before due.
  case met
  /// Satisfied, after due.
  case metLate
  /// Not satisfied, and due is past.
  case overdue
  /// Not kept, and no later event can mend it.
  case notMet
  /// Not satisfied, and due is still to come.
  case due
  /// The condition does not hold, or it was recorded as not required with nothing held.
  case notRequired
  /// Never satisfied, and ended by something else at or before due.
  case stopped
  /// The record contradicts itself.
  case invalid
  /// The record leaves more than one answer open, or cannot show any.
  case notEvaluable
  /// A rule without a number: the time so far.
  case elapsed

  /// The outcome of a spelling.
  public init?(word: String) {
    guard let outcome = Outcome.allCases.first(where: { $0.word == word }) else { return nil }
    self = outcome
  }

  /// The spelling.
  public var word: String {
    switch self {
    case .met: "met"
    case .metLate: "met late"
    case .overdue: "overdue"
    case .notMet: "not met"
    case .due: "due"
    case .notRequired: "not required"
    case .stopped: "stopped"
    case .invalid: "invalid"
    case .notEvaluable: "not evaluable"
    case .elapsed: "elapsed"
    }
  }

  /// The spelling as a heading: `Met late`.
  public var title: String { English.capitalised(word) }

  /// What the outcome means, as pages say it.
  public var meaning: String {
    switch self {
    case .met: "It was done, at or before the due date."
    case .metLate: "It was done, after the due date. It is a breach."
    case .overdue: "It is not done, and the due date is past. It is a breach."
    case .notMet: "It was not kept, and no later event can mend it. It is a breach."
    case .due: "It is not done, and the due date is still to come."
    case .notRequired: "It did not have to be done."
    case .stopped: "Something else ended it at or before the due date, and it was never done."
    case .invalid: "The record contradicts itself."
    case .notEvaluable: "The record leaves more than one answer open, or cannot show any."
    case .elapsed: "The rule has no number of days: the time so far is shown."
    }
  }

  /// Whether it is a breach: met late, overdue or not met.
  public var isBreach: Bool {
    switch self {
    case .metLate, .overdue, .notMet: true
    case .met, .due, .notRequired, .stopped, .invalid, .notEvaluable, .elapsed: false
    }
  }
}

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
