import Clocks
import Output

/// Writes the long tables of pages as bytes; everything but its own markup is escaped.
struct MarkupWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Markup of the program's own.
  mutating func markup(_ text: StaticString) {
    text.withUTF8Buffer { bytes += $0 }
  }

  /// Bytes that were made by Duly and checked: a style, a policy.
  mutating func raw(_ made: [UInt8]) { bytes += made }

  /// Words of Duly's, of a pack or of the configuration.
  mutating func text(_ text: String) { HTMLText.append(text, to: &bytes) }

  /// A value that came from an export.
  mutating func exported(_ text: String) { HTMLText.appendExported(text, to: &bytes) }

  /// A number for people.
  mutating func number(_ number: Int) { bytes += English.grouped(number).utf8 }

  /// Starts a table in a region that can be scrolled with the keyboard.
  mutating func openTable(_ caption: String, class name: StaticString) {
    markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(Strings.scroll(caption))
    markup("\"><table class=\"")
    markup(name)
    markup("\"><caption>")
    text(caption)
    markup("</caption>\n")
  }

  /// Starts a table that is named by headings above it, whose ids are parted by blanks.
  mutating func openTable(_ caption: String, labelledBy id: String, class name: StaticString) {
    markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
    text(id)
    markup("\"><table class=\"")
    markup(name)
    markup("\" aria-labelledby=\"")
    text(id)
    markup("\"><caption>")
    text(caption)
    markup("</caption>\n")
  }

  /// Ends a table.
  mutating func closeTable() { markup("</table></div>\n") }

  /// The head of a table, with the places of the columns that hold numbers.
  mutating func head(_ headings: [String], numbersFrom firstNumber: Int = .max) {
    markup("<thead><tr>")
    for (place, heading) in headings.enumerated() {
      if place >= firstNumber {
        markup("<th scope=\"col\" class=\"n\">")
      } else {
        markup("<th scope=\"col\">")
      }
      text(heading)
      markup("</th>")
    }
    markup("</tr></thead>\n")
  }

  /// A cell with words.
  mutating func cell(_ text: String) {
    markup("<td>")
    self.text(text)
    markup("</td>")
  }

  /// A cell with a day and, below it, the time where it is known.
  mutating func cell(_ moment: Moment) {
    markup("<td class=\"d\">")
    self.moment(moment)
    markup("</td>")
  }

  /// A day and, below it, the time where it is known.
  mutating func moment(_ moment: Moment) {
    text(English.day(moment))
    guard moment.precision == .minute else { return }
    markup("<small>")
    text(moment.timeOfDay)
    markup("</small>")
  }

  /// A cell with a number; nothing is shown as a dash.
  mutating func cell(_ number: Int) {
    markup("<td class=\"n\">")
    if number == 0 { markup("–") } else { self.number(number) }
    markup("</td>")
  }

  /// A data attribute with a value, for whoever reads the page with a program.
  mutating func data(_ name: String, _ value: String) {
    bytes += " data-\(name)=\"".utf8
    text(value)
    markup("\"")
  }

  /// The sentences that explain a date, opened in place.
  mutating func explanation(_ sentences: [String], notes: [String]) {
    markup("<details><summary>")
    text(Strings.howWorkedOut)
    markup("</summary>")
    for sentence in sentences + notes {
      markup("<p>")
      text(sentence)
      markup("</p>\n")
    }
    markup("</details>")
  }

  /// What a check came to: a word with a sign, so that it does not rest on colour.
  mutating func status(_ word: String, class name: StaticString) {
    markup("<span class=\"status ")
    markup(name)
    markup("\">")
    text(word)
    markup("</span>")
  }
}
