import CaseModel
import Clocks
import Faults

/// Watches whether the dates of a file stand in the order of day and month that its mapping says.
///
/// `03/04/2026` is a day in either order. Where a column holds dates that only the other order
/// reads, and none that only the mapping's order reads, all of them are in the other order.
struct DateOrders {
  private struct Column {
    var isCertain = false
    /// The first date that only the other order reads.
    var other: Source?
  }

  /// The order of day and month that a value shows.
  enum Finding {
    /// Nothing, or that the order is the mapping's.
    case agrees
    /// That it is the other one.
    case contradicts(isMonthFirst: Bool)
  }

  private var columns: [Column]

  init(columns: Int) { self.columns = [Column](repeating: Column(), count: columns) }

  /// Whether a column was seen to be in the mapping's order.
  func isCertain(_ column: Int) -> Bool { columns[column].isCertain }

  /// Looks at a value of a column.
  mutating func look(
    _ bytes: UnsafeRawBufferPointer, of column: Int, _ formats: [DateFormat],
    at source: @autoclosure () -> Source
  ) -> Finding {
    var finding = Finding.agrees
    for format in formats {
      guard let exchanged = format.exchanged else {
        if format.read(bytes) != nil { return .agrees }
        continue
      }
      if format.read(bytes) != nil {
        if exchanged.read(bytes) == nil { columns[column].isCertain = true }
        return .agrees
      }
      if exchanged.read(bytes) != nil {
        finding = .contradicts(isMonthFirst: exchanged.isMonthFirst)
      }
    }
    if case .contradicts = finding, columns[column].other == nil {
      columns[column].other = source()
    }
    return finding
  }

  /// Refuses a file with a column all of whose dates are in the other order.
  ///
  /// - Throws: ``Fault`` with 65 at the first date that shows it.
  func check(_ bound: BoundList, file: ExportFile) throws(Fault) {
    for (index, column) in columns.enumerated() {
      guard let other = column.other, !column.isCertain else { continue }
      let name = bound.fields[index].map { bound.header[$0] } ?? bound.list.columns[index].name
      throw Fault(
        .inputRefused,
        at: Place(file: file.name, line: Int(other.line), column: Int(other.column)),
        "the column \"\(name)\" has day and month in the order that the mapping says, and every "
          + "date that can show the order shows the other one",
        next: "correct \"dates\" in the mapping, or export dates as 2026-03-31")
    }
  }
}
