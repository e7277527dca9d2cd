import Clocks
import Output
import RuleBook

/// The days of a clock as a calendar: each with its number, or why it is not counted.
struct CatalogueDays {
  private let days: [CivilDay: CountedDay]
  private let first: CivilDay
  private let last: CivilDay
  private let marks: [(day: CivilDay, word: String)]

  /// The days of a check, in order; at least one.
  init(_ check: Check, _ days: [CountedDay]) {
    self.days = Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0) })
    let marked = [
      ("start", check.start.day), ("due", check.due.day), ("done", check.satisfied.day),
    ]
    let marks = marked.compactMap { word, day in day.map { (day: $0, word: word) } }
    self.marks = marks
    var shown = days.map(\.day)
    // What was done soon before or after stands in the same calendar.
    if let done = check.satisfied.day, let start = shown.first, let end = shown.last,
      start.days(since: done) <= 14, done.days(since: end) <= 14
    {
      shown.append(done)
    }
    first = shown.min() ?? CivilDay(number: 0)
    last = shown.max() ?? first
  }

  func write(_ writer: inout MarkupWriter) {
    writer.openTable("Day by day", class: "weeks")
    writer.head(Weekday.allCases.map(\.name))
    writer.markup("<tbody>\n")
    var monday = first.adding(days: -first.weekday)
    while monday <= last {
      writer.markup("<tr>")
      for offset in 0..<7 { cell(monday.adding(days: offset), &writer) }
      writer.markup("</tr>\n")
      monday = monday.adding(days: 7)
    }
    writer.markup("</tbody>\n")
    writer.closeTable()
  }

  private func cell(_ day: CivilDay, _ writer: inout MarkupWriter) {
    guard first <= day, day <= last else {
      writer.markup("<td></td>")
      return
    }
    let counted = days[day]
    let words = marks.filter { $0.day == day }.map(\.word)
    let isOff = counted.map { $0.number == nil } ?? false
    switch (isOff, words.isEmpty) {
    case (true, true): writer.markup("<td class=\"off\">")
    case (true, false): writer.markup("<td class=\"off turn\">")
    case (false, true): writer.markup("<td>")
    case (false, false): writer.markup("<td class=\"turn\">")
    }
    writer.text(English.day(.day(day)))
    if let number = counted?.number {
      writer.markup("<b>day ")
      writer.number(number)
      writer.markup("</b>")
    } else if let name = counted?.name, name != Weekday.allCases[day.weekday].name {
      writer.markup("<small>")
      writer.text(name)
      writer.markup("</small>")
    }
    for word in words {
      writer.markup("<small>")
      writer.text(word)
      writer.markup("</small>")
    }
    writer.markup("</td>")
  }
}
