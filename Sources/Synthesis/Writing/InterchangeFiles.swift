import Clocks
package import Faults

/// A row of the interchange format, before it is written in one form or the other.
package struct InterchangeLine {
  let child: String
  let kind: String
  let id: String
  let parent: String
  let type: String
  let at: String
  let state: String
  let outcome: String
  let role: String
  let detail: String
  /// The faults that are planted in it.
  var planted: [PlantedKind] = []

  /// A row with the texts of its columns, without a planted fault.
  package init(
    child: String, kind: String, id: String, parent: String, type: String, at: String,
    state: String, outcome: String, role: String, detail: String
  ) {
    self.child = child
    self.kind = kind
    self.id = id
    self.parent = parent
    self.type = type
    self.at = at
    self.state = state
    self.outcome = outcome
    self.role = role
    self.detail = detail
  }

  /// The fields in the order of the columns.
  var fields: [String] {
    [child, kind, id, parent, type, at, state, outcome, role, detail]
  }

  /// The names and values of the detail.
  var details: [(name: String, value: String)] {
    detail.utf8.split(separator: UInt8(ascii: ";")).compactMap { pair in
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard halves.count == 2 else { return nil }
      return (InterchangeLine.trimmed(halves[0]), InterchangeLine.trimmed(halves[1]))
    }
  }

  /// `2025-03-31`, or `2025-03-31T19:00` where the minute is known.
  package static func iso(_ moment: PlannedMoment) -> String {
    guard let minute = moment.minute else { return moment.day.description }
    return "\(moment.day)T\(pair(minute / 60)):\(pair(minute % 60))"
  }

  /// A date, or one that no calendar has: `2025-13-01`; nothing where it is left empty.
  static func iso(_ written: PlannedDate.Written) -> String {
    switch written {
    case .day(let day): day.description
    case .unreadable(let day): "\(day.civil.year)-13-01"
    case .empty: ""
    }
  }

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var rest = bytes
    while rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    return String(decoding: rest, as: UTF8.self)
  }
}

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
