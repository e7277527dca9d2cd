/// What a check came to; spelled exactly so in every file that Duly writes.
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

  /// The outcome of a spelling.
  public init?(word: String) {
    guard let outcome = Outcome.allCases.first(where: { $0.word == word }) else { return nil }
    self = outcome
  }

  /// Whether it is a breach: met late, overdue or not met.
  public var isBreach: Bool { self == .metLate || self == .overdue || self == .notMet }
}
