import CaseModel

/// A set of event types, four words of bits.
struct EventTypeSet: Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Adds a type.
  mutating func insert(_ type: EventType) {
    let bit: UInt64 = 1 << UInt64(type.index & 63)
    switch type.index >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Whether a type is in it.
  func contains(_ type: EventType) -> Bool {
    let bit: UInt64 = 1 << UInt64(type.index & 63)
    return switch type.index >> 6 {
    case 0: words.0 & bit != 0
    case 1: words.1 & bit != 0
    case 2: words.2 & bit != 0
    default: words.3 & bit != 0
    }
  }
}
