import XMLReading

/// Reads the rows of a sheet into a table.
struct SheetHandler: XMLHandler {
  /// The types of cell that the standard has.
  enum CellType: String {
    case number = "n"
    case shared = "s"
    case formulaText = "str"
    case inlineText = "inlineStr"
    case truth = "b"
    case error = "e"
    case date = "d"
  }

  let table: SheetTable
  let texts: SharedTexts
  let shown: [DateCode.Shown]?
  let isFrom1904: Bool
  let limits: WorkbookLimits
  /// Merged cells, in the order written.
  private(set) var areas: [CellArea] = []

  /// The element whose attributes are coming.
  private var open: Word?
  private var hasData = false
  private var isInData = false
  private var isInRow = false
  private var isInCell = false
  private var extensions = 0
  private var phonetic = 0
  private var isInline = false

  private(set) var row = 0
  private var isRowHidden = false
  private var isRowBegun = true
  private(set) var column = 0
  private var lastColumn = 0
  private var type = CellType.number
  private var style = 0
  private var hasValue = false
  private var hasFormula = false
  private var text: [UInt8] = []

  init(
    into table: SheetTable, texts: SharedTexts, shown: [DateCode.Shown]?, isFrom1904: Bool,
    limits: WorkbookLimits
  ) {
    self.table = table
    self.texts = texts
    self.shown = shown
    self.isFrom1904 = isFrom1904
    self.limits = limits
  }

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    let word = Word(name)
    open = nil
    if word == .extensions { extensions += 1 }
    guard extensions == 0 else { return }
    switch word {
    case .sheetData:
      guard !hasData else { throw fault(.nesting) }
      hasData = true
      isInData = true
    case .mergeCell: open = word
    case .row where isInData:
      guard !isInRow else { throw fault(.nesting) }
      isInRow = true
      open = word
      row += 1
      isRowHidden = false
      isRowBegun = false
      lastColumn = 0
      column = 0
    case .cell where isInData:
      guard isInRow, !isInCell else { throw fault(.nesting) }
      isInCell = true
      try beginRow()
      open = word
      column = lastColumn + 1
      type = .number
      style = 0
      hasValue = false
      hasFormula = false
      text.removeAll(keepingCapacity: true)
    case .inline where isInData: isInline = true
    case .phonetic: phonetic += 1
    default: break
    }
  }

  mutating func attribute(
    _ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>
  ) throws(WorkbookReadingError) {
    switch (open, Word(name)) {
    case (.row, .reference):
      guard let number = Self.whole(value), number >= row, number <= CellReference.lastRow else {
        throw fault(.reference)
      }
      row = number
    case (.row, .hidden): isRowHidden = value.isTrue
    case (.cell, .reference):
      guard let reference = value.withUnsafeBufferPointer({ CellReference($0) }),
        reference.row == row, reference.column > lastColumn
      else { throw fault(.reference) }
      column = reference.column
    case (.cell, .style):
      guard let number = Self.whole(value), shown.map({ number < $0.count }) ?? true else {
        throw fault(.style)
      }
      style = number
    case (.cell, .text):
      guard let type = CellType(rawValue: String(decoding: value.array, as: UTF8.self)) else {
        throw fault(.cellKind)
      }
      self.type = type
    case (.mergeCell, .area):
      guard let area = CellArea(value.array) else { throw fault(.reference) }
      areas.append(area)
    default: break
    }
  }

  mutating func end(
    _ name: XMLName, text piece: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    open = nil
    let word = Word(name)
    if word == .extensions {
      extensions -= 1
      return
    }
    guard extensions == 0 else { return }
    switch word {
    case .sheetData: isInData = false
    case .phonetic: phonetic -= 1
    case .inline: isInline = false
    case .row where isInData:
      isInRow = false
      try beginRow()
    case .value where isInCell, .text where isInline && phonetic == 0:
      piece.withUnsafeBufferPointer { text.append(contentsOf: $0) }
      hasValue = true
    case .formula where isInCell: hasFormula = true
    case .cell where isInData:
      isInCell = false
      try endCell()
    default: break
    }
  }

  private mutating func beginRow() throws(WorkbookReadingError) {
    guard !isRowBegun else { return }
    isRowBegun = true
    guard row <= CellReference.lastRow else { throw fault(.reference) }
    table.begin(row: row, isHidden: isRowHidden)
  }

  private mutating func endCell() throws(WorkbookReadingError) {
    guard row > 0, column <= CellReference.lastColumn else { throw fault(.reference) }
    guard table.cellCount < limits.cells else {
      throw fault(.tooManyCells(limit: limits.cells))
    }
    lastColumn = column
    if hasFormula, !hasValue || text.isEmpty && type == .number {
      // It was never worked out, so nobody knows that it is empty.
      return add("#CALC!", .unreadable)
    }
    switch type {
    case .shared:
      guard hasValue else { return }
      guard let index = text.withUnsafeBufferPointer({ Self.whole($0.span) }), index < texts.count
      else { throw fault(.sharedText) }
      table.add(shared: index, column: column)
    case .formulaText, .inlineText:
      table.add(EscapedText.resolve(text), .text, column: column)
    case .number, .truth, .error, .date: addValue()
    }
  }

  private func addValue() {
    let value = Array(text.trimmed)
    guard !value.isEmpty else { return }
    switch type {
    case .truth:
      switch String(decoding: value, as: UTF8.self) {
      case "1", "true": add("TRUE", .truth)
      case "0", "false": add("FALSE", .truth)
      default: add("#VALUE!", .unreadable)
      }
    case .error:
      let name = String(decoding: value, as: UTF8.self)
      add(Self.errors.contains(name) ? name : "#VALUE!", .unreadable)
    case .date: add(SerialDate.text(iso: value), .date, otherwise: "#DATE!")
    default:
      let shown = shown?[style] ?? .number
      guard shown != .number else {
        return add(NumberText.text(value), .number, otherwise: "#VALUE!")
      }
      let date = NumberText.number(value).flatMap {
        SerialDate.text($0, from1904: isFrom1904, showsTime: shown == .time)
      }
      add(date, .date, otherwise: "#DATE!")
    }
  }

  /// The errors that cells show; any other is none that may be repeated.
  private static let errors: Set<String> = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA",
    "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
  ]

  private func add(_ text: String, _ kind: CellKind) {
    table.add(Array(text.utf8), kind, column: column)
  }

  private func add(_ text: [UInt8]?, _ kind: CellKind, otherwise error: String) {
    if let text { table.add(text, kind, column: column) } else { add(error, .unreadable) }
  }

  private func fault(_ cause: WorkbookReadingError.Cause) -> WorkbookReadingError {
    WorkbookReadingError(
      cause, sheet: table.sheet.name, row: row > 0 ? row : nil, column: column > 0 ? column : nil)
  }

  /// A whole number of at most nine digits.
  private static func whole(_ bytes: Span<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var number = 0
    for index in bytes.indices {
      guard bytes[index] &- 48 < 10 else { return nil }
      number = number * 10 + Int(bytes[index]) - 48
    }
    return number
  }
}

extension [UInt8] {
  /// The bytes without the white space around them.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var rest = self[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
