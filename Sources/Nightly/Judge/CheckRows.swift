import CaseModel
import Clocks
import Files
import Output
import RuleBook

/// Writes checks as rows of CSV or as objects of JSON, a child at a time.
struct CheckRows {
  /// How they are written.
  typealias Format = RowFormat

  /// The columns, in order.
  static let columns = [
    "authority", "child", "rule", "edition", "trigger", "start", "due", "satisfied", "outcome",
    "reason", "days_over", "file", "line", "note",
  ]

  private let format: Format
  private let compiled: CompiledRules
  private let words: CheckRowWords
  private var days = DayTexts()
  private var isFirst: Bool

  /// A writer of rows.
  ///
  /// - Parameters:
  ///   - format: how they are written.
  ///   - compiled: the rules that were judged by.
  ///   - feeds: what was delivered.
  ///   - files: its files.
  ///   - isFirst: whether no row comes before its first one.
  init(
    _ format: Format, compiled: CompiledRules, feeds: [Feed], files: FileTable, isFirst: Bool = true
  ) {
    self.format = format
    self.isFirst = isFirst
    self.compiled = compiled
    words = CheckRowWords(
      format, compiled: compiled, authority: feeds.first { !$0.authority.isEmpty }?.authority ?? "",
      files: files)
  }

  /// What stands before the first row.
  func addHead(to bytes: inout ByteRun) {
    format.appendHead(columns: CheckRows.columns, to: &bytes)
  }

  /// Takes note that rows were written beside this writer.
  mutating func hasRows() { isFirst = false }

  /// What stands behind the last row.
  func addFoot(to bytes: inout ByteRun) {
    format.appendFoot(isEmpty: isFirst, to: &bytes)
  }

  /// One check.
  mutating func add(_ check: Check, of record: borrowing ChildRecord, to bytes: inout ByteRun) {
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
    start(&bytes)
    words.append(words.authority, to: &bytes)
    text(1, record.bytes(record.id), &bytes)
    words.append(words.rules[Int(check.rule)], to: &bytes)
    words.append(words.edition(Int(check.edition), of: Int(check.rule)), to: &bytes)
    moment(4, trigger, &bytes)
    moment(5, check.start, &bytes)
    moment(6, check.due, &bytes)
    moment(7, check.satisfied, &bytes)
    words.append(words.outcomes[Int(check.outcome.rawValue)], to: &bytes)
    words.append(
      check.reasons.first.map { words.reasons[Int($0.rawValue)] } ?? words.nothing[9], to: &bytes)
    number(10, Int(check.daysOver), &bytes)
    words.append(source.file >= 0 ? words.files[Int(source.file)] : words.nothing[11], to: &bytes)
    number(12, Int(source.line), &bytes)
    if CheckNote.isNeeded(check) {
      text(13, CheckNote.text(check, of: compiled.rules[Int(check.rule)]).utf8, &bytes)
    } else {
      nothing(13, &bytes)
    }
    format.appendRowEnd(to: &bytes)
  }

  /// A rule that made no checks: which export would answer it.
  mutating func add(
    ruleWithoutChecks index: Int, evaluability: RuleEvaluability, answer: String?,
    to bytes: inout ByteRun
  ) {
    let compiledRule = compiled.rules[index]
    start(&bytes)
    words.append(words.authority, to: &bytes)
    nothing(1, &bytes)
    words.append(words.rules[index], to: &bytes)
    text(3, compiledRule.rule.newest.from.isoBytes, &bytes)
    for column in 4...7 { nothing(column, &bytes) }
    words.append(words.outcomes[Int(Outcome.notEvaluable.rawValue)], to: &bytes)
    words.append(words.reasons[Int(Reason.notCarried.rawValue)], to: &bytes)
    number(10, 0, &bytes)
    nothing(11, &bytes)
    nothing(12, &bytes)
    let missing = "no export carries \(evaluability.notCarried.joined(separator: ", "))"
    text(13, "\(missing)\(answer.map { "; \($0)" } ?? "")".utf8, &bytes)
    format.appendRowEnd(to: &bytes)
  }

  // MARK: Fields

  private mutating func start(_ bytes: inout ByteRun) {
    format.appendRowStart(isFirst: isFirst, to: &bytes)
    isFirst = false
  }

  /// What stands before a column's value.
  private func separate(_ column: Int, _ bytes: inout ByteRun) {
    switch format {
    case .csv: if column > 0 { CSV.appendComma(to: &bytes) }
    case .json: words.append(words.keys[column], to: &bytes)
    }
  }

  private func nothing(_ column: Int, _ bytes: inout ByteRun) {
    words.append(words.nothing[column], to: &bytes)
  }

  private func text(_ column: Int, _ text: some Collection<UInt8>, _ bytes: inout ByteRun) {
    separate(column, &bytes)
    format.append(text, to: &bytes)
  }

  private mutating func moment(_ column: Int, _ moment: Moment, _ bytes: inout ByteRun) {
    separate(column, &bytes)
    format.appendQuote(to: &bytes)
    if moment.isKnown {
      let day = days[moment.civilDay]
      bytes.append(raw: day.front)
      bytes.append(raw: day.back)
      if moment.precision == .minute { time(Int(moment.minuteOfDay), &bytes) }
    }
    format.appendQuote(to: &bytes)
  }

  /// A minute of a day, as `T19:00`.
  private func time(_ minute: Int, _ bytes: inout ByteRun) {
    bytes.append(UInt8(ascii: "T"))
    bytes.append(UInt8(48 + minute / 600))
    bytes.append(UInt8(48 + minute / 60 % 10))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(48 + minute % 60 / 10))
    bytes.append(UInt8(48 + minute % 10))
  }

  private func number(_ column: Int, _ number: Int, _ bytes: inout ByteRun) {
    separate(column, &bytes)
    bytes.append(decimal: number)
  }
}
