import Clocks
import Faults

/// Writes `cin-census.xml`, a child a time, with some of the oddities that real files have.
struct CensusWriter: ~Copyable {
  /// The oddities that a child can show, as bits; a tolerant reader takes each in its stride.
  struct Oddities: OptionSet {
    let rawValue: Int
    /// Stray text behind an element of ChildIdentifiers.
    static let strayText = Oddities(rawValue: 1)
    /// Truth as `true` and `false` in place of `1` and `0`.
    static let wordedTruth = Oddities(rawValue: 2)
    /// A wrapper with nothing in it.
    static let emptyWrapper = Oddities(rawValue: 4)
    /// A time behind a date.
    static let timeBehindDate = Oddities(rawValue: 8)
    /// A group of its own for each review.
    static let reviewGroups = Oddities(rawValue: 16)
  }

  var file: BufferedFile
  var depth = 0

  /// Creates the file with everything up to the first child.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "cin-census.xml")
    open("Message")
    open("Header")
    open("CollectionDetails")
    element("Collection", "CIN")
    element("Year", "2026")
    element("ReferenceDate", "2026-03-31")
    close("CollectionDetails")
    open("Source")
    element("SourceLevel", "L")
    element("LEA", "999")
    element("SoftwareCode", "DULY-SYNTHETIC")
    element("Release", "1")
    element("SerialNo", "001")
    element("DateTime", "2026-04-01T02:00:00")
    close("Source")
    close("Header")
    open("Children")
  }

  /// Writes what the census says of a child; nothing where the child had no episode.
  mutating func write(_ child: PlannedChild, faults: inout [PlantedFault]) throws(Fault) {
    guard !child.episodes.isEmpty else { return }
    let oddities = Oddities(rawValue: child.oddities)
    open("Child")
    open("ChildIdentifiers")
    element("LAchildID", child.id)
    begin("UPNunknown")
    file.text("UN3")
    end("UPNunknown", stray: oddities.contains(.strayText) ? "PersonBirthDate" : "")
    if let born = child.born { element("PersonBirthDate", born) }
    if let expected = child.expected { element("ExpectedPersonBirthDate", expected) }
    element("Sex", child.sex)
    if let died = child.died { element("PersonDeathDate", died) }
    close("ChildIdentifiers")
    open("ChildCharacteristics")
    element("Ethnicity", child.ethnicity)
    open("Disabilities")
    element("Disability", child.disability)
    close("Disabilities")
    close("ChildCharacteristics")
    for episode in child.episodes { write(episode, oddities, faults: &faults) }
    close("Child")
    try file.flushIfFull()
  }

  /// Ends the document and hands everything to the kernel.
  mutating func finish() throws(Fault) {
    close("Children")
    close("Message")
    try file.flush()
  }
}

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
