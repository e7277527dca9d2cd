public import Clocks
public import RuleBook

/// One check as reports show it: everything resolved, nothing that still points into a record.
public struct CheckLine: Sendable {
  /// The case system's own id of the child; only team reports may show it.
  public var child: String
  /// The child's team, by code; empty where no feed carries it.
  public var team: String
  /// The child's worker, by code; empty where no feed carries it.
  public var worker: String
  /// The place of the rule in ``NightResult/rules``.
  public var rule: Int
  /// The first day of the edition that was in force.
  public var edition: CivilDay
  /// The edition's basis.
  public var basis: Basis
  /// The edition's citation.
  public var citation: String
  /// The trigger in words: `section 47 enquiry`.
  public var trigger: String
  /// The trigger's own moment.
  public var triggered: Moment
  /// Where the clock started.
  public var start: Moment
  /// The last day or minute in time.
  public var due: Moment
  /// When it was satisfied.
  public var satisfied: Moment
  /// The as-of that it was judged by: of the feeds that carry what its rule asks for; absent where
  /// it is that of the night.
  public var asOf: Moment
  /// What it came to.
  public var outcome: Outcome
  /// Why it is not evaluable, the first that applies first.
  public var reasons: [Reason]
  /// What is to be said beside the outcome.
  public var flags: FlagSet
  /// The day until which a delay was agreed; absent for none.
  public var delayedUntil: Moment
  /// Calendar days between due and what it is late against; 0 unless late.
  public var daysOver: Int
  /// How late in words: `3 working days (5 calendar days)`; empty unless late.
  public var lateness: String
  /// How the child lived it, in days from the first concern; nil where that is not known.
  public var livedDays: Int?
  /// The base name of the file that holds the trigger; only team reports may show it.
  public var file: String
  /// The line of the trigger; only team reports may show it.
  public var line: Int
  /// How the date was worked out, a sentence each; empty for checks that no page explains.
  public var explanation: [String]
  /// What to do next, in one sentence; empty where there is nothing to do.
  public var nextStep: String
  /// The identity of the check from night to night, without authority and rule: child and
  /// trigger.
  public var key: String
  /// Whether it is in the totals: of one incident that concerns several children one check is, and
  /// all are listed.
  public var isCounted: Bool
  /// Whether the finding was there the night before; nil for a check that is no finding.
  public var change: FindingChange?

  /// A check of a child under a rule.
  public init(child: String, rule: Int, edition: CivilDay, basis: Basis, outcome: Outcome) {
    self.child = child
    self.rule = rule
    self.edition = edition
    self.basis = basis
    self.outcome = outcome
    team = ""
    worker = ""
    citation = ""
    trigger = ""
    triggered = .absent
    start = .absent
    due = .absent
    satisfied = .absent
    asOf = .absent
    reasons = []
    flags = []
    delayedUntil = .absent
    daysOver = 0
    lateness = ""
    livedDays = nil
    file = ""
    line = 0
    explanation = []
    nextStep = ""
    key = ""
    isCounted = true
    change = nil
  }

  /// What is to be read beside an explanation, a sentence a flag.
  var notes: [String] { CheckNote.notes(flags, delayedUntil: delayedUntil) }
}
