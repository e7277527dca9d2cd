import Clocks
import Files
import YAMLReading

/// A column of a list: how it is found in the header, and how its values are read.
struct MappedColumn: Sendable {
  /// How a value is cut out of its field.
  enum Extraction: Sendable, Hashable {
    /// Take what stands before a sign: `N1 - Abuse` gives `N1`.
    case before([UInt8])
    /// Take what stands behind a sign.
    case after([UInt8])
    /// Leave out a letter or number of a list: `a) Yes` and `a. Yes` give `Yes`.
    case withoutListLetter
  }

  /// Its name in the mapping.
  var name: String
  /// The names that it may have in the header, the first that is there counts.
  var names: [NamePattern]
  /// Whether a file without it is read all the same.
  var isOptional = false
  /// Whether one process or event may have several of its values at once, all of which hold.
  var isSeveral = false
  /// The ways in which its dates are written, in order.
  var dates: [DateFormat] = []
  /// The days that stand for none beside those of ``FillerDate``.
  var fillers: [CivilDay] = []
  /// Whether its values are ids by themselves, so that a placeholder is an empty field.
  var isKey = false
  /// Whether its values are dates, so that a filler is an empty field.
  var isDate = false
  /// The words that stand for an empty field.
  var nullWords: [[UInt8]] = [] {
    didSet { nullStarts = nullWords.reduce(0) { $0 | MappedColumn.start(of: $1) } }
  }
  /// The first bytes of ``nullWords``, one bit each.
  private(set) var nullStarts: UInt64 = 0
  /// The index in ``targets`` of each value; nil where values are taken as written.
  var values: WordTable<Int>?
  /// The vocabulary's words of ``values``, and where the mapping says so.
  var targets: [(word: [UInt8], node: YAMLNode)] = []
  /// How a value is cut out of its field; nil where it is the field.
  var extraction: Extraction?
  /// The node of the mapping that names it.
  var node: YAMLNode

  /// The bit of a word's first byte, whatever its case; several bytes share one.
  static func start(of word: some Collection<UInt8>) -> UInt64 {
    word.first.map { 1 << UInt64(UnsafeRawBufferPointer.folded($0) & 63) } ?? 0
  }
}

/// A name in which `*` stands for any run of characters, compared without the case of ASCII; a run
/// of white space, line breaks and no-break spaces among it, is one blank.
struct NamePattern: Sendable, Hashable {
  /// As written.
  let text: String
  private let pattern: [UInt8]

  init(_ text: String) {
    self.text = text
    pattern = Self.spaced(text.foldedBytes)
  }

  /// Whether a name fits the pattern from its first byte to its last.
  func matches(_ name: String) -> Bool { matches(folded: name.foldedBytes) }

  /// Whether a name that was trimmed and made small fits the pattern.
  func matches(folded name: [UInt8]) -> Bool {
    Wildcard.matches(pattern, Self.spaced(name))
  }

  /// The bytes with a blank for each run of white space.
  private static func spaced(_ bytes: [UInt8]) -> [UInt8] {
    guard hasRun(bytes) else { return bytes }
    var spaced: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isSpace: Bool
      switch byte {
      case 0x20, 0x09...0x0D: isSpace = true
      case 0xC2: isSpace = index + 1 < bytes.count && bytes[index + 1] == 0xA0
      case 0xA0: isSpace = index > 0 && bytes[index - 1] == 0xC2
      default: isSpace = false
      }
      if !isSpace {
        spaced.append(byte)
      } else if spaced.last != 0x20 {
        spaced.append(0x20)
      }
    }
    return spaced
  }

  /// Whether white space in it is anything but single blanks; most names have none such.
  private static func hasRun(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0xC2 || byte &- 0x09 < 5 || (byte == 0x20 && before == 0x20) { return true }
      before = byte
    }
    return false
  }

  /// A column's name on one line: each run of white space in it is one blank.
  static func oneLine(_ name: String) -> String {
    String(decoding: spaced(Array(name.utf8)), as: UTF8.self)
  }
}
