import ArgumentParser
import Clocks
import Faults
import Intake
import Nightly

/// The options of commands that read exports without a configuration.
struct ExportOptions: ParsableArguments {
  @Option(help: "The mapping for CSV exports and workbooks: its name in Mappings, or a path.")
  var mapping: String?
  @Option(
    help:
      "A pack of rules: its name in Rules, or a path. May be given several times; without it, england."
  )
  var rules: [String] = []
  @Option(
    help:
      "Judge as of this day (YYYY-MM-DD) or minute (YYYY-MM-DDTHH:MM) and not as of the exports' own."
  )
  var asOf: String?
  @Option(help: "The folder that holds Rules, Mappings and Templates.")
  var data: String?
  @Option(help: "A site's own folder of calendars, whose files stand over the shipped ones.")
  var calendars: String?

  @Option(help: "A site's own file of words, read after Rules/vocabulary.yaml.")
  var vocabulary: String?

  @OptionGroup var confinement: ConfinementOption

  /// What was asked.
  func request(_ exports: [String]) throws(Fault) -> PipelineRequest {
    var moment: Moment?
    if let asOf {
      guard let read = MomentText.read(asOf) else {
        throw Fault(
          .usage, "--as-of is a day or a minute", next: "write it as 2025-03-31 or 2025-03-31T18:00"
        )
      }
      moment = read
    }
    return PipelineRequest(
      exports: exports, mapping: mapping, packs: rules, asOf: moment,
      folders: DataFolders(data: data, vocabulary: vocabulary), calendars: calendars,
      confinement: try confinement.read())
  }
}

/// The option of every command that reads exports: how far away they are kept from it.
struct ConfinementOption: ParsableArguments {
  @Option(help: "The confinement below which no export is read: full, partial or none.")
  var confinement = ConfinementLevel.full.word

  /// What was asked.
  func read() throws(Fault) -> Confinement {
    guard let level = ConfinementLevel(word: confinement) else {
      throw Fault(
        .usage, "--confinement is a level", next: "write full, partial or none")
    }
    return Confinement(required: level)
  }
}
