import ArgumentParser
import Faults
import Nightly

/// `duly explain`: how the dates of one child were worked out.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain every check of one child in sentences, with file and line.",
    discussion: """
      Give either --config, for the exports of the night, or the export files themselves as for \
      judge. With --format json every check is an object with the same facts for programs; its \
      keys are described in Documentation/explain.md. Example: duly explain C000123 --config SampleExports/duly.yaml --rule england/icpc
      """)

  @Argument(help: "The child's id, as the case system writes it.") var child: String
  @Argument(help: "The export files, unless --config is given.") var exports: [String] = []
  @Option(help: "The configuration of the night.") var config: String?
  @Option(help: "Only this rule, by its id; with exports, --rules names packs.") var rule: String?
  @Option(help: "How the checks are printed: text or json.") var format: ExplainFormat = .text
  @OptionGroup var options: ExportOptions

  func validate() throws {
    guard (config == nil) != exports.isEmpty else {
      throw ValidationError("Give either --config FILE or the export files.")
    }
  }

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let explanation: ChildExplanation
      if let config {
        explanation = try ChildExplanation(
          child: child, rule: rule, configuration: config, data: options.data)
      } else {
        explanation = try ChildExplanation(
          child: child, rule: rule, try options.request(exports))
      }
      if !explanation.warning.isEmpty { CommandFailure.say("duly: \(explanation.warning)") }
      switch format {
      case .text: for line in explanation.lines { print(line) }
      case .json: try StandardOutput.write(explanation.json)
      }
    }
  }
}

/// How an explanation is printed.
enum ExplainFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
