import ArgumentParser
import Faults
import Nightly

/// `duly calendar`: what the calendars say.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Work out dates with the calendars of working days.",
    subcommands: [CalendarDueCommand.self])
}

/// `duly calendar due`: the last day or minute in time.
struct CalendarDueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Print when a limit runs out.",
    discussion: """
      The day of the start is day 0, and the last day is in time. Hours are elapsed time in London. \
      Example: duly calendar due --from 2024-09-02 --limit "15 working days"
      """)

  @Option(help: "The start: YYYY-MM-DD, YYYY-MM-DDTHH:MM, or with an offset behind it, as +01:00.")
  var from: String
  @Option(help: "The limit: a number of hours, days, working days, weeks or months.")
  var limit: String
  @Option(help: "The calendar, by name: england-and-wales, scotland, northern-ireland, court-days.")
  var calendar: String = "england-and-wales"
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?
  @Option(help: "A site's own folder of calendars, whose files stand over the shipped ones.")
  var calendars: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let due = try DueQuestion(from: from, limit: limit, calendar: calendar)
        .answer(DataFolders(data: data), calendars: calendars)
      print(due)
    }
  }
}
