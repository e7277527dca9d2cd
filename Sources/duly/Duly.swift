import ArgumentParser

/// The command line.
@main struct Duly: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "duly")
}
