import ArgumentParser
import Faults
import Intake

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
