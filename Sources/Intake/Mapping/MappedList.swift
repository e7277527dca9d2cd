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
