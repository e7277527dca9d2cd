import ArgumentParser
import Clocks
import Faults
import Nightly

/// `duly rules lint`: every fault that can be found in the packs.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Look for every fault in the packs, not only for the first.",
    discussion: """
      Prints a line for each fault, with file, line, column, the rule that was broken and the next \
      step, and a closing line; then it ends with 78. Without a fault there is the closing line \
      alone. A notice is no fault. With --config it looks at the packs of the configuration, and \
      also for rules that none of its feeds can ever show. Without a pack, every pack of Rules is \
      looked at. Example: duly rules lint england
      """)

  @Argument(help: "The packs, by name or path.") var packs: [String] = []
  @Option(help: "The configuration of the night, to hold the rules against its feeds.")
  var config: String?
  @Option(help: "Look as on this day (YYYY-MM-DD) and not as today.") var today: String?
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?
  @Option(help: "A site's own folder of calendars, whose files stand over the shipped ones.")
  var calendars: String?

  func validate() throws {
    guard today.map({ CivilDay(iso: $0) != nil }) ?? true else {
      throw ValidationError("--today is a day, as 2026-03-31.")
    }
  }

  func run() throws {
    var isClean = false
    try CommandFailure.reporting { () throws(Fault) in
      let lint = try PackLinting(
        DataFolders(data: data, configuration: config), packs: packs, configuration: config,
        calendars: calendars, today: today.flatMap { CivilDay(iso: $0) })
      try StandardOutput.write(lines: lint.lines + [lint.closing])
      isClean = lint.isClean
    }
    if !isClean { throw CommandFailure.ending(.configuration) }
  }
}
