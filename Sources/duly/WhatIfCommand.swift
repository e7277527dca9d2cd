import ArgumentParser
import Faults
import Glibc
import Nightly
import Reporting
import RuleBook

/// `duly what-if`: what another limit, calendar or edition would alter.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Judge the same cases with and without a change of the rules, and say what differs.",
    discussion: """
      A change names a rule, a key of it and the new value, as the pack's file would have it: \
      "england/icpc limit = 10 working days". It replaces what the rule and all its editions say; \
      "england/icpc edition 2023-12-15 limit = 10 working days" changes one edition, named by its \
      first day, and "england/icpc new edition 2026-04-01 limit = 10 working days" adds one that \
      otherwise says what the one before it says. Without a rule, a key of the pack is changed: \
      "england calendar = scotland". A key inside another stands behind a dot ("repeats.then"), \
      and nothing behind the equals sign takes the key away. Nothing is written to the packs.

      Counted are the checks that come to something else, by rule, team and month of the due date \
      (as it is without the change). A message names a change as --change, its number among the \
      changes, and the column. Give either --config, for the exports of the night, or the export \
      files themselves as for judge. Example: duly what-if --change "england/icpc limit = 10 \
      working days" --config SampleExports/duly.yaml
      """)

  @Argument(help: "The export files, unless --config is given.") var exports: [String] = []
  @Option(help: "RULE KEY = VALUE, or PACK KEY = VALUE. May be given several times.")
  var change: [String]
  @Option(help: "The configuration of the night.") var config: String?
  @Option(help: "How the difference is printed: text, csv or json.")
  var format: AnswerFormat = .text
  @OptionGroup var options: ExportOptions

  func validate() throws {
    guard (config == nil) != exports.isEmpty else {
      throw ValidationError("Give either --config FILE or the export files.")
    }
    guard !change.isEmpty else { throw ValidationError("Give at least one --change.") }
  }

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      var changes: [PackChange] = []
      for (index, text) in change.enumerated() {
        changes.append(try PackChange(text, number: index + 1))
      }
      let request =
        if let config {
          PipelineRequest(try NightConfiguration(path: config), data: options.data)
        } else {
          try options.request(exports)
        }
      let answer = try WhatIf(changes, request)
      switch format {
      case .text: for line in answer.difference.lines { print(line) }
      case .csv: try StandardOutput.write(answer.difference.csv)
      case .json: try StandardOutput.write(answer.difference.json)
      }
    }
  }
}

/// How an answer is printed.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
  case json
}
