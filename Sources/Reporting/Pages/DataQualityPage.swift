import CaseModel
import Clocks
import Output

/// The data-quality page: every kind of fault, most harmful first, and where to mend it.
struct DataQualityPage {
  /// What was found.
  let night: NightResult
  /// Places listed for each kind at most.
  var cap = 50
  /// Bytes of the places at most, so that the page stays under 3 MB.
  var listBytes = 2_400_000

  /// A page of a night.
  init(night: NightResult) { self.night = night }

  /// The page's values and parts.
  func content() -> (context: PageContext, parts: [String: [UInt8]]) {
    let causes = FaultCause.causes(of: night)
    let newest = CommonContext.newest(of: night)
    var values = CommonContext.values(of: night, title: Strings.dataQualityTitle)
    values["feeds"] = .list(
      night.feeds.map { feed in
        var held = CommonContext.feed(feed, newest: newest)
        held["files"] = .list(
          feed.files.map {
            PageContext([
              "name": .exported($0.name), "bytes": .number(Int($0.bytes)),
              "hash": .text(String($0.sha256.prefix(12))),
            ])
          })
        return PageContext(held)
      })
    values["faultsTotal"] = .number(causes.reduce(0) { $0 + $1.weight })
    values["placesTotal"] = .number(night.faults.count)
    values["hasSystematic"] = .flag(causes.contains(where: \.isSystematic))
    for (name, severity) in [
      ("harmfulTotal", DataIssue.Severity.harmful), ("hinderingTotal", .hindering),
      ("worthALookTotal", .worthALook),
    ] {
      values[name] = .number(
        causes.reduce(0) { $0 + ($1.severity == severity ? $1.weight : 0) })
    }
    values["causesTotal"] = .number(causes.count)
    values["hasFaults"] = .flag(!causes.isEmpty)
    values["detailCap"] = .number(cap)
    return (
      PageContext(values),
      ["table:causes": causesTable(causes), "table:places": places(causes)]
    )
  }

  private func causesTable(_ causes: [FaultCause]) -> [UInt8] {
    var writer = MarkupWriter()
    guard !causes.isEmpty else {
      writer.markup("<p>")
      writer.text(Strings.noFaults)
      writer.markup("</p>")
      return writer.bytes
    }
    writer.openTable(Strings.causesCaption, class: "causes")
    writer.head(
      [Strings.rule, Strings.harm, Strings.step, Strings.placesHeading], numbersFrom: 3)
    writer.markup("<tbody>\n")
    for (place, cause) in causes.enumerated() {
      writer.markup("<tr")
      writer.data("fault", cause.identifier)
      writer.data("count", String(cause.places.count))
      writer.markup("><th scope=\"row\"><a href=\"#fault-")
      writer.text(String(place + 1))
      writer.markup("\">")
      writer.text(cause.summary)
      writer.markup("</a><small>")
      writer.text(cause.identifier)
      if cause.isSystematic {
        writer.text(Strings.runsThrough)
        writer.exported(cause.file)
      }
      writer.markup("</small></th><td>")
      status(cause.severity, to: &writer)
      writer.markup("<small>")
      writer.text(Strings.severityMeaning(cause.severity))
      writer.markup("</small></td>")
      writer.cell(step(cause))
      writer.cell(cause.places.count)
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
    return writer.bytes
  }

  /// What to do: where one cause shows in many rows, that cause first.
  private func step(_ cause: FaultCause) -> String {
    let step = English.sentence(cause.nextStep)
    return cause.isSystematic ? "\(Strings.oneCause) \(step)" : step
  }

  private func status(_ severity: DataIssue.Severity, to writer: inout MarkupWriter) {
    let word = Strings.severity(severity)
    switch severity {
    case .harmful: writer.status(word, class: "overdue")
    case .hindering: writer.status(word, class: "late")
    case .worthALook: writer.status(word, class: "later")
    }
  }

  private func places(_ causes: [FaultCause]) -> [UInt8] {
    var writer = MarkupWriter()
    for (place, cause) in causes.enumerated() {
      writer.markup("<section class=\"fault\"><h3 id=\"fault-")
      writer.text(String(place + 1))
      writer.markup("\">")
      writer.text(cause.summary)
      writer.markup("</h3>\n<p>")
      writer.text("\(Strings.step): \(step(cause))")
      writer.markup("</p>\n")
      let listed = writer.bytes.count > listBytes ? [] : cause.places.prefix(cap)
      if !listed.isEmpty { table(listed, of: cause, id: "fault-\(place + 1)", to: &writer) }
      if listed.count < cause.places.count {
        writer.markup("<p class=\"more\">")
        writer.text(Strings.more(cause.places.count - listed.count, "team/data-quality.csv"))
        writer.markup("</p>\n")
      }
      writer.markup("</section>\n")
    }
    return writer.bytes
  }

  private func table(
    _ places: ArraySlice<Int>, of cause: FaultCause, id: String, to writer: inout MarkupWriter
  ) {
    writer.openTable(
      Strings.placesCaption(cause.places.count), labelledBy: id, class: "places")
    writer.head([
      Strings.fileHeading, Strings.lineHeading, Strings.columnHeading, Strings.otherPlace,
    ])
    writer.markup("<tbody>\n")
    for place in places {
      let fault = night.faults[place]
      writer.markup("<tr><th scope=\"row\">")
      writer.exported(fault.file)
      writer.markup("</th>")
      writer.cell(fault.line > 0 ? String(fault.line) : "–")
      writer.cell(fault.column > 0 ? String(fault.column) : "–")
      writer.markup("<td>")
      if fault.otherPlace.isEmpty { writer.text("–") } else { writer.exported(fault.otherPlace) }
      writer.markup("</td></tr>\n")
    }
    writer.markup("</tbody>")
    writer.closeTable()
  }
}
