import Testing

@testable import CSVReading

@Suite struct CorpusTests {
  /// All that a read of a file gives.
  private struct Found: Hashable {
    var columns = 0
    var reading: Reading
  }

  @Test("the corpus has 150 files and more")
  func count() {
    #expect(CorpusFile.all.count >= 150)
  }

  @Test("each file of the corpus is answered as its index says", arguments: CorpusFile.all)
  func answers(_ file: CorpusFile) throws {
    switch found(try file.bytes(), file.dialect) {
    case .success(let found):
      #expect(file.isRead, "read, though it is to be refused as \(file.kinds)")
      guard file.isRead else { return }
      #expect(found.columns == file.columns)
      #expect(found.reading.records.count == file.rows)
      #expect(found.reading.records.allSatisfy { $0.count == found.columns })
      #expect(CorpusFile.escaped(found.reading.texts.last?.last ?? "") == file.text)
    case .failure(let error):
      #expect(!file.isRead, "\(error.rule)")
      guard !file.isRead else { return }
      #expect(file.kinds.contains(kind(of: error.cause)), "\(error.cause)")
      if let line = file.spot.line {
        #expect(CorpusFile.Spot(line: error.line, column: error.column) == file.spot, "\(line)")
      }
    }
  }

  @Test(
    "the size of the blocks does not change the answer to a file of the corpus",
    arguments: CorpusFile.all)
  func answersInBlocks(_ file: CorpusFile) throws {
    let bytes = try file.bytes()
    let whole = found(bytes, file.dialect)
    for block in [1, 2, 3, 7, 64, 1000] {
      #expect(found(bytes, file.dialect, block: block) == whole, "blocks of \(block) bytes")
    }
  }

  private func found(
    _ bytes: [UInt8], _ dialect: CSVDialect, block: Int = 256 << 10
  ) -> Result<Found, CSVReadingError> {
    Result { () throws(CSVReadingError) in
      var reader = CSVReader(.memory(bytes), dialect, CSVLimits(), block: block, nil)
      let columns = try reader.readHeader().count
      return Found(columns: columns, reading: try Reading(&reader))
    }
  }

  /// The word of the index for a cause.
  private func kind(of cause: CSVReadingError.Cause) -> Substring {
    switch cause {
    case .empty: "empty"
    case .workbook: "workbook"
    case .compressed: "compressed"
    case .ragged: "ragged"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .quoteInField: "quote-in-field"
    case .zeroByte: "nul"
    case .invalidEncoding: "encoding"
    case .duplicateHeader: "duplicate-header"
    default: "other"
    }
  }
}
