import XMLReading

/// Reads which parts a part speaks of.
struct RelationsHandler: XMLHandler {
  typealias Failure = WorkbookReadingError

  /// One part that is spoken of.
  struct Relation {
    var id: [UInt8] = []
    var type: [UInt8] = []
    var target: [UInt8] = []
    var isExternal = false

    /// Whether the last segment of its type is a word, in whatever edition of the standard.
    func isA(_ kind: String) -> Bool {
      type.split(separator: UInt8(ascii: "/")).last.map { $0.elementsEqual(kind.utf8) } ?? false
    }
  }

  private(set) var relations: [Relation] = []
  private var open: Relation?

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(WorkbookReadingError) {
    guard Word(name) == .relationship else { return }
    guard open == nil else { throw WorkbookReadingError(.nesting) }
    open = Relation()
  }

  mutating func attribute(_ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>) {
    guard open != nil else { return }
    switch Word(name) {
    case .relationId: open?.id = value.array
    case .relationType: open?.type = value.array
    case .target: open?.target = value.array
    case .targetMode: open?.isExternal = value.array.elementsEqual("External".utf8)
    default: break
    }
  }

  mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
    guard Word(name) == .relationship, let relation = open else { return }
    relations.append(relation)
    open = nil
  }
}

extension Span<UInt8> {
  /// The bytes, apart from where they lie.
  var array: [UInt8] { withUnsafeBufferPointer { Array($0) } }

  /// Whether an attribute says yes.
  var isTrue: Bool {
    withUnsafeBufferPointer { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) }
  }
}
