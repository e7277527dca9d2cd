import Clocks

extension CensusWriter {
  /// Starts an element that holds others.
  mutating func open(_ name: String) {
    begin(name)
    file.newline()
    depth += 1
  }

  /// Ends an element that holds others.
  mutating func close(_ name: String) {
    depth -= 1
    indent()
    end(name)
  }

  /// Writes an element of text.
  mutating func element(_ name: String, _ text: String) {
    begin(name)
    file.text(text)
    end(name)
  }

  /// Writes an element of a day, with or without midnight behind it.
  mutating func element(_ name: String, _ day: CivilDay, hasTime: Bool = false) {
    begin(name)
    file.iso(day)
    if hasTime { file.text("T00:00:00") }
    end(name)
  }

  /// Writes an element of a date that this export may spoil.
  mutating func element(_ name: String, _ date: PlannedDate, faults: inout [PlantedFault]) {
    if let kind = date.fault(in: .census) { note(kind, in: &faults) }
    begin(name)
    file.iso(date.written(in: .census))
    end(name)
  }

  /// Writes an element of truth.
  mutating func element(_ name: String, _ truth: Bool, isWorded: Bool) {
    element(name, isWorded ? (truth ? "true" : "false") : (truth ? "1" : "0"))
  }

  /// Writes an element with nothing in it.
  mutating func empty(_ name: String) {
    indent()
    file.byte(UInt8(ascii: "<"))
    file.text(name)
    file.text("/>")
    file.newline()
  }

  /// Writes a start tag on a line of its own depth.
  mutating func begin(_ name: String) {
    indent()
    file.byte(UInt8(ascii: "<"))
    file.text(name)
    file.byte(UInt8(ascii: ">"))
  }

  /// Writes an end tag, stray text behind it, and the line's end.
  mutating func end(_ name: String, stray: String = "") {
    file.text("</")
    file.text(name)
    file.byte(UInt8(ascii: ">"))
    file.text(stray)
    file.newline()
  }

  /// Notes a fault at the line that comes next.
  mutating func note(_ kind: PlantedKind, in faults: inout [PlantedFault]) {
    faults.append(PlantedFault(file: file.name, line: file.line, kind: kind))
  }

  private mutating func indent() {
    for _ in 0..<depth { file.text("  ") }
  }
}
