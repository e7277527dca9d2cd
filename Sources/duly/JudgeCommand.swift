import ArgumentParser
import Clocks
import Faults
import Glibc
import Nightly

/// `duly judge`: every check of some exports to standard output.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Judge exports and print every check; nothing is kept.",
    discussion: """
      A children in need census (XML) is read as it is, and so is Duly's own interchange format; any \
      other CSV, or a workbook (.xlsx), needs --mapping. Rows are printed only after the last byte \
      of every input has been checked. Example: duly judge cin-census.xml --rules england --rules local-002
      """)

  @Argument(help: "The export files: XML, CSV or .xlsx.") var exports: [String]
  @OptionGroup var options: ExportOptions
  @Option(help: "How rows are printed: csv or json.") var format: RowFormat = .csv
  @Flag(help: "Print a row for each rule that no export can answer, too.") var all = false

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let judge = JudgeRun(try options.request(exports))
      let summary = try judge.run(isJSON: format == .json, all: all, to: STDOUT_FILENO)
      if !summary.line.isEmpty { CommandFailure.say("duly: \(summary.line)") }
    }
  }
}

/// How rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case json
}
