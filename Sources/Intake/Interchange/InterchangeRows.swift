import CSVReading
import CaseModel
import Clocks

/// One row of an interchange file, whichever form it is written in.
protocol InterchangeCells: ~Copyable {
  /// The form, for messages that name a column or an attribute.
  var form: InterchangeForm { get }
  /// The number of fields of the row.
  var fieldCount: Int { get }
  /// Its line.
  var line: Int { get }
  /// The facts that stand beside its fields.
  var factCount: Int { get }

  /// The bytes of a field, until the next row.
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8>
  /// The line of a field.
  func line(of index: Int) -> Int
  /// The column of a field.
  func column(of index: Int) -> Int
  /// The bytes of a fact, until the next row.
  func fact(_ index: Int) -> InterchangeFact
}

/// The two forms of the interchange format.
enum InterchangeForm {
  case csv
  case xml
}

/// A fact by its name.
struct InterchangeFact {
  var name: UnsafeRawBufferPointer
  var value: UnsafeRawBufferPointer
}

extension CSVReader: InterchangeCells {
  var form: InterchangeForm { .csv }
  /// The facts of CSV stand in a column.
  var factCount: Int { 0 }

  func fact(_ index: Int) -> InterchangeFact {
    preconditionFailure("the facts of CSV stand in a column")
  }
}

/// The state of reading the rows of one interchange file.
struct InterchangeRows {
  /// How one type of event occurs in the rows of a file.
  struct Occurrence {
    var hasDayOnly = false
    var hasParticipants = false
    var times = MidnightTally()
  }

  let layout: InterchangeLayout
  var isSynthetic: Bool
  var builder: RecordBuilder
  var occurrences: [EventType: Occurrence] = [:]
  var attributes: Set<Attribute> = []
  /// The times of the values of each attribute.
  var attributeTimes: [Attribute: MidnightTally] = [:]
  var closeReasons: Set<ProcessKind> = []
  var outcomes: Set<EventType> = []
  var kinds: Set<ProcessKind> = []

  init(file: ExportFile, layout: InterchangeLayout, isSynthetic: Bool, notes: ReadingNotes) {
    self.layout = layout
    self.isSynthetic = isSynthetic
    builder = RecordBuilder(file: file, notes: notes)
  }

  /// The value of a column without the blanks around it; empty where the file does not have it.
  func value(_ column: InterchangeColumn, _ row: borrowing some InterchangeCells & ~Copyable)
    -> UnsafeRawBufferPointer
  {
    guard let field = layout[column] else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(row.field(field)).trimmed
  }

  /// The position of a column of the current row.
  func source(_ column: InterchangeColumn, _ row: borrowing some InterchangeCells & ~Copyable)
    -> Source
  {
    guard let field = layout[column] else { return builder.file.source(line: row.line) }
    return builder.file.source(line: row.line(of: field), column: row.column(of: field))
  }

  /// Whether every column of the current row is empty.
  func isBlank(_ row: borrowing some InterchangeCells & ~Copyable) -> Bool {
    row.factCount == 0
      && (0..<row.fieldCount).allSatisfy { UnsafeRawBufferPointer(row.field($0)).trimmed.isEmpty }
  }

  /// Notes something odd in a column of the current row.
  mutating func note(
    _ rule: String, next nextStep: String, _ column: InterchangeColumn,
    _ row: borrowing some InterchangeCells & ~Copyable, isIssue: Bool = false
  ) {
    let source = source(column, row)
    builder.notes.add(rule, next: nextStep, isIssue: isIssue, at: source)
  }

  /// Counts the current row as a copy where a row with the same fields and facts came before it.
  mutating func countCopy(_ row: borrowing some InterchangeCells & ~Copyable) {
    var hash = ByteHash()
    for index in 0..<row.fieldCount { hash.add(UnsafeRawBufferPointer(row.field(index))) }
    for index in 0..<row.factCount {
      hash.add(row.fact(index).name)
      hash.add(row.fact(index).value)
    }
    _ = builder.countCopy(hash)
  }

  /// Writes into a feed what the file carries: as declared, else what occurs in it.
  mutating func describe(
    in feed: inout Feed, heading: InterchangeHeading, vocabulary: Vocabulary
  ) {
    feed.attributes.formUnion(attributes)
    feed.closeReasons.formUnion(closeReasons)
    feed.outcomes.formUnion(outcomes)
    feed.processes.formUnion(kinds)
    guard let declared = heading.carries else {
      for (type, seen) in occurrences {
        feed.add(
          EventCoverage(
            precision: seen.hasDayOnly ? .day : .minute, depth: .all,
            participants: seen.hasParticipants ? .some : .none), of: type)
      }
      return
    }
    for (type, coverage) in declared {
      var coverage = coverage
      // Who took part stands in the rows; only that a list names everybody must be declared.
      if coverage.participants == .none, occurrences[type]?.hasParticipants ?? false {
        coverage.participants = .some
      }
      feed.add(coverage, of: type)
    }
    let undeclared = occurrences.keys.filter { declared[$0] == nil }
    for type in undeclared.sorted(by: { $0.index < $1.index }) {
      builder.notes.add(
        "rows hold \(vocabulary[type].word), which the carries line does not name",
        next: "name it there if the feed carries it", at: builder.file.source(line: 1))
    }
  }
}
