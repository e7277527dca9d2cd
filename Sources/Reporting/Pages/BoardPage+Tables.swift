import CaseModel
import Clocks
import Output
import RuleBook

extension BoardPage {
  /// Checks by rule and outcome; it carries the page's totals for programs.
  func countsTable() -> [UInt8] {
    let shown: [Outcome] = Outcome.allCases.filter { outcome in
      outcome != .elapsed || measures.contains { $0.counts[.elapsed] > 0 }
    }
    var writer = MarkupWriter()
    writer.openTable(Strings.countsCaption, class: "counts")
    writer.head(
      [Strings.timescale, Strings.inTime] + shown.map(\.title), numbersFrom: 1)
    writer.markup("<tbody>\n")
    for measure in measures {
      let rule = night.rules[measure.rule]
      writer.markup("<tr")
      writer.data("rule", rule.id)
      for outcome in Outcome.allCases {
        writer.data(PageTotals.name(of: outcome), String(measure.counts[outcome]))
      }
      writer.markup("><th scope=\"row\">")
      writer.text(rule.title)
      writer.markup("<small>")
      writer.text(rule.pack)
      writer.markup("</small></th><td class=\"n\">")
      writer.text(measure.share.isEmpty ? "–" : measure.share.words)
      writer.markup("</td>")
      for outcome in shown { writer.cell(measure.counts[outcome]) }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// Met of decided by rule and month of the due date: the last six months.
  func monthsTable() -> [UInt8] {
    guard let day = night.asOf.day else { return [] }
    let months = (0..<6).reversed().map { Month(of: day).earlier(by: $0) }
    var writer = MarkupWriter()
    writer.openTable(Strings.monthsCaption, class: "months")
    writer.head([Strings.timescale] + months.map(\.words), numbersFrom: 1)
    writer.markup("<tbody>\n")
    for measure in measures where measure.counts.total > 0 {
      writer.markup("<tr><th scope=\"row\">")
      writer.text(night.rules[measure.rule].title)
      writer.markup("</th>")
      for month in months {
        let part = measure.months.first { $0.month == month }
        writer.markup("<td class=\"n\">")
        if let share = part?.share, !share.isEmpty {
          writer.text(share.words)
          writer.markup("<small>")
          writer.text("\(English.grouped(share.met)) of \(English.grouped(share.decided))")
          writer.markup("</small>")
        } else {
          writer.markup("–")
        }
        writer.markup("</td>")
      }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// Findings new, continuing and cleared by rule; empty on the first night.
  func changesTable() -> [UInt8] {
    guard night.previousRun != nil else { return [] }
    var fresh = [Int](repeating: 0, count: night.rules.count)
    var continuing = fresh
    var cleared: [String: Int] = [:]
    for check in night.checks {
      if check.change == .new { fresh[check.rule] += 1 }
      if check.change == .continuing { continuing[check.rule] += 1 }
    }
    for finding in night.cleared { cleared[finding.rule, default: 0] += 1 }
    var writer = MarkupWriter()
    writer.openTable(Strings.changesCaption, class: "changes")
    writer.head(
      [Strings.timescale, Strings.newHeading, Strings.continuing, Strings.cleared], numbersFrom: 1)
    writer.markup("<tbody>\n")
    for (place, rule) in night.rules.enumerated() {
      let gone = cleared[rule.id] ?? 0
      guard fresh[place] + continuing[place] + gone > 0 else { continue }
      writer.markup("<tr><th scope=\"row\">")
      writer.text(rule.title)
      writer.markup("</th>")
      for count in [fresh[place], continuing[place], gone] { writer.cell(count) }
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// Faults in the data by kind, without any place: places are the teams'.
  func faultsTable() -> [UInt8] {
    let causes = FaultCause.causes(of: night)
    guard !causes.isEmpty else { return [] }
    var writer = MarkupWriter()
    writer.openTable(Strings.faultsCaption, class: "faults")
    writer.head([Strings.rule, Strings.harm, Strings.countHeading], numbersFrom: 2)
    writer.markup("<tbody>\n")
    for cause in causes {
      writer.markup("<tr><th scope=\"row\">")
      writer.text(cause.summary)
      writer.markup("</th>")
      writer.cell(Strings.severityMeaning(cause.severity))
      writer.cell(cause.places.count)
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// What is due in the next two weeks.
  func dueSoonTable(_ checks: [CheckLine]) -> [UInt8] {
    var writer = MarkupWriter()
    guard !checks.isEmpty else {
      writer.markup("<p>")
      writer.text(Strings.nothingDue)
      writer.markup("</p>")
      return writer.bytes
    }
    writer.openTable(Strings.dueSoonCaption, class: "due-soon")
    writer.head([Strings.child, Strings.timescale, Strings.started, Strings.dueHeading])
    writer.markup("<tbody>\n")
    for check in checks.prefix(dueSoonCap) {
      writer.markup("<tr><th scope=\"row\" class=\"id\">")
      writer.exported(pseudonyms[check.child] ?? "")
      writer.markup("</th>")
      writer.cell(night.rules[check.rule].title)
      writer.cell(check.start)
      writer.cell(check.due)
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }
}
