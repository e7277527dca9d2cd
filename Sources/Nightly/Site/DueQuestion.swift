import Clocks
public import Faults

/// The question when a limit runs out, as somebody types it.
public struct DueQuestion {
  private let from: String
  private let limit: String
  private let calendar: String

  /// A question in words.
  public init(from: String, limit: String, calendar: String) {
    self.from = from
    self.limit = limit
    self.calendar = calendar
  }

  /// The last day, or the last minute with London's offset.
  ///
  /// - Throws: ``Fault`` with 64 where the question cannot be understood, with 78 where the answer
  ///   needs a year that the calendar does not hold.
  public func answer(_ folders: DataFolders, calendars: String? = nil) throws(Fault) -> String {
    let start = try start()
    let limit = try readLimit()
    if limit.isElapsed {
      guard start.precision == .minute, let instant = start.instants?.lowerBound else {
        throw Fault(
          .usage, "a limit of hours runs from a time of day",
          next: "add the time to --from, as 2025-03-28T18:00")
      }
      return Moment.instant(DueDate.instant(limit, after: instant)).descriptionWithOffset
    }
    let library = try RuleLibrary(folders, calendars: calendars)
    guard let calendar = library.calendars[calendar] else {
      throw Fault(
        .usage, "\"\(self.calendar)\" is no calendar",
        next: suggestion(for: self.calendar, in: library.calendars.keys))
    }
    guard let due = DueDate.day(limit, after: start.civilDay, calendar: calendar) else {
      throw Fault(
        .configuration,
        "the due date needs a year outside \(calendar.span.lowerBound.civil.year) to \(calendar.span.upperBound.civil.year), which the calendar \"\(calendar.name)\" does not hold",
        next:
          "put a file \(calendar.name).csv that covers that year into a folder and name it with --calendars"
      )
    }
    return due.description
  }

  private func readLimit() throws(Fault) -> Limit {
    do {
      return try Limit(limit)
    } catch {
      throw Fault(.usage, error.reason, next: "write --limit as \"15 working days\"")
    }
  }

  /// The start; a time on the wall must be one that happens once.
  private func start() throws(Fault) -> Moment {
    guard let moment = MomentText.read(from) else {
      throw Fault(
        .usage, "--from is a day, or a day and a time",
        next: "write it as 2025-03-28, 2025-03-28T18:00 or 2025-03-28T18:00+00:00")
    }
    guard let local = moment.localMinute, moment.fold == .unknown else { return moment }
    switch LondonTime.reading(of: local) {
    case .once: return moment
    case .twice:
      throw Fault(
        .usage,
        "\(moment) happens twice, because the clocks go back: as \(moment)+01:00 and as \(moment)+00:00",
        next: "add the offset that is meant")
    case .never:
      throw Fault(
        .usage,
        "\(moment) never happens, because the clocks go forward: it reads as \(moment)+00:00 or as \(moment)+01:00",
        next: "add the offset that is meant")
    }
  }
}
