import Output
import RuleBook

/// Writes `board/measures.csv`: for each rule one record in all, then one a month.
enum MeasuresTable {
  /// The columns, with their meaning.
  static let columns: [(name: String, meaning: String)] =
    [
      ("rule", "the rule's id"), ("rule_title", "the rule's title"), ("pack", "its pack"),
      ("basis", "what its newest edition rests on"),
      ("month", "`all`, the month of the due date as YYYY-MM, or `none` without a due date"),
    ]
    + Outcome.allCases.map { (column(of: $0), "checks that are \($0.word)") }
    + [
      ("decided", "checks met, met late, overdue and not met: the denominator"),
      ("unknown", "checks not evaluable whose due date is past or not known"),
      ("in_time_percent", "met of decided"),
      ("lowest_percent", "were every unknown check a breach"),
      ("highest_percent", "were every unknown check met"),
      ("england_percent", "the figure published for England; empty for months"),
      ("england_year", "the year of that figure"),
    ]

  /// The column of an outcome: `met_late`.
  static func column(of outcome: Outcome) -> String {
    String(decoding: outcome.word.utf8.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }

  /// The bytes of the file.
  static func bytes(of night: NightResult, measures: [Measure]) -> [UInt8] {
    var bytes: [UInt8] = []
    CSV.appendRecord(columns.map(\.name), to: &bytes)
    for measure in measures {
      let rule = night.rules[measure.rule]
      let england = EnglandFigure.figure(for: rule.id, in: night.measures)
      CSVColumn.Field.append(
        record(rule, "all", measure.counts, measure.share)
          + [.text(percent(england?.tenths)), .text(england?.year ?? "")], to: &bytes)
      for part in measure.months {
        CSVColumn.Field.append(
          record(rule, part.month?.description ?? "none", part.counts, part.share)
            + [.empty, .empty], to: &bytes)
      }
    }
    return bytes
  }

  private static func record(
    _ rule: RuleLine, _ month: String, _ counts: OutcomeCounts, _ share: Share
  ) -> [CSVColumn.Field] {
    [.text(rule.id), .text(rule.title), .text(rule.pack), .text(rule.basis.rawValue), .text(month)]
      + Outcome.allCases.map { .number(counts[$0]) }
      + [
        .number(share.decided), .number(share.unknown), .text(percent(share.tenths)),
        .text(percent(share.lowestTenths)), .text(percent(share.highestTenths)),
      ]
  }

  private static func percent(_ tenths: Int?) -> String {
    tenths.map { "\($0 / 10).\($0 % 10)" } ?? ""
  }
}
