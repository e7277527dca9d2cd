import Testing

@testable import CSVReading

@Suite struct LimitTests {
  /// Expects a refusal, the same at every size of blocks.
  func expect(
    _ text: String, _ limits: CSVLimits, _ error: CSVReadingError?,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    for block in [1, 2, 3, 7, 64, 4096] {
      #expect(
        refusal(bytes, limits: limits, block: block) == error, sourceLocation: location)
    }
  }

  @Test("a field at its limit is read, one byte more is refused")
  func field() {
    let limits = CSVLimits(fieldBytes: 4)
    expect("1234,\"12\"\"4\"\n", limits, nil)
    expect("1,12345\n", limits, CSVReadingError(.fieldTooLong(limit: 4), line: 1, column: 3))
    expect(
      "1,2\n1,\"1\n345\"", limits, CSVReadingError(.fieldTooLong(limit: 4), line: 2, column: 3))
  }

  @Test("a record at its limit is read, one byte more is refused where it starts")
  func record() {
    let limits = CSVLimits(recordBytes: 8)
    expect("1234567\n1234567\n", limits, nil)
    expect("1234567\n12345678", limits, nil)
    expect("1\n12345678\n", limits, CSVReadingError(.recordTooLong(limit: 8), line: 2, column: 1))
    expect("1\n\"2345678", limits, CSVReadingError(.unclosedQuote, line: 2, column: 1))
    expect("1\n\"23456789", limits, CSVReadingError(.recordTooLong(limit: 8), line: 2, column: 1))
  }

  @Test("a block that ends between two doubled quotes does not end the field")
  func doubledAtEnd() {
    expect(
      "\"12345\"\"6789012", CSVLimits(fieldBytes: 4, recordBytes: 12),
      CSVReadingError(.recordTooLong(limit: 12), line: 1, column: 1))
  }

  @Test("fields, records and bytes are counted")
  func counts() {
    expect("1,2,3\n", CSVLimits(fields: 3), nil)
    expect(
      "1,2,3,4\n", CSVLimits(fields: 3),
      CSVReadingError(.tooManyFields(limit: 3), line: 1, column: 7))
    expect("1\n\n2\n", CSVLimits(records: 2), nil)
    expect(
      "1\n\n2\n3", CSVLimits(records: 2),
      CSVReadingError(.tooManyRecords(limit: 2), line: 4, column: 1))
    expect("1\n2\n", CSVLimits(bytes: 4), nil)
    expect(
      "1\n2\n3", CSVLimits(bytes: 4), CSVReadingError(.tooManyBytes(limit: 4), line: 3, column: 1))
  }

  @Test("a field may be larger than any block")
  func large() throws {
    let value = String(repeating: "one \"\"two\"\"\r\n", count: 60_000)
    let reading = try Reading(Array("a\n\"\(value)\"\nb\n".utf8), block: 5000)
    #expect(reading.records.map(\.count) == [1, 1, 1])
    #expect(reading.records[1][0].value.count == 60_000 * 11)
    #expect(reading.records[2][0].line == 60_003)
  }
}
