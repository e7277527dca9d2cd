import XMLReading

/// Reads the texts that cells share; pieces of one text are put together, readings left out.
struct SharedTextsHandler: XMLHandler {
  let texts: SharedTexts
  let limits: WorkbookLimits
  private var text: [UInt8] = []
  private var phonetic = 0
  private var isOpen = false

  init(into texts: SharedTexts, limits: WorkbookLimits) {
    self.texts = texts
    self.limits = limits
  }

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    switch Word(name) {
    case .si:
      // The texts are counted, so one more or fewer would shift all behind it.
      guard !isOpen else { throw WorkbookReadingError(.nesting) }
      isOpen = true
      text.removeAll(keepingCapacity: true)
    case .phonetic: phonetic += 1
    default: break
    }
  }

  mutating func end(
    _ name: XMLName, text piece: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    switch Word(name) {
    case .text where phonetic == 0:
      piece.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    case .phonetic: phonetic -= 1
    case .si:
      isOpen = false
      guard texts.count < limits.cells else {
        throw WorkbookReadingError(.tooManyCells(limit: limits.cells))
      }
      texts.append(EscapedText.resolve(text))
    default: break
    }
  }
}
