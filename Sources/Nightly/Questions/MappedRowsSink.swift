import CaseModel
import Faults

/// Keeps the first rows of each file in words, and counts the causes of rows set aside.
final class MappedRowsSink: RecordSink {
  /// Rows set aside of one cause.
  struct Cause {
    var rule: String
    var nextStep: String
    var count: Int
    var line: Int32
  }

  /// How many rows of a file are shown.
  static let rowsShown = 3

  private let words: MappedRowWords
  private var rows: [Int32: [(line: Int32, words: [String])]] = [:]
  private var causes: [Int32: [Cause]] = [:]

  init(words: MappedRowWords) { self.words = words }

  func begin(_ feed: Feed) {}
  func finish(_ feed: Feed, counts: RowCounts) {}

  func receive(_ record: inout ChildRecord) {
    let source = record.source
    var kept = rows[source.file] ?? []
    // Rows that wait for the end of the feed come last, whatever their lines.
    if kept.count == Self.rowsShown, let last = kept.last, last.line < source.line { return }
    kept.append((source.line, words.lines(of: record)))
    kept.sort { $0.line < $1.line }
    rows[source.file] = Array(kept.prefix(Self.rowsShown))
  }

  func setAside(_ row: QuarantinedRow) {
    var kept = causes[row.source.file] ?? []
    if let place = kept.firstIndex(where: { $0.rule == row.rule }) {
      kept[place].count += 1
    } else {
      kept.append(
        Cause(rule: row.rule, nextStep: row.nextStep, count: 1, line: row.source.line))
    }
    causes[row.source.file] = kept
  }

  /// The causes of rows set aside in a file, in the order met.
  func causes(ofFile file: Int32) -> [Cause] { causes[file] ?? [] }

  /// The first rows of a file in words.
  func shown(ofFile file: Int32) -> [[String]] { (rows[file] ?? []).map(\.words) }
}
