import Faults

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
