import CaseModel
import Clocks
import Faults

/// Says what one row of a mapped file became, in the words of the vocabulary.
struct MappedRowWords {
  let vocabulary: Vocabulary
  let codes: CodeBook
  /// Whether values of the export are shown; else only what kind of value is there.
  let showsValues: Bool

  /// The lines of a row: the child, its processes, its events.
  func lines(of record: ChildRecord) -> [String] {
    var lines = ["line \(record.source.line): child \(value(record.childID))"]
    for (name, moment) in [
      ("born", record.born), ("expected", record.expected), ("died", record.died),
    ] where moment != .absent {
      lines[0] += ", \(name) \(words(moment))"
    }
    if record.team.isPresent { lines[0] += ", team \(value(codes.text(record.team)))" }
    if record.worker.isPresent { lines[0] += ", worker \(value(codes.text(record.worker)))" }
    for (row, process) in record.processes.enumerated() {
      var line = "  process \(name(Int32(row), record))"
      if process.parent >= 0 { line += " within \(name(process.parent, record))" }
      lines.append(line + attributes(.process(Int32(row)), record))
    }
    for (row, event) in record.events.enumerated() {
      var line = "  event \(vocabulary[event.type].word)"
      if event.state != .held { line += ", \(event.state.word)" }
      line += ", \(words(event.at))"
      if event.process >= 0 { line += ", in \(name(event.process, record))" }
      if event.outcome.isPresent { line += ", outcome \(value(codes.text(event.outcome)))" }
      for part in record.participations where part.event == row {
        line += ", \(part.part.word) \(vocabulary[part.role]?.word ?? "a role that is not known")"
      }
      lines.append(line + attributes(.event(Int32(row)), record))
    }
    return lines
  }

  private func name(_ row: Int32, _ record: ChildRecord) -> String {
    let process = record.processes[Int(row)]
    return "\(vocabulary[process.kind].word) \(value(record.string(process.id)))"
  }

  private func attributes(_ owner: AttributeRow.Owner, _ record: ChildRecord) -> String {
    record.attributes.filter { $0.owner == owner }.map { row in
      let text =
        switch row.value {
        case .truth(let truth): value(truth ? "yes" : "no")
        case .code(let code): value(codes.text(code))
        case .role(let role): value(vocabulary[role]?.word ?? "a role that is not known")
        case .number(let number): value("\(number)")
        case .moment(let moment): words(moment)
        case .limit(let limit): value("\(limit)")
        case .unreadable: "unreadable"
        }
      return ", \(vocabulary[row.name].word) \(text)"
    }.joined()
  }

  private func words(_ moment: Moment) -> String {
    guard moment.isKnown else { return "date \(moment.precision)" }
    let precision = moment.precision == .minute ? "to the minute" : "to the day"
    return showsValues ? "\(moment) (\(precision))" : "date \(precision)"
  }

  private func value(_ text: String) -> String {
    showsValues ? MappingCheck.shown(text) : "(value)"
  }
}

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
    if let index = kept.firstIndex(where: { $0.rule == row.rule }) {
      kept[index].count += 1
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
