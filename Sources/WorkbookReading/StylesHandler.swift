import XMLReading

/// Reads which styles of cells show a date.
struct StylesHandler: XMLHandler {
  typealias Failure = WorkbookReadingError

  private var formats: [Int: [UInt8]] = [:]
  private var styles: [Int] = []
  private var open: (id: Int, code: [UInt8]?)?
  private var isInFormats = false
  private var isInCellStyles = false
  private var isStyle = false

  /// What a cell of each style shows, by the style's number.
  var shown: [DateCode.Shown] {
    styles.map { id in formats[id].map { DateCode.shown($0) } ?? DateCode.shown(builtIn: id) }
  }

  mutating func start(_ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace) {
    isStyle = false
    switch Word(name) {
    case .numFmts: isInFormats = true
    // Formats of conditional formatting stand elsewhere and number theirs as they please.
    case .numFmt where isInFormats: open = (0, nil)
    case .cellXfs: isInCellStyles = true
    case .xf where isInCellStyles:
      styles.append(0)
      isStyle = true
    default: break
    }
  }

  mutating func attribute(_ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>) {
    switch Word(name) {
    case .numFmtId:
      let id = Int(String(decoding: value.array, as: UTF8.self)) ?? 0
      if isStyle { styles[styles.count - 1] = id } else { open?.id = id }
    case .formatCode: open?.code = value.array
    default: break
    }
  }

  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
    isStyle = false
    switch Word(name) {
    case .numFmt:
      if let open, let code = open.code { formats[open.id] = code }
      open = nil
    case .numFmts: isInFormats = false
    case .cellXfs: isInCellStyles = false
    default: break
    }
  }
}
