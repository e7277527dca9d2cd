import Clocks
import Output
import RuleBook

extension BoardPage {
  /// The packs' measures of the year to date: as the rule counts, as the publisher does, what is
  /// aimed at, and what England came to.
  func publishedTable() -> [UInt8] {
    guard let day = night.asOf.day else { return [] }
    let period = CountedMeasure.Period.year(of: day)
    var writer = MarkupWriter()
    writer.openTable(Strings.publishedCaption(period), class: "published")
    writer.head(Strings.publishedHeadings, numbersFrom: 1)
    writer.markup("<tbody>\n")
    for measure in shown {
      let definition = measure.definition
      writer.markup("<tr><th scope=\"row\">")
      writer.text(definition.title)
      writer.markup("</th>")
      cell(measure.own[period], &writer)
      if let other = measure.other { cell(other[period], &writer) } else { writer.cell("–") }
      writer.markup("<td class=\"n\">")
      writer.text(definition.targets.last.map { Share.words(tenths: $0.tenths) } ?? "–")
      writer.markup("</td><td class=\"n\">")
      if let figure = definition.newest(area: "England") ?? definition.published.last {
        writer.text(figure.words)
        small("\(figure.area), year to March \(figure.year)", &writer)
      } else {
        writer.markup("–")
      }
      writer.markup("</td></tr>\n<tr class=\"why\"><td colspan=\"5\">")
      writer.text(English.onOneLine(definition.counts))
      if !definition.difference.isEmpty {
        writer.text(" \(English.onOneLine(definition.difference))")
      }
      if let target = definition.targets.last {
        writer.text(" Aimed at: \(English.onOneLine(target.citation)).")
      }
      writer.markup("</td></tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// The measures of which the exports show anything.
  var shown: [CountedMeasure] {
    counted.filter { !($0.own[.all]?.isEmpty ?? true) }
  }

  private func cell(_ share: Share?, _ writer: inout MarkupWriter) {
    writer.markup("<td class=\"n\">")
    if let share, !share.isEmpty {
      writer.text(share.words)
      small("\(English.grouped(share.met)) of \(English.grouped(share.decided))", &writer)
    } else {
      writer.text(Strings.noCasesYet)
    }
    writer.markup("</td>")
  }

  private func small(_ text: String, _ writer: inout MarkupWriter) {
    writer.markup("<small>")
    writer.text(text)
    writer.markup("</small>")
  }
}
