import ArgumentParser
import Faults
import Nightly

/// `duly rules`: what the packs say.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show, lint, test and print the rules of the packs.",
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self, RulesTestCommand.self,
      RulesCatalogueCommand.self,
    ])
}

/// `duly rules list`: one rule a line.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print one rule a line, its id first.",
    discussion: "Without a pack, every pack of Rules is listed. Example: duly rules list england")

  @Argument(help: "The packs, by name or path.") var packs: [String] = []
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let book = try RuleBrowser(DataFolders(data: data), packs: packs)
      for line in book.lines { print(line) }
    }
  }
}

/// `duly rules show`: one rule, in words.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a rule: its sentences, editions and citations.",
    discussion: "Example: duly rules show england/icpc")

  @Argument(help: "The id of the rule, as \"duly rules list\" prints it: england/icpc.")
  var rule: String
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      print(try RuleBrowser(DataFolders(data: data), packs: []).text(of: rule))
    }
  }
}
