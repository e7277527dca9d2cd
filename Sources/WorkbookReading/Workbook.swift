import XMLReading

/// Reads an `.xlsx` workbook, sheet by sheet, without ever writing or opening a file.
///
/// The file is hostile until proven otherwise: it is read once into memory from an open descriptor,
/// what is packed in it is counted while it is unpacked, and every part is read as any other XML
/// from outside, with ``XMLReading/XMLReader``. Nothing in it is worked out: of a formula the value
/// counts that its program left beside it.
///
/// ```swift
/// var workbook = try Workbook(descriptor: file)
/// let table = try workbook.read(workbook.sheets[0])
/// for row in 0..<table.rowCount {
///   for cell in table.cells(ofRow: row) { … table.text(ofCell: cell) … }
/// }
/// ```
public struct Workbook: ~Copyable {
  /// The bytes of the longest name of a sheet; spreadsheet programs allow 31 characters.
  static let longestName = 124

  /// Its worksheets in the order of their tabs, hidden ones too.
  public let sheets: [WorkbookSheet]
  private let limits: WorkbookLimits
  private var archive: Archive
  private let texts: SharedTexts
  /// What cells of each style show; nil for a workbook without styles.
  private let shown: [DateCode.Shown]?
  private let isFrom1904: Bool

  /// A workbook from an open descriptor, from its position to its end.
  ///
  /// - Parameters:
  ///   - descriptor: open for reading; a pipe will do. It is not closed.
  ///   - limits: the sizes above which it is refused.
  ///   - onBytes: called with each block as it is read, for a hash of the file.
  /// - Throws: ``WorkbookReadingError`` with the first fault of the file.
  public init(
    descriptor: Int32, limits: WorkbookLimits = WorkbookLimits(),
    onBytes: ((RawSpan) -> Void)? = nil
  ) throws(WorkbookReadingError) {
    try self.init(
      ByteStore.whole(descriptor, limit: limits.bytes, onBytes: onBytes), limits: limits)
  }

  /// A workbook that is in memory already.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - limits: the sizes above which it is refused.
  /// - Throws: ``WorkbookReadingError`` with the first fault of the file.
  public init(
    bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookReadingError) {
    let store = ByteStore(capacity: bytes.count)
    _ = store.append(bytes)
    try self.init(store, limits: limits)
  }

  private init(_ file: ByteStore, limits: WorkbookLimits) throws(WorkbookReadingError) {
    var archive = try Archive(file, limits: limits)
    let book = try Self.bookPart(&archive, limits)
    let relations = try Self.relations(of: book, &archive, limits)
    var handler = SheetsHandler()
    try Self.parse(try Self.part(book, &archive), into: &handler, limits)
    guard handler.isWorkbook else { throw WorkbookReadingError(.notAWorkbook) }
    var sheets: [WorkbookSheet] = []
    for listed in handler.sheets {
      guard (1...Self.longestName).contains(listed.name.count) else {
        throw WorkbookReadingError(.sheetName)
      }
      guard
        let relation = relations.first(where: { $0.id == listed.relation && !$0.isExternal })
      else { throw WorkbookReadingError(.missingPart) }
      guard relation.isA("worksheet") else { continue }
      let part = PartName.resolve(relation.target, from: book)
      guard archive.has(part) else { throw WorkbookReadingError(.missingPart) }
      sheets.append(
        WorkbookSheet(
          name: String(decoding: listed.name, as: UTF8.self), isHidden: listed.isHidden,
          part: part))
    }
    let texts = SharedTexts()
    if let relation = relations.first(where: { $0.isA("sharedStrings") && !$0.isExternal }) {
      var handler = SharedTextsHandler(into: texts, limits: limits)
      let part = PartName.resolve(relation.target, from: book)
      try Self.parse(try Self.part(part, &archive), into: &handler, limits)
    }
    var shown: [DateCode.Shown]?
    if let relation = relations.first(where: { $0.isA("styles") && !$0.isExternal }) {
      var handler = StylesHandler()
      let part = PartName.resolve(relation.target, from: book)
      try Self.parse(try Self.part(part, &archive), into: &handler, limits)
      // A cell that names no style has the first, even where a workbook lists none.
      shown = handler.shown.isEmpty ? [.number] : handler.shown
    }
    self.sheets = sheets
    self.limits = limits
    self.archive = archive
    self.texts = texts
    self.shown = shown
    isFrom1904 = handler.isFrom1904
  }

  /// Reads a sheet to its end.
  ///
  /// - Parameter sheet: one of ``sheets``.
  /// - Returns: its cells.
  /// - Throws: ``WorkbookReadingError`` with sheet, row and column of the first fault.
  public mutating func read(
    _ sheet: WorkbookSheet
  ) throws(WorkbookReadingError) -> SheetTable {
    let table = SheetTable(sheet, shared: texts)
    var handler = SheetHandler(
      into: table, texts: texts, shown: shown, isFrom1904: isFrom1904, limits: limits)
    do throws(WorkbookReadingError) {
      try Self.parse(try Self.part(sheet.part, &archive), into: &handler, limits)
    } catch {
      var error = error
      error.sheet = sheet.name
      if error.row == nil, handler.row > 0 { error.row = handler.row }
      throw error
    }
    try table.cover(handler.areas)
    return table
  }

  /// The part that is the workbook itself.
  private static func bookPart(
    _ archive: inout Archive, _ limits: WorkbookLimits
  ) throws(WorkbookReadingError) -> [UInt8] {
    guard archive.has(PartName.relations(of: [])) else { throw WorkbookReadingError(.notAWorkbook) }
    let relations = try relations(of: [], &archive, limits)
    guard let relation = relations.first(where: { $0.isA("officeDocument") && !$0.isExternal })
    else { throw WorkbookReadingError(.notAWorkbook) }
    let part = PartName.resolve(relation.target, from: [])
    guard !part.suffix(4).elementsEqual(".bin".utf8) else { throw WorkbookReadingError(.binary) }
    return part
  }

  private static func relations(
    of part: [UInt8], _ archive: inout Archive, _ limits: WorkbookLimits
  ) throws(WorkbookReadingError) -> [RelationsHandler.Relation] {
    var handler = RelationsHandler()
    try parse(try self.part(PartName.relations(of: part), &archive), into: &handler, limits)
    return handler.relations
  }

  private static func part(
    _ name: [UInt8], _ archive: inout Archive
  ) throws(WorkbookReadingError) -> [UInt8] {
    guard let bytes = try archive.read(name) else { throw WorkbookReadingError(.missingPart) }
    return bytes
  }

  private static func parse<Handler: XMLHandler>(
    _ bytes: [UInt8], into handler: inout Handler, _ limits: WorkbookLimits
  ) throws(WorkbookReadingError) where Handler.Failure == WorkbookReadingError {
    let reader = XMLReader(
      names: Word.spellings, limits: XMLLimits(bytes: limits.entryBytes))
    do throws(XMLReadingFailure<WorkbookReadingError>) {
      _ = try reader.read(bytes: bytes, into: &handler)
    } catch {
      switch error {
      case .refused(let error): throw WorkbookReadingError(.xml(error))
      case .stopped(let error): throw error
      }
    }
  }
}
