import Clocks
import RuleBook

/// The list of breaches on the board's page: by basis, still open first, oldest first.
struct BreachList {
  /// All breaches of the night.
  let total: Int
  /// The breaches listed.
  private(set) var shown = 0
  /// The list's bytes.
  private(set) var bytes: [UInt8] = []

  private let page: BoardPage

  /// The list of a page, as long as its caps allow; each basis has its fair part of them.
  init(page: BoardPage) {
    self.page = page
    var byBasis: [Basis: [Int]] = [:]
    for (place, check) in page.night.checks.enumerated()
    where check.isCounted && check.outcome.isBreach {
      byBasis[check.basis, default: []].append(place)
    }
    total = byBasis.values.reduce(0) { $0 + $1.count }
    let held = Basis.allCases.filter { byBasis[$0] != nil }
    var writer = MarkupWriter()
    if held.isEmpty {
      writer.markup("<p>")
      writer.text(Strings.noBreaches)
      writer.markup("</p>")
    }
    for (index, basis) in held.enumerated() {
      let places = sorted(byBasis[basis] ?? [])
      let parts = held.count - index
      let rows = (page.breachCap - shown) / parts
      let limit = writer.bytes.count + (page.breachBytes - writer.bytes.count) / parts
      shown += table(places, basis: basis, rows: rows, limit: limit, to: &writer)
    }
    bytes = writer.bytes
  }

  private func sorted(_ places: [Int]) -> [Int] {
    let checks = page.night.checks
    return places.sorted { left, right in
      let (first, second) = (checks[left], checks[right])
      let (isOpen, isOtherOpen) = (first.outcome == .overdue, second.outcome == .overdue)
      if isOpen != isOtherOpen { return isOpen }
      return first.due.isBefore(second.due) ?? first.start.isBefore(second.start) ?? (left < right)
    }
  }

  /// Writes the table of one basis and gives the number of breaches listed.
  private func table(
    _ places: [Int], basis: Basis, rows: Int, limit: Int, to writer: inout MarkupWriter
  ) -> Int {
    writer.markup("<h3>")
    writer.text(Strings.basis(basis))
    writer.markup("</h3>\n")
    writer.openTable(Strings.breachesCaption(basis, places.count), class: "breaches")
    writer.head([
      Strings.child, Strings.timescale, Strings.started, Strings.dueHeading, Strings.done,
      Strings.howLate,
    ])
    var listed = 0
    for place in places.prefix(rows) {
      row(page.night.checks[place], to: &writer)
      listed += 1
      if writer.bytes.count > limit { break }
    }
    writer.closeTable()
    if listed < places.count {
      writer.markup("<p class=\"more\">")
      writer.text(Strings.more(places.count - listed, "board/breaches.csv"))
      writer.markup("</p>\n")
    }
    return listed
  }

  private func row(_ check: CheckLine, to writer: inout MarkupWriter) {
    let rule = page.night.rules[check.rule]
    writer.markup("<tbody class=\"case\"><tr><th scope=\"row\" class=\"id\">")
    writer.exported(page.pseudonyms[check.child] ?? "")
    writer.markup("</th><td>")
    writer.text(rule.title)
    writer.markup("<small>")
    writer.text(check.citation.isEmpty ? rule.citation : check.citation)
    writer.markup("</small></td>")
    writer.cell(check.start)
    writer.cell(check.due)
    writer.markup("<td class=\"d\">")
    switch check.outcome {
    case .overdue where check.flags.contains(.ended):
      writer.status(Strings.endedUndone, class: "overdue")
    case .overdue: writer.status(Strings.stillOpen, class: "overdue")
    case .notMet: writer.status(Outcome.notMet.title, class: "not-met")
    // A breach is met late, else overdue or not met.
    case .metLate, .met, .due, .notRequired, .stopped, .invalid, .notEvaluable, .elapsed:
      writer.status(Outcome.metLate.title, class: "late")
      writer.markup("<br>")
      writer.moment(check.satisfied)
    }
    writer.markup("</td>")
    writer.cell(check.lateness)
    writer.markup("</tr>\n")
    let notes = check.notes
    if !check.explanation.isEmpty || !notes.isEmpty {
      writer.markup("<tr class=\"why\"><td colspan=\"6\">")
      writer.explanation(check.explanation, notes: notes)
      writer.markup("</td></tr>")
    }
    writer.markup("</tbody>\n")
  }
}
