import ArgumentParser
import Faults
import Nightly

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
