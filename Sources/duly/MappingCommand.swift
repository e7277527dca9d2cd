import ArgumentParser
import Clocks
import Faults
import Nightly

/// `duly mapping`: writing and trying mappings of exports.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping", abstract: "Draft and check mappings of exports.",
    subcommands: [MappingCheckCommand.self, MappingSuggestCommand.self])
}

/// `duly mapping check`: what a mapping makes of an export.
struct MappingCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read exports through a mapping and print what comes of them.",
    discussion: """
      Prints for each file its list, its columns, its rows by what became of them and the first \
      three rows as mapped; then what the export carries, and the rules of the national pack, or of \
      those that --rules names, that it leaves not evaluable. The first rows show values of the \
      export, on standard output only; --no-values leaves them out. Without exports, the mapping \
      alone is looked at. It ends with 65 or 66 where an export is refused or missing, with 78 \
      where the mapping is. Example: duly mapping check lcs-example lcs-plans-2026-03-31.csv
      """)

  @Argument(help: "The mapping: its name in Mappings, or a path.") var mapping: String
  @Argument(help: "The export files.") var exports: [String] = []
  @Flag(help: "Show no value of the export.") var noValues = false
  @Option(
    help: "A pack whose rules are looked at; may be given several times; without it, england.")
  var rules: [String] = []
  @Option(help: "Read as of this day (YYYY-MM-DD) or minute and not as of the exports' own.")
  var asOf: String?
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?
  @Option(help: "A site's own file of words, read after Rules/vocabulary.yaml.")
  var vocabulary: String?
  @OptionGroup var confinement: ConfinementOption

  func validate() throws {
    guard asOf.map({ MomentText.read($0) != nil }) ?? true else {
      throw ValidationError("--as-of is a day or a minute, as 2026-03-31 or 2026-03-31T18:00.")
    }
  }

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let check = try MappingCheck(
        mapping: mapping, exports: exports, packs: rules,
        asOf: asOf.flatMap { MomentText.read($0) }, showsValues: !noValues,
        folders: DataFolders(data: data, vocabulary: vocabulary),
        confinement: try confinement.read())
      try StandardOutput.write(lines: check.lines)
      if let fault = check.fault { throw fault }
    }
  }
}

/// `duly mapping suggest`: a draft of a mapping from the headers of an export.
struct MappingSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Draft a mapping from the headers of an export.",
    discussion: """
      Prints a mapping that says what the names of columns say. Comments with \"# ?\" ask where \
      somebody must decide; columns that are never read are named with the reason. No value of the \
      export is in it. A list or sheet that is left out is said on standard error, too; where no \
      column is known as the child's id, --child names it. It ends with 65 or 66 where an export is refused, missing, without a header \
      or without anything that is recognised. Example: duly mapping suggest \
      lcs-plans-2026-03-31.csv > mine.yaml
      """)

  @Argument(help: "The export files, CSV or .xlsx.") var exports: [String]
  @Option(help: "The column of the child's id, where its name does not tell.") var child: String?
  @Option(help: "The folder that holds Rules, Mappings and Templates.") var data: String?
  @OptionGroup var confinement: ConfinementOption

  func run() throws {
    try CommandFailure.reporting { () throws(Fault) in
      let suggestion = try MappingSuggestion(
        exports: exports, child: child, folders: DataFolders(data: data),
        confinement: try confinement.read())
      try StandardOutput.write(lines: suggestion.lines)
      for list in suggestion.leftOut { CommandFailure.say("duly: \(list)") }
    }
  }
}
