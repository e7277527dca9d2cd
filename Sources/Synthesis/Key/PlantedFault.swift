import Faults

/// A fault that was planted in an export, with what a careful reader makes of it.
enum PlantedKind: String, CaseIterable, Sendable {
  case unreadableDate = "unreadable date"
  case missingDate = "missing date"
  case duplicate = "identical duplicate"
  case noChild = "row without child id"
  case unknownEvent = "unknown event word"
  case futureTrigger = "trigger after the as-of day"
  case closedBeforeOpened = "closed before opened"
  case reviewBeforeStart = "review before plan start"
  case feedsDisagree = "two days apart from the other export"
  case beforeFirstEdition = "trigger before the first edition"

  /// What is expected of a reader and a judge.
  var expectation: String {
    switch self {
    case .unreadableDate: "event kept as unreadable; a check that needs it is not evaluable"
    case .missingDate: "event kept without a date; a check that needs it is not evaluable"
    case .duplicate: "merged with its twin and counted"
    case .noChild, .unknownEvent: "row set aside"
    case .futureTrigger: "checks are invalid"
    case .closedBeforeOpened: "finding; checks are invalid"
    case .reviewBeforeStart: "finding; the review does not count"
    case .feedsDisagree: "finding; not evaluable where the outcomes differ"
    case .beforeFirstEdition: "no check"
    }
  }
}

/// Where a fault was planted.
package struct PlantedFault: Sendable {
  var file: String
  var line: Int
  var kind: PlantedKind
}

/// Writes `planted-faults.csv`: where each fault stands, and what is expected of a reader.
struct PlantedFaultWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "planted-faults.csv")
    file.text("file,line,kind,expectation")
    file.newline()
  }

  /// Writes the faults of a child's exports.
  mutating func write(_ faults: [PlantedFault]) throws(Fault) {
    for fault in faults {
      file.text("\(fault.file),")
      file.number(fault.line)
      file.text(",\(fault.kind.rawValue),\(fault.kind.expectation)")
      file.newline()
    }
    try file.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) { try file.flush() }
}
