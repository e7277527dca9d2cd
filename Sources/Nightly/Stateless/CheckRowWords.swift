import CaseModel
import RuleBook

/// The words that rows repeat, in one run of bytes, so that writing one copies and counts nothing
/// but its bytes.
struct CheckRowWords {
  private var bytes: [UInt8] = []
  private(set) var authority = 0..<0
  private(set) var rules: [Range<Int>] = []
  private(set) var files: [Range<Int>] = []
  private(set) var outcomes: [Range<Int>] = []
  private(set) var reasons: [Range<Int>] = []

  init(plan: Plan, authority: String, files: FileTable) {
    self.authority = add(authority)
    rules = plan.rules.map { add($0.rule.id) }
    self.files = files.entries.map { add($0.name) }
    outcomes = Outcome.allCases.map { add($0.word) }
    reasons = Reason.allCases.map { add($0.word) }
  }

  private mutating func add(_ word: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: word.utf8)
    return start..<bytes.count
  }

  /// The bytes of a word.
  subscript(word: Range<Int>) -> ArraySlice<UInt8> { bytes[word] }

  /// Appends a word.
  func append(_ word: Range<Int>, to row: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { row.append(contentsOf: $0[word]) }
  }
}
