import ArgumentParser
import Faults
import Nightly

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
