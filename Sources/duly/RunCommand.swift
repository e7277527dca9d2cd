import ArgumentParser
import Faults
import Glibc
import Nightly

/// `duly run`: one night, from exports to published reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the night: judge the exports, compare with the last night, publish the reports.",
    discussion: """
      Silent when all went well; the first night names the lists that have no row. Run again on the \
      same exports it publishes nothing. A list that had rows the night before and has none holds the \
      night with exit code 76. Every key of \
      the configuration is described in Documentation/configuration.md. Example: duly run --config \
      SampleExports/duly.yaml
      """)

  @Option(help: "The configuration, a YAML file; paths in it are relative to its folder.")
  var config: String
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?
  @Option(
    name: .customLong("accept-change"),
    help: ArgumentHelp(
      "Publish a night that was held, by the hash that its refusal printed; good for that input only.",
      valueName: "hash"))
  var acceptedChange: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let night = try NightRun(
        configuration: config, data: data, acceptedChange: acceptedChange)
      let outcome = try night.run()
      if case .published(_, let notes, _) = outcome {
        for note in notes { CommandFailure.say("duly: first night: \(note)") }
      }
      guard isatty(STDERR_FILENO) == 1 else { return }
      switch outcome {
      case .published(let run, _, let chosen):
        for words in chosen { CommandFailure.say("duly: \(words)") }
        CommandFailure.say("duly: published run \(run)")
      case .nothingNew(let run, let chosen):
        for words in chosen { CommandFailure.say("duly: \(words)") }
        CommandFailure.say("duly: nothing new since run \(run); nothing was published")
      }
    }
  }
}
