/// What a record lets one say of a condition: yes, no, or not known.
///
/// Source: Kleene's strong three-valued logic.
public enum Truth: UInt8, Sendable {
  /// The record shows that it does not hold.
  case no
  /// The record does not say.
  case unknown
  /// The record shows that it holds.
  case yes

  /// What is known to be true or false.
  init(_ value: Bool) { self = value ? .yes : .no }

  /// Both hold.
  static func and(_ left: Truth, _ right: Truth) -> Truth {
    left.rawValue < right.rawValue ? left : right
  }

  /// At least one holds.
  static func or(_ left: Truth, _ right: Truth) -> Truth {
    left.rawValue > right.rawValue ? left : right
  }

  /// It does not hold.
  var negated: Truth {
    switch self {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }

  /// Whether it may hold.
  var mayHold: Bool { self != .no }

  /// Whether it may fail to hold.
  var mayFail: Bool { self != .yes }
}
