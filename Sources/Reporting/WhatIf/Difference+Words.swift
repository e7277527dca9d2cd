import Output
import RuleBook

extension Difference {
  /// The columns of the table, in order.
  static let columns = ["rule", "team", "month", "before", "after", "checks"]

  /// The word for a check that is not made.
  static let noCheck = "no check"

  /// The table as CSV, with a byte-order mark and a heading.
  public var csv: [UInt8] {
    var bytes = CSV.byteOrderMark
    CSV.appendRecord(Difference.columns, to: &bytes)
    for row in rows {
      for text in [
        row.rule, row.team, row.month, Difference.word(row.before), Difference.word(row.after),
      ] {
        CSV.append(text, to: &bytes)
        CSV.appendComma(to: &bytes)
      }
      CSV.append(row.count, to: &bytes)
      CSV.appendLineEnd(to: &bytes)
    }
    return bytes
  }

  /// All of it as one object of JSON.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.list("changes", changes) { $0.text($1) }
      writer.number("checks_before", checksBefore)
      writer.number("checks_after", checksAfter)
      writer.number("differing", differing)
      writer.number("only_due_moved", onlyDueMoved)
      writer.list("rows", rows) { writer, row in
        writer.lineEnd()
        writer.object { writer in
          writer.text("rule", row.rule)
          writer.text("team", row.team)
          writer.text("month", row.month)
          writer.text("before", Difference.word(row.before))
          writer.text("after", Difference.word(row.after))
          writer.number("checks", row.count)
        }
      }
    }
    writer.finish()
    return writer.bytes
  }

  /// Lines for somebody at a terminal.
  public var lines: [String] {
    var lines = changes.map { "What if: \(ScalarSight.shown($0))" }
    var first = 0
    while first < rows.count {
      let end = rows[first...].firstIndex { $0.rule != rows[first].rule } ?? rows.count
      lines += ["", "\(rows[first].title) (\(rows[first].rule))"]
      lines += Difference.table(rows[first..<end])
      lines += Difference.sums(rows[first..<end])
      first = end
    }
    return lines + ["", closing]
  }

  /// The last line: how many checks there are and how many differ.
  private var closing: String {
    let checks = English.groupedCount(checksBefore, "check", "checks")
    guard differing > 0 || onlyDueMoved > 0 else {
      return checksBefore == 1
        ? "Nothing differs: 1 check comes to the same on the same day."
        : "Nothing differs: \(checks) come to the same on the same days."
    }
    var parts: [String] = []
    if differing > 0 {
      parts.append(
        "\(English.grouped(differing)) of \(checks) would come to something else")
    } else {
      parts.append("None of \(checks) would come to something else")
    }
    if onlyDueMoved > 0 {
      parts.append(
        "\(English.grouped(onlyDueMoved)) \(differing > 0 ? "more " : "")would only be due on another day"
      )
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func table(_ rows: ArraySlice<Row>) -> [String] {
    var table = [["team", "month", "before", "after", "checks"]]
    for row in rows {
      table.append([
        row.team.isEmpty ? "no team" : ScalarSight.shown(row.team),
        row.month.isEmpty ? "no due" : row.month, word(row.before), word(row.after),
        English.grouped(row.count),
      ])
    }
    let widths = (0..<5).map { column in
      table.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return table.map { row in
      let cells = row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - text.unicodeScalars.count)
        return column == 4 ? gap + text : text + gap
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  /// How many go from one outcome to another, over all teams and months.
  private static func sums(_ rows: ArraySlice<Row>) -> [String] {
    guard rows.count > 1 else { return [] }
    var sums: [(words: String, count: Int)] = []
    for row in rows {
      let words = "\(word(row.before)) before, \(word(row.after)) after"
      if let index = sums.firstIndex(where: { $0.words == words }) {
        sums[index].count += row.count
      } else {
        sums.append((words, row.count))
      }
    }
    return sums.map { "  in all \(English.grouped($0.count)): \($0.words)" }
  }

  private static func word(_ outcome: Outcome?) -> String { outcome?.word ?? noCheck }
}
