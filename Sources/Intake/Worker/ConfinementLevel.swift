import CConfinement

/// How much a process has given up before it reads a file from outside.
public enum ConfinementLevel: UInt8, Sendable, Comparable, CaseIterable {
  /// Nothing that could be relied on.
  case none
  /// Some of it: this kernel refused the rest, or a door stayed open.
  case partial
  /// No file, no network, no other process, bounded memory and time; every door was tried and
  /// found shut.
  case full

  /// The word in configurations and run records.
  public var word: String {
    switch self {
    case .none: "none"
    case .partial: "partial"
    case .full: "full"
    }
  }

  /// The level of a word.
  public init?(word: String) {
    guard let level = ConfinementLevel.allCases.first(where: { $0.word == word }) else {
      return nil
    }
    self = level
  }

  /// Less given up is less.
  public static func < (left: ConfinementLevel, right: ConfinementLevel) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The level of what was given up and what could be done all the same.
  init(givenUp: Int32, openDoors: Int32) {
    let all = ConfinementMeans.allCases.reduce(Int32(0)) { $0 | $1.rawValue }
    if givenUp & all == all, openDoors == 0 {
      self = .full
    } else {
      self =
        givenUp & (ConfinementMeans.files.rawValue | ConfinementMeans.calls.rawValue) == 0
        ? .none : .partial
    }
  }
}
