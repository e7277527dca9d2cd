@testable import WorkbookReading
@testable import XMLReading

/// What reading some bytes came to, to the last byte.
private struct Outcome: Equatable {
  var refusal: WorkbookReadingError?
  var sum: UInt64 = 14_695_981_039_346_656_037

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
  }

  /// Goes through a table, which is in order and holds only what it says.
  mutating func add(_ table: SheetTable) {
    var lastRow = 0
    for row in 0..<table.rowCount {
      let number = table.number(ofRow: row)
      precondition(number > lastRow && number <= 1_048_576, "rows out of order")
      lastRow = number
      var lastColumn = 0
      for cell in table.cells(ofRow: row) {
        let column = table.column(ofCell: cell)
        precondition(column > lastColumn && column <= 16_384, "cells out of order")
        lastColumn = column
        let text = table.text(ofCell: cell)
        precondition(!text.isEmpty, "an empty cell")
        precondition(String(validating: text, as: UTF8.self) != nil, "a cell that is no text")
        if table.kind(ofCell: cell) == .date {
          precondition(text.count >= 10 && text[4] == UInt8(ascii: "-"), "a date that is none")
        }
        add(text)
      }
    }
  }
}

private let limits = WorkbookLimits(
  bytes: 1 << 20, entries: 64, entryBytes: 1 << 20, allBytes: 4 << 20, ratio: 50,
  freeBytes: 1 << 16, cells: 5000)

/// Reads a whole archive.
private func archive(_ bytes: [UInt8]) -> Outcome {
  var outcome = Outcome()
  do throws(WorkbookReadingError) {
    var workbook = try Workbook(bytes: bytes, limits: limits)
    for sheet in workbook.sheets { outcome.add(try workbook.read(sheet)) }
  } catch {
    precondition(!error.rule.isEmpty && !error.nextStep.isEmpty, "a refusal without words")
    outcome.refusal = error
  }
  return outcome
}

/// Reads one part as each of the parts that it could be; archives with checksums that are right
/// are too seldom hit by chance.
private func part(_ bytes: [UInt8]) -> Outcome {
  var outcome = Outcome()
  var reader = XMLReader(names: Word.spellings)
  reader.blockBytes = 4096
  let texts = SharedTexts()
  var shared = SharedTextsHandler(into: texts, limits: limits)
  _ = try? reader.read(bytes: bytes, into: &shared)
  for index in 0..<texts.count { outcome.add(texts[index]) }
  var styles = StylesHandler()
  _ = try? reader.read(bytes: bytes, into: &styles)
  for isDate in styles.areDates { outcome.add([isDate ? 1 : 0]) }
  var sheets = SheetsHandler()
  _ = try? reader.read(bytes: bytes, into: &sheets)
  for sheet in sheets.sheets { outcome.add(sheet.name) }
  var relations = RelationsHandler()
  _ = try? reader.read(bytes: bytes, into: &relations)
  for relation in relations.relations {
    outcome.add(PartName.resolve(relation.target, from: relation.id))
  }
  let sheet = WorkbookSheet(name: "One", isHidden: false, part: [])
  for isFrom1904 in [false, true] {
    let table = SheetTable(sheet, shared: texts)
    var handler = SheetHandler(
      into: table, texts: texts, areDates: [false, true], isFrom1904: isFrom1904, limits: limits)
    do {
      _ = try reader.read(bytes: bytes, into: &handler)
      try table.cover(handler.areas)
    } catch {
      outcome.add([0])
    }
    outcome.add(table)
  }
  return outcome
}

/// Reads bytes as an archive, or as a part where they do not begin as one, and does so twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
  if bytes.first == UInt8(ascii: "P") {
    precondition(archive(bytes) == archive(bytes), "the same archive reads in two ways")
  } else {
    precondition(part(bytes) == part(bytes), "the same part reads in two ways")
  }
  return 0
}
