public import Clocks

/// One way that a rule can go, for which it should have an example.
public enum RuleBranch: Hashable, Sendable {
  /// What a check comes to.
  case outcome(Outcome)
  /// The edition that begins on a day.
  case edition(from: CivilDay)
  /// One of several limits or grades, in words.
  case tier(String)
  /// A condition of a key, in words, that holds or does not.
  case condition(key: String, words: String, holds: Bool)
  /// A day on which the answer turns.
  case boundary(Boundary)

  /// The days on which the answer of a rule with a limit turns.
  public enum Boundary: String, Sendable, CaseIterable {
    /// It happened on the last day in time.
    case doneOnLastDay = "done on the last day"
    /// It happened on the day after.
    case doneTheDayAfter = "done the day after"
    /// It has not happened, on the last day in time.
    case waitingOnLastDay = "still waited for on the last day"
    /// It has not happened, on the day after.
    case waitingTheDayAfter = "still waited for the day after"
  }

  /// The branch in words.
  public var words: String {
    switch self {
    case .outcome(let outcome): "the outcome \"\(outcome.word)\""
    case .edition(let day): "the edition from \(day)"
    case .tier(let words): "the tier \"\(words)\""
    case .condition(let key, let words, let holds):
      "\"\(key)\" \(holds ? "" : "not ")holding (\(words))"
    case .boundary(let boundary): "\(boundary.rawValue)"
    }
  }
}
