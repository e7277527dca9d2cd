import Output
import RuleBook

/// Writes `board/published-measures.csv`: each measure of the packs by way of counting and period,
/// with its target and the newest figures published elsewhere.
enum PublishedMeasuresTable {
  /// The columns, with their meaning.
  static let columns: [(name: String, meaning: String)] = [
    ("measure", "the measure's id"), ("measure_title", "its title"),
    ("kind", "`ours` for a share of this authority, `target`, or `published`"),
    ("way", "`rule` as the rule counts, `publisher` as whoever publishes it does"),
    ("period", "`all`, a year as `year to 2026-03`, or a month as 2026-03"),
    ("area", "where a published figure is from"),
    ("in_time", "the numerator"), ("of", "the denominator"),
    ("unknown", "not evaluable and in neither"), ("percent", "numerator of denominator"),
    ("lowest_percent", "were every unknown one late"),
    ("highest_percent", "were every unknown one in time"),
    ("source", "where a target or a published figure stands"),
  ]

  /// The bytes of the file.
  static func bytes(of measures: [CountedMeasure]) -> [UInt8] {
    var bytes: [UInt8] = []
    CSV.appendRecord(columns.map(\.name), to: &bytes)
    for measure in measures {
      for (way, shares) in [("rule", measure.own), ("publisher", measure.other ?? [:])] {
        for period in shares.keys.sorted() {
          guard let share = shares[period] else { continue }
          CSVColumn.Field.append(ours(measure.definition, way, period, share), to: &bytes)
        }
      }
      for target in measure.definition.targets {
        CSVColumn.Field.append(
          other(measure.definition, "target", "", "", target.tenths, target.citation), to: &bytes)
      }
      for figure in measure.definition.published {
        CSVColumn.Field.append(
          other(
            measure.definition, "published", "year to \(figure.year)-03", figure.area,
            figure.tenths, figure.source), to: &bytes)
      }
    }
    return bytes
  }

  private static func ours(
    _ definition: MeasureDefinition, _ way: String, _ period: CountedMeasure.Period,
    _ share: Share
  ) -> [CSVColumn.Field] {
    [
      .text(definition.id), .text(definition.title), .text("ours"), .text(way),
      .text(period.description), .empty, .number(share.met), .number(share.decided),
      .number(share.unknown), .text(percent(share.tenths)), .text(percent(share.lowestTenths)),
      .text(percent(share.highestTenths)), .empty,
    ]
  }

  private static func other(
    _ definition: MeasureDefinition, _ kind: String, _ period: String, _ area: String,
    _ tenths: Int, _ source: String
  ) -> [CSVColumn.Field] {
    [
      .text(definition.id), .text(definition.title), .text(kind), .empty, .text(period),
      .text(area), .empty, .empty, .empty, .text(percent(tenths)), .empty, .empty, .text(source),
    ]
  }

  private static func percent(_ tenths: Int?) -> String {
    tenths.map { "\($0 / 10).\($0 % 10)" } ?? ""
  }
}
