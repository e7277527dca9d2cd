public import Faults

extension WorkingDayCalendar {
  /// Reads a calendar file: lines `# key: value`, then a heading `date,title`, then a day a line.
  ///
  /// The heading lines say `years: 2010 to 2028`, `source:` and `checked:`, so that a run can
  /// name what it counted by.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: the calendar's name, which is its file's name without ending.
  ///   - file: the file's name for messages.
  /// - Throws: ``Fault`` with the line of the first thing that is wrong.
  public convenience init(text: String, name: String, file: String) throws(Fault) {
    var holidays: [CivilDay: String] = [:]
    var entries: [(day: CivilDay, place: Place)] = []
    var years: ClosedRange<Int>?
    var headingSeen = false
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = String(
        decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      let place = Place(file: file, line: number)
      if line.isEmpty { continue }
      if line.utf8.first == UInt8(ascii: "#") {
        years = WorkingDayCalendar.years(line) ?? years
      } else if !headingSeen {
        guard line == "date,title" else {
          throw Fault(
            .configuration, at: place, "a calendar's first row is its heading \"date,title\"",
            next: "put that heading above the first day")
        }
        headingSeen = true
      } else {
        let entry = try WorkingDayCalendar.entry(line, at: place)
        guard holidays.updateValue(entry.title, forKey: entry.day) == nil else {
          throw Fault(
            .configuration, at: place, "a calendar names each day once",
            next: "remove one of the two rows for \(entry.day)")
        }
        entries.append((entry.day, place))
      }
    }
    guard let years, headingSeen else {
      throw Fault(
        .configuration, at: Place(file: file),
        "a calendar says which whole years it covers, in a line \"# years: 2010 to 2028\"",
        next: "add the line at the head of the file")
    }
    self.init(name: name, years: years, holidays: holidays)
    for entry in entries where !span.contains(entry.day) {
      throw Fault(
        .configuration, at: entry.place, "a calendar's days lie in its years",
        next: "widen the years or remove \(entry.day)")
    }
  }

  /// The years of a line `# years: 2010 to 2028`.
  private static func years(_ line: String) -> ClosedRange<Int>? {
    let words = line.utf8.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard words.count == 5, words[1] == "years:", words[3] == "to", let first = Int(words[2]),
      let last = Int(words[4]), (1..<10_000).contains(first), (first..<10_000).contains(last)
    else { return nil }
    return first...last
  }

  private static func entry(
    _ line: String, at place: Place
  ) throws(Fault) -> (day: CivilDay, title: String) {
    let cut = line.utf8.firstIndex(of: UInt8(ascii: ",")) ?? line.endIndex
    guard cut < line.endIndex, let day = CivilDay(iso: String(line[..<cut])) else {
      throw Fault(
        .configuration, at: place, "a calendar's row is a date as 2025-12-25, a comma and a title",
        next: "mend the row")
    }
    return (day, String(line[line.utf8.index(after: cut)...]))
  }
}
