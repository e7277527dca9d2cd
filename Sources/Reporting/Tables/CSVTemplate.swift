import Clocks
import Faults
import RuleBook

/// A CSV report that a council lays out for itself: which checks, which columns, which order.
struct CSVTemplate: Sendable {
  /// A column with its heading.
  struct Heading: Sendable {
    /// The column.
    var column: CSVColumn
    /// The heading in the file's first record.
    var heading: String
  }

  /// A column that records are sorted by.
  struct SortKey: Sendable {
    /// The column.
    var column: CSVColumn
    /// Whether the largest comes first.
    var isDescending: Bool
  }

  /// The templates that every run needs.
  static let required = ["board/breaches.yaml", "team/breaches.yaml", "team/due-soon.yaml"]

  /// The template's path under `Templates/`.
  var path: String
  /// The outcomes that it takes; empty for all.
  var outcomes: Set<Outcome> = []
  /// The bases that it takes; empty for all.
  var bases: Set<Basis> = []
  /// The rules that it takes, with their places for messages; empty for all.
  var rules: [(id: String, place: Place)] = []
  /// The teams that it takes; empty for all.
  var teams: Set<String> = []
  /// Days after the as-of within which a check is due; nil for any.
  var dueWithinDays: Int?
  /// Whether checks whose case ended are left out.
  var leavesOutEnded = false
  /// Whether the file starts with a byte-order mark, for spreadsheets that guess otherwise.
  var hasByteOrderMark = false
  /// The columns, in order.
  var columns: [Heading] = []
  /// What records are sorted by, the first first.
  var sort: [SortKey] = []

  /// The file in the run folder.
  var file: String { String(path.dropLast(".yaml".count)) + ".csv" }

  /// Whether it is a file of the board's.
  var isForBoard: Bool { path.utf8.starts(with: "board/".utf8) }

  /// Whether it takes a check.
  func takes(_ check: CheckLine, rule: RuleLine, asOf: Moment) -> Bool {
    if !outcomes.isEmpty, !outcomes.contains(check.outcome) { return false }
    if !bases.isEmpty, !bases.contains(check.basis) { return false }
    if !teams.isEmpty, !teams.contains(check.team) { return false }
    if leavesOutEnded, check.flags.contains(.ended) { return false }
    if !rules.isEmpty, !rules.contains(where: { $0.id == rule.id }) { return false }
    guard let days = dueWithinDays else { return true }
    guard let due = check.due.day, let now = asOf.day else { return false }
    return due >= now && due <= now.adding(days: days)
  }

  /// Refuses a template that names a rule that no pack has.
  ///
  /// - Throws: ``Fault`` with the place of the name.
  func check(against known: [RuleLine]) throws(Fault) {
    let ids = known.map(\.id)
    for rule in rules where !ids.contains(rule.id) {
      throw Fault(
        .configuration, at: rule.place, "no pack has a rule \"\(rule.id)\"",
        next: suggestion(for: rule.id, in: ids))
    }
  }
}
