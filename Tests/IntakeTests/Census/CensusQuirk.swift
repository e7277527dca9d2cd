import Testing

/// A minimal census with one change of a year or one quirk that was seen, and what comes out.
struct CensusQuirk: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The whole file.
  var file: String
  /// The records in words, as ``Recorder/lines`` has them, without those of the child itself.
  var lines: [String]
  /// Of each note: how often and on which line it was met first, and a word of it.
  var notes: [String]
  /// The identifiers of the faults of the file.
  var faults: [String]

  init(
    _ name: String, file: String, lines: [String] = [], notes: [String] = [], faults: [String] = []
  ) {
    testDescription = name
    self.file = file
    self.lines = lines
    self.notes = notes
    self.faults = faults
  }

  /// A file of a year whose one child, on line 2, has one episode, whose fields begin on line 3.
  init(
    _ name: String, year: Int = 2025, identifiers: String = "", episode: String = "",
    lines: [String] = [], notes: [String] = [], faults: [String] = []
  ) {
    self.init(
      name,
      file: """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>\(year)</Year>\
        <ReferenceDate>\(year)-03-31</ReferenceDate></CollectionDetails></Header><Children>
        <Child><ChildIdentifiers><LAchildID>X1</LAchildID>\(identifiers)</ChildIdentifiers>
        <CINdetails>\(episode)</CINdetails></Child></Children></Message>
        """,
      lines: lines, notes: notes, faults: faults)
  }

  /// Every one.
  static let all = years + shapes + values + headers
}
