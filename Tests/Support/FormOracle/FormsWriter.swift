import Faults
import Synthesis

/// Writes `interchange-forms.csv` and `interchange-forms.xml`: the facts of the children of the
/// forms.
struct FormsWriter: ~Copyable {
  private var files: InterchangeFiles

  /// Creates the files with what stands before the first child.
  init(folder: String) throws(Fault) {
    files = try InterchangeFiles(
      folder: folder, name: "interchange-forms", carried: FormsHeading.carried, hasCSV: true,
      hasXML: true)
  }

  /// Writes the rows of a child.
  mutating func write(_ form: borrowing FormCase) throws(Fault) {
    // No fault is planted in the forms.
    var faults: [PlantedFault] = []
    for fact in form.facts {
      files.write(
        InterchangeLine(
          child: fact.child, kind: fact.process.kind, id: fact.process.id,
          parent: fact.process.parent, type: fact.type, at: FormsWriter.text(fact.at),
          state: fact.state, outcome: fact.outcome, role: fact.role, detail: fact.detail),
        faults: &faults)
    }
    try files.endChild(faults: &faults)
  }

  /// Ends the files and hands everything to the kernel.
  mutating func finish() throws(Fault) { try files.finish() }

  private static func text(_ time: FormTime) -> String {
    switch time {
    case .at(let moment): InterchangeLine.iso(moment)
    case .offset(let moment, let hours):
      InterchangeLine.iso(moment) + (hours == 0 ? "Z" : "+0\(hours):00")
    case .unreadable: "2025-13-01"
    case .missing: ""
    }
  }
}
