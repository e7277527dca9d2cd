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
