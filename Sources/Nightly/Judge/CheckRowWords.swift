import CaseModel
import Clocks
import Files
import Output
import RuleBook

/// What rows repeat, as their format writes it, in one run of bytes: writing one copies bytes and
/// looks at none.
///
/// Each word has before it what stands before its column's value: a comma, or the comma and the key
/// of an object.
struct CheckRowWords {
  private var bytes: [UInt8] = []
  private(set) var authority = 0..<0
  private(set) var rules: [Range<Int>] = []
  private(set) var files: [Range<Int>] = []
  /// The first days of all editions, rule behind rule.
  private var editions: [Range<Int>] = []
  /// Where the editions of each rule begin.
  private var firstEditions: [Int] = []
  private(set) var outcomes: [Range<Int>] = []
  private(set) var reasons: [Range<Int>] = []
  /// What stands before each column's value.
  private(set) var keys: [Range<Int>] = []
  /// Each column without a value.
  private(set) var nothing: [Range<Int>] = []

  init(_ format: CheckRows.Format, compiled: CompiledRules, authority: String, files: FileTable) {
    self.authority = add(authority, 0, format)
    rules = compiled.rules.map { add($0.rule.id, 2, format) }
    for compiledRule in compiled.rules {
      firstEditions.append(editions.count)
      for edition in compiledRule.rule.editions.indices {
        editions.append(add(compiledRule.firstDay(ofEdition: edition).description, 3, format))
      }
    }
    outcomes = Outcome.allCases.map { add($0.word, 8, format) }
    reasons = Reason.allCases.map { add($0.word, 9, format) }
    self.files = files.entries.map { add($0.name, 11, format) }
    nothing = CheckRows.columns.indices.map { add("", $0, format) }
    keys = CheckRows.columns.indices.map { addKey($0, format) }
  }

  /// Adds a word with what stands before it in its column.
  private mutating func add(
    _ word: String, _ column: Int, _ format: CheckRows.Format
  ) -> Range<Int> {
    let start = bytes.count
    _ = addKey(column, format)
    format.append(word.utf8, to: &bytes)
    return start..<bytes.count
  }

  private mutating func addKey(_ column: Int, _ format: CheckRows.Format) -> Range<Int> {
    let start = bytes.count
    format.appendKey(CheckRows.columns[column], isFirst: column == 0, to: &bytes)
    return start..<bytes.count
  }

  /// The first day of a rule's edition.
  func edition(_ edition: Int, of rule: Int) -> Range<Int> {
    editions[firstEditions[rule] + edition]
  }

  /// Appends a word.
  @inline(__always)
  func append(_ word: Range<Int>, to row: inout ByteRun) {
    bytes.withUnsafeBytes { row.append(UnsafeRawBufferPointer(rebasing: $0[word])) }
  }
}
