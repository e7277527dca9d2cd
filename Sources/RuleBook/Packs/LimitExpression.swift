/// When a clock runs out: one term, or the earliest or the latest of several.
struct LimitExpression: Sendable, Hashable {
  /// Which of the terms decides.
  enum Choice: Sendable, Hashable {
    /// There is one term only.
    case only
    /// The first of the days that they come to.
    case earliest
    /// The last of the days that they come to.
    case latest
  }

  /// Which of the terms decides.
  var choice: Choice
  /// The terms, at least one.
  var terms: [LimitTerm]

  /// Whether times are compared to the minute.
  var isElapsed: Bool { terms.contains { $0.isElapsed } }
}
