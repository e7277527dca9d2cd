import CSVReading
import CaseModel
import Clocks
import YAMLReading

/// One list of an export: how its files are called and written, and what a row says.
struct MappedList: Sendable {
  /// Where the as-of comes from.
  enum AsOf: Sendable, Hashable {
    case fileName
    case constant(Moment)
  }

  var name: String
  var files: [NamePattern] = []
  /// The names of its sheet where a file is a workbook; the first that is there counts.
  var sheets: [NamePattern] = []
  var dialect = CSVDialect(mayEndWithRowCount: true)
  /// The records among which the header is looked for.
  var headerReach = 1
  var columns: [MappedColumn] = []
  /// Columns that are known and not read.
  var ignored: [NamePattern] = []
  var child: MappedCell = .constant([])
  var born: MappedCell?
  var expected: MappedCell?
  var died: MappedCell?
  var team: MappedCell?
  var worker: MappedCell?
  var processes: [MappedProcess] = []
  var events: [MappedEvent] = []
  var filter: [MappedCondition] = []
  /// The columns in which two rows of one thing agree; empty where the whole row counts.
  var identity: [Int] = []
  var asOf: AsOf?
  var authority: MappedCell?
  var synthetic: MappedCondition?
  var dates: [DateFormat] = []
}

/// A process that a row of a list names.
struct MappedProcess: Sendable {
  var kind: ProcessKind
  var id: MappedCell
  /// The processes it may lie in, by their places in the list; the first that the row has counts.
  var within: [Int] = []
  var attributes: [MappedAttribute] = []
}

/// An event that a row of a list can give.
struct MappedEvent: Sendable {
  /// Who took part in it, where the row says so.
  struct Who: Sendable {
    var role: MappedCell
    var part: MappedCell
    var agency: MappedCell?
  }

  var type: EventType
  /// The processes it may lie in, by their places in the list; the first that the row has counts.
  var processes: [Int] = []
  var at: MappedCell?
  /// Whether an empty date means that it happened, at a time nobody wrote down.
  var isDateMissingWhenEmpty = false
  /// How fine its times are; nil where the values themselves say.
  var precision: EventCoverage.Precision?
  /// How many of them the list holds; nil where another list holds the events.
  var depth: EventCoverage.Depth? = .all
  var participants: EventCoverage.Participants = .none
  var state: MappedCell?
  var outcome: MappedCell?
  var id: MappedCell?
  var due: MappedCell?
  var attributes: [MappedAttribute] = []
  var who: Who?
  var conditions: [MappedCondition] = []
}

/// An attribute of a process or an event, and where its value comes from.
struct MappedAttribute: Sendable {
  var name: Attribute
  var cell: MappedCell
}

/// What a mapping asks of a row: `EVENT is Core group`, `ICPC_DATE is empty`.
struct MappedCondition: Sendable, Hashable {
  /// The column, by its place among the list's columns.
  var column: Int
  /// The values, one of which it has; empty where it asks for an empty field.
  var values: [[UInt8]]
  /// Whether the condition asks for the opposite.
  var isNegated: Bool

  /// Whether a value fulfils it; values are compared without the case of ASCII letters.
  func holds(_ value: UnsafeRawBufferPointer) -> Bool {
    let isOne = values.isEmpty ? value.isEmpty : values.contains { value.isWord($0) }
    return isOne != isNegated
  }
}

/// Where a mapping takes one value of a row from.
enum MappedCell: Sendable, Hashable {
  /// A column, by its place among the list's columns.
  case column(Int)
  /// The same in every row.
  case constant([UInt8])
  /// Several, one behind the other: `{PERSON_ID}-{START}`.
  case composed([MappedCell])

  /// The first of the columns that it is made of; nil for none.
  var firstColumn: Int? {
    switch self {
    case .column(let column): column
    case .constant: nil
    case .composed(let pieces): pieces.lazy.compactMap(\.firstColumn).first
    }
  }

  /// The columns that it is made of.
  var columns: [Int] {
    switch self {
    case .column(let column): [column]
    case .constant: []
    case .composed(let pieces): pieces.flatMap(\.columns)
    }
  }
}
