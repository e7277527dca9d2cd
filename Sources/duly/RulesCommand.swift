import ArgumentParser
import Clocks
import Faults
import Nightly

/// `duly rules`: what the packs say.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show, lint, test and print the rules of the packs.",
    subcommands: [
      RulesPacksCommand.self, RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self,
      RulesTestCommand.self, RulesCatalogueCommand.self,
    ])
}

/// `duly rules packs`: one pack a line.
struct RulesPacksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packs",
    abstract: "Print one pack a line: its name, whose procedure it is, and what it has.",
    discussion: """
      Behind the name, which configurations and --rules take, stand the title, the number of rules, \
      and the first days of the oldest and of the newest of them. Without a pack, every pack of \
      Rules is listed. Example: duly rules packs
      """)

  @Argument(help: "The packs, by name or path.") var packs: [String] = []
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let book = try RuleBrowser(DataFolders(data: data), packs: packs)
      try StandardOutput.write(lines: book.packLines)
    }
  }
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

/// `duly rules test`: do the examples beside the rules hold.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Judge the examples that stand beside the rules.",
    discussion: """
      Prints how many hold, and a line for each that does not: file, line and column, what was \
      expected and what came; then it ends with 78. With --coverage it also prints, for each rule, \
      the branches that no example reaches: outcomes, editions, tiers, conditions, and the last \
      day and the day after; below 100 % it ends with 78. Without a pack, every pack of Rules is \
      tested. Example: duly rules test england --coverage
      """)

  @Argument(help: "The packs, by name or path.") var packs: [String] = []
  @Flag(help: "Print the branches that no example reaches.") var coverage = false
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func run() throws {
    var holds = false
    try CommandFailure.reporting { () throws(Fault) in
      let test = try PackTest(DataFolders(data: data), packs: packs, withCoverage: coverage)
      try StandardOutput.write(lines: test.lines + test.closing)
      holds = test.holds
    }
    if !holds { throw CommandFailure.ending(.configuration) }
  }
}

/// `duly rules catalogue`: the rules as pages.
struct RulesCatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Write the rules as pages, in words and with their examples worked out.",
    discussion: """
      Writes index.html, with all packs and the forms of rule, and a page for each pack. The pages \
      hold everything they need and can be read without Duly. They are written only if every \
      example holds. Without a pack, every pack of Rules is written. Example: duly rules catalogue \
      --output Catalogue
      """)

  @Argument(help: "The packs, by name or path.") var packs: [String] = []
  @Option(help: "The folder to write to; its parent must exist.") var output: String
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      try CatalogueFiles(DataFolders(data: data), packs: packs).write(to: output)
    }
  }
}
