import CaseModel
import Clocks
import Faults
import WorkbookReading

extension MappedExportReader {
  /// Reads the lists of a workbook, a sheet each.
  ///
  /// A list without its sheet is noted and not carried; a workbook without any is refused.
  mutating func readWorkbook(
    _ file: ExportFile, feed: inout Feed, asOf: Moment?, into sink: any RecordSink,
    sheets: (String) -> Int32?, onBytes: ((RawSpan) -> Void)?
  ) throws(Fault) -> FileReading {
    let (lists, areNamed) = try mapping.mappedLists(ofWorkbook: file.name)
    guard !lists.isEmpty else { throw noList(ofFile: file.name) }
    var workbook = try Self.open(file, onBytes)
    var reading = FileReading()
    var notes = ReadingNotes()
    var sheetsRead: [String] = []
    for list in lists {
      try state(list, file: file, asOf: asOf, in: &feed)
      guard let sheet = try Self.sheet(of: list, in: workbook.sheets, file),
        let table = try Self.table(sheet, &workbook, file)
      else {
        notes.add(
          "the workbook has a sheet with rows for the list \(list.name) of the mapping",
          next: "add it, or nothing where the list is not delivered; it is not carried",
          at: file.source(line: 1))
        continue
      }
      // A sheet that two lists would read says too little of which workbook this is.
      guard areNamed || !sheetsRead.contains(sheet.name) else { throw noList(ofFile: file.name) }
      sheetsRead.append(sheet.name)
      var sheetFile = file
      sheetFile.name = Self.name(sheet, file)
      if let index = sheets(sheetFile.name) { sheetFile.index = index }
      var records = SheetRecords(table, file: sheetFile)
      var rows = try read(list, from: &records, sheetFile, feed: &feed, into: sink)
      records.add(to: &rows.builder.notes)
      reading.counts = reading.counts + rows.builder.counts
      reading.notes += rows.builder.notes.all
      reading.lists.append(ListReading(rows))
    }
    guard !sheetsRead.isEmpty else {
      throw Fault(
        .inputRefused, at: Place(file: file.name),
        "a workbook has a sheet with rows for a list of the mapping, and this has none",
        next:
          "its sheets are \(workbook.sheets.prefix(20).map { "\"\($0.name)\"" }.joined(separator: ", ")): "
          + "look whether this is the right file, and correct \"sheet\" in the mapping")
    }
    reading.notes += notes.all
    return reading
  }

  private static func open(
    _ file: ExportFile, _ onBytes: ((RawSpan) -> Void)?
  ) throws(Fault) -> Workbook {
    do throws(WorkbookReadingError) {
      return try Workbook(descriptor: file.descriptor, onBytes: onBytes)
    } catch {
      throw Fault(error, file: file.name)
    }
  }

  /// The sheet of a list; nil where the workbook has none.
  private static func sheet(
    of list: MappedList, in sheets: [WorkbookSheet], _ file: ExportFile
  ) throws(Fault) -> WorkbookSheet? {
    for pattern in list.sheets {
      let fitting = sheets.filter { pattern.matches($0.name) }
      guard fitting.count < 2 else {
        throw Fault(
          .inputRefused, at: Place(file: file.name),
          "one sheet is \"\(pattern.text)\", and here \"\(fitting[0].name)\" and "
            + "\"\(fitting[1].name)\" both are",
          next: "rename one of them, or narrow \"sheet\" in the mapping")
      }
      if let sheet = fitting.first { return sheet }
    }
    return nil
  }

  /// The cells of a sheet; nil where it holds nothing at all.
  private static func table(
    _ sheet: WorkbookSheet, _ workbook: inout Workbook, _ file: ExportFile
  ) throws(Fault) -> SheetTable? {
    do throws(WorkbookReadingError) {
      let table = try workbook.read(sheet)
      return table.cellCount > 0 ? table : nil
    } catch {
      throw Fault(error, file: file.name)
    }
  }

  private static func name(_ sheet: WorkbookSheet, _ file: ExportFile) -> String {
    "\(file.name), sheet \"\(sheet.name)\""
  }
}

extension Fault {
  /// The fault of a workbook that was refused as a whole.
  init(_ error: WorkbookReadingError, file: String) {
    let code: ExitCode = if case .inputOutput = error.cause { .inputOutput } else { .inputRefused }
    let place =
      if let sheet = error.sheet {
        Place(sheet: "\(file), sheet \"\(sheet)\"", row: error.row, column: error.column)
      } else {
        Place(file: file)
      }
    self.init(code, at: place, error.rule, next: error.nextStep)
  }
}
