import CaseModel
import Clocks
import Output
import RuleBook

/// One column that a CSV template can name.
struct CSVColumn: Sendable {
  /// A field before it is written.
  enum Field: Sendable {
    /// Text, which gets the formula guard.
    case text(String)
    /// A number, which does not.
    case number(Int)
    /// A moment, in its ISO form.
    case moment(Moment)
    /// Nothing.
    case empty
  }

  /// The name in a template, and the heading where the template gives none.
  var name: String
  /// What it holds, in one clause.
  var meaning: String
  /// Whether only the teams' files may have it.
  var isForTeamsOnly: Bool
  /// The field of a check.
  var field: @Sendable (CheckLine, RuleLine, String) -> Field

  private init(
    _ name: String, _ meaning: String, teamOnly: Bool = false,
    _ field: @escaping @Sendable (CheckLine, RuleLine, String) -> Field
  ) {
    self.name = name
    self.meaning = meaning
    isForTeamsOnly = teamOnly
    self.field = field
  }

  /// All columns, in the order of the data dictionary.
  static let all: [CSVColumn] = [
    CSVColumn("child", "the case system's own id of the child", teamOnly: true) { check, _, _ in
      .text(check.child)
    },
    CSVColumn("pseudonym", "the child's pseudonym, the same every night") { _, _, name in
      .text(name)
    },
    CSVColumn("team", "the child's team, by code", teamOnly: true) { check, _, _ in
      .text(check.team)
    },
    CSVColumn("worker", "the child's worker, by code", teamOnly: true) { check, _, _ in
      .text(check.worker)
    },
    CSVColumn("rule", "the rule's id") { _, rule, _ in .text(rule.id) },
    CSVColumn("rule_title", "the rule's title") { _, rule, _ in .text(rule.title) },
    CSVColumn("pack", "the title of the rule's pack") { _, rule, _ in .text(rule.pack) },
    CSVColumn("basis", "what the edition in force rests on") { check, _, _ in
      .text(check.basis.rawValue)
    },
    CSVColumn("citation", "where the edition in force is written") { check, _, _ in
      .text(check.citation)
    },
    CSVColumn("edition", "the first day of the edition in force") { check, _, _ in
      .moment(.day(check.edition))
    },
    CSVColumn("trigger", "what triggered the check, in words") { check, _, _ in
      .text(check.trigger)
    },
    CSVColumn("triggered", "when it was triggered") { check, _, _ in .moment(check.triggered) },
    CSVColumn("started", "when the clock started") { check, _, _ in .moment(check.start) },
    CSVColumn("due", "the last day or minute in time") { check, _, _ in .moment(check.due) },
    CSVColumn("done", "when it was satisfied; empty where it was not") { check, _, _ in
      .moment(check.satisfied)
    },
    CSVColumn("outcome", "what the check came to") { check, _, _ in .text(check.outcome.word) },
    CSVColumn("reasons", "why it is not evaluable, the first that applies first") { check, _, _ in
      .text(check.reasons.map(\.word).joined(separator: " "))
    },
    CSVColumn("flags", "what is to be said beside the outcome") { check, _, _ in
      .text(check.flags.flags.map(\.word).joined(separator: " "))
    },
    CSVColumn(
      "days_over", "calendar days between due and what it is late against; empty unless late"
    ) { check, _, _ in check.daysOver > 0 ? .number(check.daysOver) : .empty },
    CSVColumn("lateness", "how late, in words") { check, _, _ in .text(check.lateness) },
    CSVColumn("lived_days", "days from the first concern; empty where not known") { check, _, _ in
      check.livedDays.map(Field.number) ?? .empty
    },
    CSVColumn("change", "new or continuing against the night before") { check, _, _ in
      .text(check.change?.rawValue ?? "")
    },
    CSVColumn("next_step", "what to do next") { check, _, _ in .text(check.nextStep) },
    CSVColumn("explanation", "how the date was worked out") { check, _, _ in
      .text(check.explanation.joined(separator: " "))
    },
    CSVColumn("file", "the base name of the file that holds the trigger", teamOnly: true) {
      check, _, _ in .text(check.file)
    },
    CSVColumn("line", "the line of the trigger", teamOnly: true) { check, _, _ in
      check.line > 0 ? .number(check.line) : .empty
    },
  ]

  /// The column of a name.
  static func named(_ name: String) -> CSVColumn? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension CSVColumn.Field {
  /// Appends a record of fields and its end.
  static func append(_ fields: some Sequence<CSVColumn.Field>, to bytes: inout [UInt8]) {
    var isFirst = true
    for field in fields {
      if !isFirst { CSV.appendComma(to: &bytes) }
      isFirst = false
      field.append(to: &bytes)
    }
    CSV.appendLineEnd(to: &bytes)
  }

  /// Appends the field to a record.
  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): CSV.append(text, to: &bytes)
    case .number(let number): CSV.append(number, to: &bytes)
    case .empty: CSV.append("", to: &bytes)
    case .moment(let moment): CSV.append(moment, to: &bytes)
    }
  }

  /// Whether the field says nothing; such fields sort last, whatever the direction.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .moment(let moment): !moment.isKnown
    case .text, .number: false
    }
  }

  /// Whether this field sorts before another; nil where the two are equal.
  ///
  /// Empty fields are last, numbers go by size, all else by scalars.
  func isBefore(_ other: CSVColumn.Field) -> Bool? {
    switch (self, other) {
    case (.empty, .empty): nil
    case (.empty, _): false
    case (_, .empty): true
    case (.number(let left), .number(let right)): left == right ? nil : left < right
    case (.moment(let left), .moment(let right)): left.isBefore(right)
    case (.text(let left), .text(let right)):
      left.utf8.elementsEqual(right.utf8)
        ? nil : left.utf8.lexicographicallyPrecedes(right.utf8)
    // A column holds fields of one kind, and empty ones.
    case (.number, .moment), (.number, .text), (.moment, .number), (.moment, .text),
      (.text, .number), (.text, .moment):
      nil
    }
  }
}

extension Moment {
  /// Whether this moment lies before another, unknown ones last; nil where they sort equal.
  func isBefore(_ other: Moment) -> Bool? {
    guard let day else { return other.isKnown ? false : nil }
    guard let otherDay = other.day else { return true }
    if day != otherDay { return day < otherDay }
    return minuteOfDay == other.minuteOfDay ? nil : minuteOfDay < other.minuteOfDay
  }
}
