@testable import CSVReading

private typealias Table = [[[UInt8]]]

private func table(
  _ bytes: [UInt8], _ dialect: CSVDialect, _ limits: CSVLimits = CSVLimits(), block: Int
) -> Result<Table, CSVReadingError> {
  var reader = CSVReader(.memory(bytes), dialect, limits, block: block, nil)
  var records: Table = []
  do {
    while try reader.next() {
      for index in 0..<reader.fieldCount {
        precondition(reader.line(of: index) >= reader.line, "a field before its record")
        precondition(reader.column(of: index) > 0, "a field outside its line")
      }
      records.append((0..<reader.fieldCount).map { Array(reader.field($0)) })
    }
    precondition(reader.bytesRead == bytes.count, "bytes were left unread")
    return .success(records)
  } catch {
    precondition(!error.rule.isEmpty && !error.nextStep.isEmpty, "a refusal without words")
    return .failure(error)
  }
}

/// Reads the same bytes in large and in small blocks, under tight limits, and written out again.
///
/// The first byte chooses the dialect; the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let input = UnsafeRawBufferPointer(start: start, count: count)
  guard let choice = input.first.map(Int.init) else { return 0 }
  let bytes = Array(input.dropFirst())
  let dialect = CSVDialect(
    delimiter: CSVDialect.Delimiter.allCases[choice % 4], hasHeader: choice / 4 % 2 == 1,
    encoding: CSVEncoding.allCases[choice / 8 % 5])
  let whole = table(bytes, dialect, block: 256 << 10)
  precondition(whole == table(bytes, dialect, block: 3), "blocks change the reading")

  let tight = CSVLimits(fieldBytes: 4, recordBytes: 20, fields: 3, records: 5, bytes: 100)
  let tightly = table(bytes, dialect, tight, block: 256 << 10)
  precondition(tightly == table(bytes, dialect, tight, block: 5), "blocks change the refusal")

  guard case .success(let records) = whole else { return 0 }
  let plain = CSVDialect(hasHeader: false)
  let quote = UInt8(ascii: "\"")
  let written = records.flatMap { record in
    record.map { [quote] + $0.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote] }
      .joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "\n")]
  }
  guard !written.isEmpty else { return 0 }
  precondition(table(written, plain, block: 64) == .success(records), "writing changes the table")
  return 0
}
