public import RuleBook

/// What some changes of packs would alter: checks that come to something else, by rule, team and
/// month of the due date.
public struct Difference: Sendable {
  /// Checks of one rule, team and month that would come to the same other outcome.
  public struct Row: Sendable, Hashable {
    /// The rule's id.
    public var rule: String
    /// Its title.
    public var title: String
    /// The team; empty where no export names one.
    public var team: String
    /// The month of the due date as it is without the changes, or, where there is none, with them,
    /// as YYYY-MM; empty where neither is known.
    public var month: String
    /// What they come to without the changes; nil where they are not made.
    public var before: Outcome?
    /// What they come to with the changes; nil where they are not made.
    public var after: Outcome?
    /// How many.
    public var count: Int

    /// Checks that would come to another outcome.
    public init(
      rule: String, title: String, team: String, month: String, before: Outcome?, after: Outcome?,
      count: Int
    ) {
      self.rule = rule
      self.title = title
      self.team = team
      self.month = month
      self.before = before
      self.after = after
      self.count = count
    }
  }

  /// The changes, as they were given.
  public var changes: [String]
  /// Checks made without the changes.
  public var checksBefore: Int
  /// Checks made with them.
  public var checksAfter: Int
  /// Checks that would only be due on another day.
  public var onlyDueMoved: Int
  /// The checks that would come to another outcome, in the order of rules, teams and months.
  public var rows: [Row]

  /// A difference with all that is counted.
  public init(
    changes: [String], checksBefore: Int, checksAfter: Int, onlyDueMoved: Int, rows: [Row]
  ) {
    self.changes = changes
    self.checksBefore = checksBefore
    self.checksAfter = checksAfter
    self.onlyDueMoved = onlyDueMoved
    self.rows = rows
  }

  /// Checks that would come to another outcome.
  public var differing: Int { rows.reduce(0) { $0 + $1.count } }
}
