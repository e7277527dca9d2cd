package import Faults

/// Writes rows of the interchange format as CSV, as XML, or as both.
package struct InterchangeFiles: ~Copyable {
  private var csv: BufferedFile?
  private var xml: InterchangeXMLWriter?
  /// The rows of the child that is being written, for XML.
  private var lines: [InterchangeLine] = []

  /// Creates the files with what stands before the first child.
  ///
  /// - Parameters:
  ///   - folder: the folder of the exports.
  ///   - name: the files' names without `.csv` and `.xml`.
  ///   - carried: what the feed carries, as the heading line says it.
  ///   - hasCSV: whether there is a file of CSV.
  ///   - hasXML: whether there is one of XML.
  /// - Throws: ``Fault`` where a file cannot be created.
  package init(
    folder: String, name: String, carried: String, hasCSV: Bool, hasXML: Bool
  ) throws(Fault) {
    if hasXML {
      xml = try InterchangeXMLWriter(folder: folder, name: "\(name).xml", carried: carried)
    } else {
      xml = nil
    }
    guard hasCSV else {
      csv = nil
      return
    }
    var file = try BufferedFile(folder: folder, name: "\(name).csv")
    for line in [
      "# duly interchange 1", "# as_of: 2026-03-31", "# authority: 999", "# synthetic: yes",
      "# carries: \(carried)",
      "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail",
    ] {
      file.text(line)
      file.newline()
    }
    csv = consume file
  }

  /// Writes one row and notes the faults that are planted in it.
  package mutating func write(_ line: InterchangeLine, faults: inout [PlantedFault]) {
    if xml != nil { lines.append(line) }
    guard var file = csv.take() else { return }
    for kind in line.planted {
      faults.append(PlantedFault(file: file.name, line: file.line, kind: kind))
    }
    for (index, field) in line.fields.enumerated() {
      if index > 0 { file.byte(UInt8(ascii: ",")) }
      file.text(field)
    }
    file.newline()
    csv = consume file
  }

  /// Ends the rows of a child.
  package mutating func endChild(faults: inout [PlantedFault]) throws(Fault) {
    try csv?.flushIfFull()
    try xml?.write(lines, faults: &faults)
    lines.removeAll(keepingCapacity: true)
  }

  /// Ends the files and hands everything to the kernel.
  package mutating func finish() throws(Fault) {
    try csv?.flush()
    try xml?.finish()
  }
}
