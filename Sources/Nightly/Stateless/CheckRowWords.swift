import CaseModel
import Files
import RuleBook

/// The words that rows repeat, as their format writes them, in one run of bytes: writing one copies
/// bytes and looks at none.
struct CheckRowWords {
  private var bytes: [UInt8] = []
  private(set) var nothing = 0..<0
  private(set) var authority = 0..<0
  private(set) var rules: [Range<Int>] = []
  private(set) var files: [Range<Int>] = []
  private(set) var outcomes: [Range<Int>] = []
  private(set) var reasons: [Range<Int>] = []
  /// What stands before each column's value: a comma, or the comma and the key of an object.
  private(set) var keys: [Range<Int>] = []

  init(_ format: CheckRows.Format, plan: Plan, authority: String, files: FileTable) {
    nothing = add("", format)
    self.authority = add(authority, format)
    rules = plan.rules.map { add($0.rule.id, format) }
    self.files = files.entries.map { add($0.name, format) }
    outcomes = Outcome.allCases.map { add($0.word, format) }
    reasons = Reason.allCases.map { add($0.word, format) }
    keys = CheckRows.columns.enumerated().map { place, name in
      let start = bytes.count
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      if format == .json { bytes.append(contentsOf: "\"\(name)\":".utf8) }
      return start..<bytes.count
    }
  }

  private mutating func add(_ word: String, _ format: CheckRows.Format) -> Range<Int> {
    var written = ByteRun(room: 64)
    format.append(word.utf8, to: &written)
    let start = bytes.count
    written.withBytes { bytes.append(contentsOf: $0) }
    return start..<bytes.count
  }

  /// Appends a word.
  @inline(__always)
  func append(_ word: Range<Int>, to row: inout ByteRun) {
    bytes.withUnsafeBytes { row.append(UnsafeRawBufferPointer(rebasing: $0[word])) }
  }
}
