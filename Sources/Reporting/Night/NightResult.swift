public import Clocks
public import RuleBook

/// Everything that one night found: the single source of every page, table and file.
///
/// It holds nothing of the clock on the wall, the host or a path, so that the same inputs give
/// the same bytes.
public struct NightResult: Sendable {
  /// The version of a pack, calendar, mapping or template, by its content.
  public struct Version: Sendable {
    /// Its name.
    public var name: String
    /// What is to be said of it: years, source, day last checked.
    public var detail: String
    /// The SHA-256 of its files in hexadecimal.
    public var sha256: String

    /// A version of something.
    public init(name: String, detail: String, sha256: String) {
      self.name = name
      self.detail = detail
      self.sha256 = sha256
    }
  }

  /// The run's name, which is its folder's: `2026-03-31`, `2026-03-31-2`.
  public var run: String
  /// The hash that identifies the run: of inputs, packs, calendars, mappings, templates,
  /// configuration, key id, version and the history before it.
  public var runID: String
  /// The authority's code.
  public var authority: String
  /// The as-of of the night: that of its newest feed.
  public var asOf: Moment
  /// The version of Duly.
  public var duly: String
  /// The id of the key of the pseudonyms, or `demonstration`.
  public var keyID: String
  /// Whether the pseudonyms are made with the published key.
  public var isDemonstration: Bool
  /// The run before this one; nil on the first night.
  public var previousRun: String?
  /// What each feed delivered.
  public var feeds: [FeedLine]
  /// The rules, in the order of packs and files.
  public var rules: [RuleLine]
  /// What a board compares with others, in the order of packs.
  public var measures: [MeasureDefinition]
  /// All checks, in the order of rules, then children, then triggers.
  public var checks: [CheckLine]
  /// Findings of the night before that are none tonight.
  public var cleared: [ClearedFinding]
  /// Rows set aside and faults in the data, most harmful first.
  public var faults: [FaultLine]
  /// The packs.
  public var packs: [Version]
  /// The calendars.
  public var calendars: [Version]
  /// The mappings and templates.
  public var others: [Version]

  /// A night that has found nothing yet.
  public init(run: String, authority: String, asOf: Moment) {
    self.run = run
    self.authority = authority
    self.asOf = asOf
    runID = ""
    duly = ""
    keyID = ""
    isDemonstration = false
    previousRun = nil
    feeds = []
    rules = []
    measures = []
    checks = []
    cleared = []
    faults = []
    packs = []
    calendars = []
    others = []
  }

  /// The as-of that a check was judged by.
  func asOf(of check: CheckLine) -> Moment { check.asOf.isKnown ? check.asOf : asOf }
}
