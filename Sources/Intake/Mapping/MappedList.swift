import CSVReading
import CaseModel
import Clocks
import Files
import YAMLReading

/// One list of an export: how its files are called and written, and what a row says.
struct MappedList: Sendable {
  /// The source of the as-of.
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
  /// The days that stand for none beside those of ``FillerDate``.
  var fillers: [CivilDay] = []
}

/// A process that a row of a list names.
struct MappedProcess: Sendable {
  var kind: ProcessKind
  var id: MappedCell
  /// The processes that can lie around it, by their index in the list; the first in the row counts.
  var within: [Int] = []
  var attributes: [MappedAttribute] = []
}

/// An event that a row of a list can give.
struct MappedEvent: Sendable {
  /// The cells of a participation.
  struct Who: Sendable {
    var role: MappedCell
    var part: MappedCell
    var agency: MappedCell?
  }

  var type: EventType
  /// The processes that can lie around it, by their index in the list; the first in the row counts.
  var processes: [Int] = []
  var at: MappedCell?
  /// Whether an empty date means that the event happened at a time that is not recorded.
  var isDateMissingWhenEmpty = false
  /// The precision of its times; nil where it follows from the values.
  var precision: EventCoverage.Precision?
  /// Whether the list holds all events or the latest; nil where another list holds the events.
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

/// A condition of a mapping on a row: `EVENT is Core group`, `ICPC_DATE is empty`, `TYPE is Dental*`.
struct MappedCondition: Sendable, Hashable {
  /// Whether a condition holds for a row.
  enum Holding: Sendable {
    case yes
    case no
    /// An error such as `#N/A` hides it.
    case inDoubt
  }

  /// The column, by its index among the list's columns.
  let column: Int
  /// The values, one of which it has; empty where it asks for an empty field.
  let values: [[UInt8]]
  /// Whether the condition asks for the opposite.
  let isNegated: Bool
  /// Those of the values in which `*` stands for anything.
  private let patterns: [[UInt8]]

  /// A condition on a column.
  ///
  /// - Parameters:
  ///   - column: the column, by its index among the list's columns.
  ///   - values: in small letters; empty to ask for an empty field.
  ///   - isNegated: whether it asks for the opposite.
  init(column: Int, values: [[UInt8]], isNegated: Bool) {
    self.column = column
    self.values = values
    self.isNegated = isNegated
    patterns = values.filter { $0.contains(UInt8(ascii: "*")) }
  }

  /// Whether a value fulfils it; values are compared without the case of ASCII letters.
  func holds(_ value: UnsafeRawBufferPointer) -> Bool {
    guard !values.isEmpty else { return value.isEmpty != isNegated }
    let isOne =
      values.contains { value.isWord($0) } || (!patterns.isEmpty && fitsPattern(value))
    return isOne != isNegated
  }

  /// Whether a value fits a pattern; an empty field fits none, as it is no value.
  private func fitsPattern(_ value: UnsafeRawBufferPointer) -> Bool {
    guard !value.isEmpty else { return false }
    return patterns.contains {
      Wildcard.matches($0, value, by: UnsafeRawBufferPointer.folded)
    }
  }
}

/// The source of one value of a row.
enum MappedCell: Sendable, Hashable {
  /// A column, by its index among the list's columns.
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
