import XMLReading

/// A start tag of interchange XML with its attributes, once they are read.
struct InterchangeXMLTag {
  var element = InterchangeXMLElement.root
  var place = XMLPlace(line: 1, column: 1)
  private var values: [(name: InterchangeXMLName, bytes: [UInt8])] = []

  /// Starts another tag.
  mutating func begin(_ element: InterchangeXMLElement, at place: XMLPlace) {
    self.element = element
    self.place = place
    values.removeAll(keepingCapacity: true)
  }

  /// Takes an attribute, without the blanks around its value.
  mutating func add(_ name: InterchangeXMLName, _ value: Span<UInt8>) {
    value.withUnsafeBufferPointer { buffer in
      values.append((name, Array(UnsafeRawBufferPointer(buffer).trimmed)))
    }
  }

  /// The value of an attribute; empty where it is not there.
  subscript(_ name: InterchangeXMLName) -> [UInt8] {
    for value in values where value.name == name { return value.bytes }
    return []
  }

  /// The value of an attribute as text.
  func text(_ name: InterchangeXMLName) -> String { String(decoding: self[name], as: UTF8.self) }

  /// Whether an attribute is there, empty or not.
  func has(_ name: InterchangeXMLName) -> Bool { values.contains { $0.name == name } }
}

/// An event of interchange XML with who took part and its facts, until it ends.
struct InterchangeXMLEvent {
  /// Somebody who took part, or was to.
  struct Participant {
    let role: [UInt8]
    let part: [UInt8]
    let agency: [UInt8]
    let place: XMLPlace

    init(_ tag: InterchangeXMLTag) {
      (role, part, agency, place) = (tag[.role], tag[.part], tag[.agency], tag.place)
    }

    /// Whether it says no more than that somebody was to come.
    var isInvitation: Bool {
      part.withUnsafeBytes { part in
        part.isWord(Array("invited".utf8)) || part.isWord(Array("apologies".utf8))
      }
    }
  }

  private(set) var tag = InterchangeXMLTag()
  var participants: [Participant] = []
  var facts: [(name: [UInt8], value: [UInt8])] = []

  /// Starts another event.
  mutating func begin(_ tag: InterchangeXMLTag) {
    self.tag = tag
    participants.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
  }

  /// Whether the event itself is stated: an event of which all that is said is who was invited may
  /// have been held or not.
  var isStated: Bool {
    participants.isEmpty || !tag[.state].isEmpty || !participants.allSatisfy(\.isInvitation)
  }
}

/// A row of interchange XML: an event, or who took part in one, in the columns of the CSV.
struct InterchangeXMLRow {
  private var bytes: [UInt8] = []
  private var cells = [Range<Int>](repeating: 0..<0, count: InterchangeColumn.allCases.count)
  private var facts: [(name: Range<Int>, value: Range<Int>)] = []
  private var place = XMLPlace(line: 0, column: 0)

  /// Starts another row, at a position.
  mutating func begin(at place: XMLPlace) {
    self.place = place
    bytes.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    for index in cells.indices { cells[index] = 0..<0 }
  }

  /// Sets a column.
  mutating func set(_ column: InterchangeColumn, _ value: [UInt8]) {
    cells[column.rawValue] = append(value)
  }

  /// Adds a fact.
  mutating func add(_ name: [UInt8], _ value: [UInt8]) {
    guard !value.isEmpty else { return }
    facts.append((append(name), append(value)))
  }

  /// Whether it has facts.
  var hasFacts: Bool { !facts.isEmpty }

  /// Calls a body with the row as the reader of rows takes it.
  func withCells<Result, Failure: Error>(
    _ body: (InterchangeXMLCells) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result in
      try body(InterchangeXMLCells(bytes: buffer, cells: cells, facts: facts, place: place))
    }
  }

  private mutating func append(_ value: [UInt8]) -> Range<Int> {
    let start = bytes.count
    bytes += value
    return start..<bytes.count
  }
}

/// The row while its bytes lie still.
struct InterchangeXMLCells: InterchangeCells {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>
  fileprivate let cells: [Range<Int>]
  fileprivate let facts: [(name: Range<Int>, value: Range<Int>)]
  fileprivate let place: XMLPlace

  var form: InterchangeForm { .xml }
  var fieldCount: Int { cells.count }
  var line: Int { Int(place.line) }
  var factCount: Int { facts.count }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[index]])
  }

  func line(of index: Int) -> Int { Int(place.line) }

  func column(of index: Int) -> Int { Int(place.column) }

  func fact(_ index: Int) -> InterchangeFact {
    InterchangeFact(name: raw(facts[index].name), value: raw(facts[index].value))
  }

  private func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range])
  }
}
