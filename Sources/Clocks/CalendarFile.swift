public import Faults

/// A calendar file as written: the years, what it builds on, and its days with their titles.
///
/// Lines `# key: value` stand at its head, then the row `date,title`, then a day a line.
public struct CalendarFile: Sendable {
  /// The calendar's name, which is its file's name without ending.
  public let name: String
  /// The file's name for messages.
  public internal(set) var file: String
  /// The first and last year, both whole.
  public internal(set) var years: ClosedRange<Int>
  /// The days of the week on which nobody works; nil where the file does not say it.
  public let restDays: Set<Weekday>?
  /// The calendar that it builds on; nil for none.
  public let basedOn: String?
  /// Where that name is written.
  public let basedOnPlace: Place
  /// Its own days and their titles.
  public internal(set) var days: [CivilDay: String]

  /// Reads a calendar file.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: the calendar's name.
  ///   - file: the file's name for messages.
  /// - Throws: ``Fault`` with the line of the first thing that is wrong.
  public init(text: String, name: String, file: String) throws(Fault) {
    self.name = name
    self.file = file
    var head = CalendarHead()
    var days: [CivilDay: String] = [:]
    var entries: [(day: CivilDay, place: Place)] = []
    var headingSeen = false
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = String(
        decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      let place = Place(file: file, line: number)
      if line.isEmpty { continue }
      if line.utf8.first == UInt8(ascii: "#") {
        if !headingSeen { try head.read(line, at: place) }
      } else if !headingSeen {
        guard line == "date,title" else {
          throw Fault(
            .configuration, at: place, "a calendar's first row is its heading \"date,title\"",
            next: "put that heading above the first day")
        }
        headingSeen = true
      } else {
        let entry = try CalendarFile.entry(line, at: place)
        guard days.updateValue(entry.title, forKey: entry.day) == nil else {
          throw Fault(
            .configuration, at: place, "a calendar names each day once",
            next: "remove one of the two rows for \(entry.day)")
        }
        entries.append((entry.day, place))
      }
    }
    guard let years = head.years, headingSeen else {
      throw Fault(
        .configuration, at: Place(file: file),
        "a calendar says which whole years it covers, in a line \"# years: 2010 to 2028\", and has the row \"date,title\"",
        next: "add the line at the head of the file")
    }
    for entry in entries where !years.contains(entry.day.civil.year) {
      throw Fault(
        .configuration, at: entry.place, "a calendar's days lie in its years",
        next: "widen the years or remove \(entry.day)")
    }
    self.years = years
    self.days = days
    restDays = head.restDays
    basedOn = head.basedOn
    basedOnPlace = head.basedOnPlace ?? Place(file: file)
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
