import XMLReading

/// A row of interchange XML: an event, or who took part in one, in the columns of the CSV.
struct InterchangeXMLRow {
  private var bytes: [UInt8] = []
  private var cells = [Range<Int>](repeating: 0..<0, count: InterchangeColumn.allCases.count)
  private var facts: [(name: Range<Int>, value: Range<Int>)] = []
  private var place = XMLPlace(line: 0, column: 0)

  /// Starts another row, which stands at a place.
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
