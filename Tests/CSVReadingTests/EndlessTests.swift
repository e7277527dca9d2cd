import Testing

@testable import CSVReading

/// Files that would keep a reader busy, fill its memory or lose a row without a word.
@Suite struct EndlessTests {
  @Test("a row of ten million columns is refused at the first above the limit")
  func columns() {
    let limit = CSVLimits().fields
    let row = [UInt8](repeating: UInt8(ascii: ","), count: 9_999_999) + [0x0A]
    #expect(
      refusal(row) == CSVReadingError(.tooManyFields(limit: limit), line: 1, column: limit + 1))
    #expect(
      refusal(row, CSVDialect())
        == CSVReadingError(
          .tooManyFields(limit: limit), line: 1, column: limit + 1))
    #expect(
      refusal(Array("a\n".utf8) + row, CSVDialect())
        == CSVReadingError(
          .tooManyFields(limit: limit), line: 2, column: limit + 1))
  }

  @Test("ten million quoted columns are refused as well")
  func quotedColumns() {
    let limit = CSVLimits().fields
    let row = Array(String(repeating: "\"\",", count: 3_300_000).utf8)
    #expect(
      refusal(row) == CSVReadingError(.tooManyFields(limit: limit), line: 1, column: 3 * limit + 1))
  }

  @Test(
    "twelve million bytes of one thing are refused",
    arguments: [
      ("a\n", "x", "\n"), ("a\n\"", "x", "\"\n"), ("a\n\"", "\"\"", "\"\n"),
      ("a\n\"", "\n", "\"\n"),
      ("", "x", "\n"), ("", "\"", ""), ("a\n", " ", "\n"), ("a\n\"", "x", ""), ("", "\r\n", ""),
    ])
  func endless(_ before: String, _ piece: String, _ after: String) {
    let count = 12_000_000 / piece.utf8.count
    let bytes = Array((before + String(repeating: piece, count: count) + after).utf8)
    #expect(refusal(bytes, CSVDialect()) != nil)
  }

  @Test("empty lines are counted")
  func emptyLines() {
    let limits = CSVLimits(records: 5)
    #expect(refusal(Array("a\n\n\n\n\n\n1\n".utf8), limits: limits) == nil)
    #expect(
      refusal(Array("a\n\n\n\n\n\n\n1\n".utf8), limits: limits)
        == CSVReadingError(.tooManyRecords(limit: 5), line: 7, column: 1))
  }

  @Test("a field is refused at its limit, and a quote that never closes at the limit of a record")
  func field() {
    let limits = CSVLimits()
    let text = String(repeating: "x", count: limits.recordBytes + 1)
    #expect(
      refusal(Array("a\n\(text)".utf8), CSVDialect())
        == CSVReadingError(.fieldTooLong(limit: limits.fieldBytes), line: 2, column: 1))
    #expect(
      refusal(Array("a\n\"\(text)".utf8), CSVDialect())
        == CSVReadingError(.recordTooLong(limit: limits.recordBytes), line: 2, column: 1))
    #expect(
      refusal(Array("a\n\(text.prefix(limits.fieldBytes + 1))\n".utf8), CSVDialect())
        == CSVReadingError(.fieldTooLong(limit: limits.fieldBytes), line: 2, column: 1))
  }

  /// A list of made-up plans with every kind of field.
  private static let list = #"""
    child_id,plan_id,event,day,note\#r
    C000001,P1,Core group,2026-01-05,\#r
    C000002,P2,"Core group",2026-01-06,"one, two"\#r
    C000003,P3,CP visit,2026-01-07,"said ""no"""\#r
    C000004,P4,CP visit,2026-01-08,"two\#r
    lines"\#r
    \#r
    C000005,P5,CP visit,2026-01-09,caf\#u{E9}\#r
    C000006,P6,CP visit,2026-01-10,"\#u{1F600}"\#r

    """#

  @Test("a list cut at any byte is refused, or each row that has begun is read")
  func cut() throws {
    let bytes = Array(Self.list.utf8)
    let whole = try Reading(bytes, CSVDialect()).texts
    #expect(whole.count == 6)
    var refused = 0
    for count in bytes.indices {
      let begun = (1...6).count { number in
        guard let start = self.start(of: "C00000\(number)", in: bytes) else { return false }
        return start < count
      }
      guard let rows = try? Reading(Array(bytes[..<count]), CSVDialect()).texts else {
        refused += 1
        continue
      }
      #expect(rows.count == begun, "cut at \(count)")
      #expect(Array(rows.dropLast()) == Array(whole.prefix(max(begun - 1, 0))), "cut at \(count)")
      // Of a last row that is cut no field is missing, and only the last may be shorter.
      guard let last = rows.last else { continue }
      #expect(last.dropLast() == whole[begun - 1].dropLast(), "cut at \(count)")
      #expect(whole[begun - 1][4].utf8.starts(with: (last[4]).utf8), "cut at \(count)")
    }
    #expect(refused > 150)
  }

  private func start(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: word) }
  }
}
