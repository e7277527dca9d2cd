import CaseModel
import Output

/// Writes `team/data-quality.csv`: every row set aside and every fault in the data.
enum FaultsTable {
  /// The headings.
  static let headings = [
    "kind", "severity", "systematic", "file", "line", "column", "other_place", "rule", "next_step",
  ]

  /// The bytes of the file.
  static func bytes(of night: NightResult) -> [UInt8] {
    var bytes: [UInt8] = []
    CSV.appendRecord(headings, to: &bytes)
    let systematic = Set(
      FaultCause.causes(of: night).filter(\.isSystematic).flatMap(\.places))
    for (row, fault) in night.faults.enumerated() {
      let fields: [CSVColumn.Field] = [
        .text(fault.identifier), .text(Strings.severity(fault.severity)),
        .text(systematic.contains(row) ? "yes" : "no"), .text(fault.file),
        fault.line > 0 ? .number(fault.line) : .empty,
        fault.column > 0 ? .number(fault.column) : .empty,
        .text(fault.otherPlace), .text(fault.summary), .text(fault.nextStep),
      ]
      CSVColumn.Field.append(fields, to: &bytes)
    }
    return bytes
  }
}
