import XMLReading

/// Reads which sheets a workbook has, and from which year it counts days.
struct SheetsHandler: XMLHandler {
  typealias Failure = WorkbookReadingError

  /// One sheet as it is listed.
  struct Listed {
    var name: [UInt8] = []
    var relation: [UInt8] = []
    var isHidden = false
  }

  private(set) var isWorkbook = false
  private(set) var isFrom1904 = false
  private(set) var sheets: [Listed] = []
  private var open: Listed?
  private var isInSheets = false
  private var isInProperties = false

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    isInProperties = false
    switch Word(name) {
    case .workbook: isWorkbook = true
    case .workbookPr: isInProperties = true
    case .sheets: isInSheets = true
    case .sheet where isInSheets:
      guard open == nil else { throw WorkbookReadingError(.nesting) }
      open = Listed()
    default: break
    }
  }

  mutating func attribute(_ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>) {
    if isInProperties, Word(name) == .date1904 { isFrom1904 = value.isTrue }
    guard open != nil else { return }
    switch Word(name) {
    case .name: open?.name = value.array
    case .id: open?.relation = value.array
    case .state: open?.isHidden = !value.array.elementsEqual("visible".utf8)
    default: break
    }
  }

  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
    switch Word(name) {
    case .sheets: isInSheets = false
    case .sheet:
      if let listed = open { sheets.append(listed) }
      open = nil
    default: break
    }
  }
}
