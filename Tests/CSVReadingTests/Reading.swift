@testable import CSVReading

/// All that a reader delivers of a file.
struct Reading: Hashable {
  var records: [[SlowReader.Field]] = []
  var blankLines = 0

  /// Reads some bytes to their end.
  init(
    _ bytes: [UInt8], _ dialect: CSVDialect = CSVDialect(hasHeader: false),
    limits: CSVLimits = CSVLimits(), block: Int = 256 << 10
  ) throws(CSVReadingError) {
    var reader = CSVReader(.memory(bytes), dialect, limits, block: block, nil)
    try self.init(&reader)
  }

  /// Reads on to the end.
  init(_ reader: inout CSVReader) throws(CSVReadingError) {
    while try reader.next() {
      records.append(
        (0..<reader.fieldCount).map { index in
          SlowReader.Field(
            value: Array(reader.field(index)), line: reader.line(of: index),
            column: reader.column(of: index))
        })
    }
    blankLines = reader.blankLineCount
  }

  /// The values as text.
  var texts: [[String]] {
    records.map { $0.map { String(decoding: $0.value, as: UTF8.self) } }
  }
}

/// The error that some bytes are refused with; nil where they are read.
func refusal(
  _ bytes: [UInt8], _ dialect: CSVDialect = CSVDialect(hasHeader: false),
  limits: CSVLimits = CSVLimits(), block: Int = 256 << 10
) -> CSVReadingError? {
  do {
    _ = try Reading(bytes, dialect, limits: limits, block: block)
    return nil
  } catch {
    return error
  }
}

/// A text in UTF-16.
func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let low = UInt8(truncatingIfNeeded: unit)
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    return bigEndian ? [high, low] : [low, high]
  }
}

/// A generator with a fixed seed.
struct Linear {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
