import ArgumentParser
import Intake
import Nightly

/// The command line.
@main struct Duly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duly",
    abstract: "Judges children's safeguarding cases against statutory and local timescales.",
    discussion: """
      Start with "duly judge EXPORT" to see every check of one export, or with "duly run --config \
      FILE" for a whole night with reports. Exports are never changed and nothing leaves this \
      machine.
      """,
    subcommands: [
      RunCommand.self, JudgeCommand.self, ExplainCommand.self, CalendarCommand.self,
      RulesCommand.self, MappingCommand.self, WhatIfCommand.self, DemoCommand.self,
    ])

  @Flag(help: "Print the version, with the packs and calendars that would be used.")
  var version = false

  /// Starts a command, or the worker that reads exports where this process is to be one.
  static func main() {
    if ExportWorker.isWanted { ExportWorker.run() }
    main(nil)
  }

  func run() throws {
    guard version else {
      print(Duly.helpMessage())
      return
    }
    for line in VersionAnswer(DataFolders()).lines { print(line) }
  }
}
