/// What became of an event, as the record says it.
public enum EventState: UInt8, Sendable, CaseIterable {
  /// It happened.
  case held
  /// It is to happen.
  case planned
  /// It was called off.
  case cancelled
  /// It was recorded as not required.
  case notRequired

  /// The word in exports and packs.
  public var word: String {
    switch self {
    case .held: "held"
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .notRequired: "not_required"
    }
  }

  /// The state of a word.
  public init?(word: String) {
    guard let state = EventState.allCases.first(where: { $0.word == word }) else { return nil }
    self = state
  }
}
