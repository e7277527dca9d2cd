import ArgumentParser
import Faults
import Nightly

/// `duly demo`: the exports of a made-up council, with what they must come to.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write the exports of a made-up council, with planted breaches and their answer key.",
    discussion: """
      Every child, team and worker is made up, and there are no names. The folder then holds a \
      census, a local export, the same as interchange CSV and XML, the answer key, and a \
      configuration for "duly run". Example: duly demo --children 300 --seed 1 --output Demo
      """)

  @Option(help: "How many children.") var children: Int
  @Option(help: "The number that everything is drawn from: the same seed gives the same files.")
  var seed: UInt64
  @Option(help: "The folder to write to; its parent must exist.") var output: String
  @Flag(help: "Write the census only, for large files.") var censusOnly = false
  @Flag(help: "Write the tables of the SSD, the lists of Annex A and the SSDA903 files, too.")
  var national = false
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?

  func validate() throws {
    guard (1...5_000_000).contains(children) else {
      throw ValidationError("--children is a number from 1 to 5000000.")
    }
  }

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      try Demonstration(folders: DataFolders(data: data)).write(
        children: children, seed: seed, to: output, censusOnly: censusOnly, national: national)
    }
  }
}
