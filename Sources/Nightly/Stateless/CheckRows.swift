import CaseModel
import Clocks
import RuleBook

/// Writes checks as rows of CSV or as objects of JSON, a child at a time.
struct CheckRows {
  /// How rows are written.
  enum Format {
    case csv
    case json
  }

  /// The columns, in order.
  static let columns = [
    "authority", "child", "rule", "edition", "trigger", "start", "due", "satisfied", "outcome",
    "reason", "days_over", "file", "line", "note",
  ]

  private let format: Format
  private let plan: Plan
  private let words: CheckRowWords
  private var isFirst = true

  init(_ format: Format, plan: Plan, feeds: [Feed], files: FileTable) {
    self.format = format
    self.plan = plan
    words = CheckRowWords(
      plan: plan, authority: feeds.first { !$0.authority.isEmpty }?.authority ?? "", files: files)
  }

  /// What stands before the first row.
  func addHead(to bytes: inout [UInt8]) {
    switch format {
    case .csv:
      bytes.append(contentsOf: CheckRows.columns.joined(separator: ",").utf8)
      bytes.append(contentsOf: "\r\n".utf8)
    case .json: bytes.append(contentsOf: "[".utf8)
    }
  }

  /// What stands behind the last row.
  func addFoot(to bytes: inout [UInt8]) {
    if format == .json { bytes.append(contentsOf: isFirst ? "]\n".utf8 : "\n]\n".utf8) }
  }

  /// One check.
  mutating func add(_ check: Check, of record: ChildRecord, to bytes: inout [UInt8]) {
    var trigger: Moment
    let source: Source
    switch check.trigger {
    case .process(let row):
      trigger = record.processes[Int(row)].opened
      source = record.processes[Int(row)].source
    case .event(let row):
      trigger = record.events[Int(row)].at
      source = record.events[Int(row)].source
    }
    // A process that is known only by what happened in it opened when its clock started.
    if trigger.precision == .absent { trigger = check.start }
    let planned = plan.rules[Int(check.rule)]
    start(&bytes)
    text(0, words[words.authority], &bytes)
    text(1, record.bytes(record.id), &bytes)
    plain(2, words.rules[Int(check.rule)], &bytes)
    separate(3, &bytes)
    quoted(&bytes) { planned.firstDay(ofEdition: Int(check.edition)).appendISO(to: &$0) }
    moment(4, trigger, &bytes)
    moment(5, check.start, &bytes)
    moment(6, check.due, &bytes)
    moment(7, check.satisfied, &bytes)
    plain(8, words.outcomes[Int(check.outcome.rawValue)], &bytes)
    plain(9, check.reasons.first.map { words.reasons[Int($0.rawValue)] } ?? 0..<0, &bytes)
    number(10, Int(check.daysOver), &bytes)
    text(11, words[source.file >= 0 ? words.files[Int(source.file)] : 0..<0], &bytes)
    number(12, Int(source.line), &bytes)
    let note = CheckNote.text(check, of: planned)
    if note.isEmpty { plain(13, 0..<0, &bytes) } else { text(13, note.utf8, &bytes) }
    end(&bytes)
  }

  /// A rule that made no checks: which export would answer it.
  mutating func add(ruleWithoutChecks index: Int, reach: RuleReach, to bytes: inout [UInt8]) {
    let planned = plan.rules[index]
    start(&bytes)
    text(0, words[words.authority], &bytes)
    text(1, [], &bytes)
    text(2, planned.rule.id.utf8, &bytes)
    text(3, planned.rule.newest.from.isoBytes, &bytes)
    for column in 4...7 { text(column, [], &bytes) }
    text(8, Outcome.notEvaluable.word.utf8, &bytes)
    text(9, Reason.notCarried.word.utf8, &bytes)
    number(10, 0, &bytes)
    text(11, [], &bytes)
    text(12, [], &bytes)
    text(13, "no export carries \(reach.notCarried.joined(separator: ", "))".utf8, &bytes)
    end(&bytes)
  }

  // MARK: Fields

  private mutating func start(_ bytes: inout [UInt8]) {
    guard format == .json else { return }
    bytes.append(contentsOf: isFirst ? "\n{".utf8 : ",\n{".utf8)
    isFirst = false
  }

  private func end(_ bytes: inout [UInt8]) {
    bytes.append(contentsOf: format == .csv ? "\r\n".utf8 : "}".utf8)
  }

  private func separate(_ column: Int, _ bytes: inout [UInt8]) {
    if column > 0 { bytes.append(UInt8(ascii: ",")) }
    guard format == .json else { return }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: CheckRows.columns[column].utf8)
    bytes.append(contentsOf: "\":".utf8)
  }

  private func moment(_ column: Int, _ moment: Moment, _ bytes: inout [UInt8]) {
    separate(column, &bytes)
    quoted(&bytes) { moment.appendISO(to: &$0) }
  }

  private func number(_ column: Int, _ number: Int, _ bytes: inout [UInt8]) {
    separate(column, &bytes)
    if (0..<10).contains(number) {
      bytes.append(UInt8(48 + number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// A word of Duly's own, which needs no quotes and no escapes.
  private func plain(_ column: Int, _ word: Range<Int>, _ bytes: inout [UInt8]) {
    separate(column, &bytes)
    quoted(&bytes) { words.append(word, to: &$0) }
  }

  /// What is written as it is in CSV and between quotes in JSON.
  private func quoted(_ bytes: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
    if format == .json { bytes.append(0x22) }
    write(&bytes)
    if format == .json { bytes.append(0x22) }
  }

  private func text(
    _ column: Int, _ text: some Collection<UInt8>, _ bytes: inout [UInt8]
  ) {
    separate(column, &bytes)
    switch format {
    case .csv: CheckRows.appendCSV(text, to: &bytes)
    case .json: CheckRows.appendJSON(text, to: &bytes)
    }
  }

  /// A field, quoted where it holds a comma, a quote or a line end.
  private static func appendCSV(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    let needsQuotes = text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A string with what JSON does not allow in one escaped.
  private static func appendJSON(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 })
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
