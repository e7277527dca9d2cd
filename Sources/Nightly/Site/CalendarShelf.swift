import Clocks
import Faults
import Files
import Output
import Publishing

/// All calendars that a command can count by: the shipped ones, and a site's own laid over them.
struct CalendarShelf {
  /// The calendars, by name.
  private(set) var calendars: [String: WorkingDayCalendar] = [:]
  /// What is to be said of each, by name, for reports.
  private(set) var details: [String: String] = [:]
  /// The hash of the files of each alone, by name.
  private(set) var hashes: [String: String] = [:]
  private var files: [String: CalendarFile] = [:]

  /// Reads the shipped calendars and those of a site's own folder.
  ///
  /// - Parameters:
  ///   - shipped: the folder of the shipped calendars.
  ///   - own: the site's own folder; nil for none.
  ///   - content: reads the files.
  /// - Throws: ``Fault`` with file and line of the first thing that is wrong.
  init(shipped: String, own: String?, content: ContentFiles) throws(Fault) {
    for name in try CalendarShelf.names(in: shipped) {
      files[name] = try CalendarShelf.file(name, shipped, content)
      hashes[name] = try content.hash(CalendarShelf.path(name, shipped))
    }
    if let own {
      for name in try CalendarShelf.names(in: own) { try lay(name, from: own, content) }
    }
    for name in files.keys.sorted() { _ = try build(name, above: []) }
  }

  /// The names of some calendars and of those that they build on, each once, a base behind what
  /// builds on it.
  func named(_ names: [String]) -> [String] {
    var all: [String] = []
    for name in names {
      var next: String? = name
      while let held = next, !all.contains(held) {
        all.append(held)
        next = calendars[held]?.basedOn
      }
    }
    return all
  }

  /// Lays a site's file over the shipped one of its name, or puts it beside them.
  private mutating func lay(
    _ name: String, from folder: String, _ content: ContentFiles
  ) throws(Fault) {
    let newer = try CalendarShelf.file(name, folder, content)
    var hash = ContentHash()
    if let held = hashes[name] { hash.update("\(held)\n") }
    hash.update(try content.bytes(CalendarShelf.path(name, folder)))
    hashes[name] = hash.finish()
    guard let shipped = files[name] else {
      files[name] = newer
      details[name] = "the site's own"
      return
    }
    files[name] = try shipped.renewed(by: newer)
    let years = CalendarShelf.words(newer.years)
    let count = newer.differences(from: shipped)
    details[name] =
      count == 0
      ? "the site's own file for \(years)"
      : "the site's own file for \(years), which differs from the shipped one on \(English.counted(count, "day"))"
  }

  /// Builds a calendar after the one that it is based on.
  private mutating func build(
    _ name: String, above: [String]
  ) throws(Fault) -> WorkingDayCalendar? {
    if let built = calendars[name] { return built }
    guard let file = files[name] else { return nil }
    var base: WorkingDayCalendar?
    if let wanted = file.basedOn {
      guard files[wanted] != nil else {
        throw Fault(
          .configuration, at: file.basedOnPlace, "\"\(wanted)\" is no calendar",
          next: suggestion(for: wanted, in: files.keys.filter { $0 != name }))
      }
      guard wanted != name, !above.contains(wanted) else {
        throw Fault(
          .configuration, at: file.basedOnPlace, "no calendar is based on itself",
          next: "name one that stands on its own")
      }
      base = try build(wanted, above: above + [name])
    }
    let calendar = try WorkingDayCalendar(file, base: base)
    calendars[name] = calendar
    describe(calendar)
    return calendar
  }

  private mutating func describe(_ calendar: WorkingDayCalendar) {
    var parts = [
      CalendarShelf.words(
        calendar.span.lowerBound.civil.year...calendar.span.upperBound.civil.year)
    ]
    if let base = calendar.basedOn { parts.append("built on \(base)") }
    if calendar.restDays != WorkingDayCalendar.weekend {
      parts.append("rest days \(calendar.restDayNames.joined(separator: ", "))")
    }
    if let own = details[calendar.name] { parts.append(own) }
    details[calendar.name] = parts.joined(separator: "; ")
  }

  private static func words(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
  }

  private static func names(in folder: String) throws(Fault) -> [String] {
    try Folder.names(folder).filter { Path.has($0, ending: "csv") }.map(Path.stem)
  }

  private static func path(_ name: String, _ folder: String) -> String {
    Path.join(folder, "\(name).csv")
  }

  private static func file(
    _ name: String, _ folder: String, _ content: ContentFiles
  ) throws(Fault) -> CalendarFile {
    try CalendarFile(
      text: try content.text(path(name, folder)), name: name, file: "\(name).csv")
  }
}
