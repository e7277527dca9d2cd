import CaseModel
import Clocks

/// A date of a cell that holds something.
enum MappedDate {
  /// A moment, and whether day and month of its format might be taken for each other.
  case moment(Moment, mayBeExchanged: Bool)
  /// A day that stands for none: the cell is as an empty one.
  case filler(CivilDay)
  /// A date that no format of the mapping reads.
  case unreadable

  /// The date that bytes say: in the first format that fits, unless that is a filler.
  ///
  /// The order is that of every format: first the words for an empty field, which the caller has
  /// taken away, then fillers in any notation, then dates as the mapping writes them.
  init(_ bytes: UnsafeRawBufferPointer, _ formats: [DateFormat], fillers: [CivilDay]) {
    for format in formats {
      guard let moment = format.read(bytes) else { continue }
      // A filler that the mapping's own formats read is one in their notation too.
      if moment.isKnown {
        let day = moment.civilDay
        if FillerDate.isFiller(day) || !fillers.isEmpty && fillers.contains(day) {
          self = .filler(day)
          return
        }
      }
      self = .moment(moment, mayBeExchanged: format.mayBeExchanged)
      return
    }
    let serial = formats.contains { $0.kind == .serial } ? FillerDate.read(serial: bytes) : nil
    self = (serial ?? FillerDate.read(bytes)).map { .filler($0) } ?? .unreadable
  }

  /// Whether bytes that are not empty are a filler of a column.
  static func isFiller(_ bytes: UnsafeRawBufferPointer, of column: MappedColumn) -> Bool {
    if case .filler = MappedDate(bytes, column.dates, fillers: column.fillers) { return true }
    return false
  }
}

/// What a cell says of when something happened.
struct MappedMoment {
  /// When; absent for an empty cell and for a filler.
  var moment: Moment = .absent
  /// The text of a date that cannot be read.
  var raw: TextRange = .empty
  /// The day that stands for none, where the cell holds one.
  var filler: CivilDay?
}

extension MappedExportReader {
  /// The moment in a cell, and the text where it cannot be read; absent for an empty field.
  ///
  /// An event that has no moment because of that is a fault of its record.
  func moment(
    _ cell: MappedCell, _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows,
    isOfEvent: Bool = false
  ) -> MappedMoment {
    let bound = rows.bound
    let read: MappedDate? = rows.row.with(cell) { value in
      value.isEmpty ? nil : Self.date(value, cell, bound)
    }
    switch read {
    case nil: return MappedMoment()
    case .moment(let moment, let mayBeExchanged)?:
      if mayBeExchanged { watchOrder(cell, wasRead: true, csv, &rows) }
      return MappedMoment(moment: moment)
    case .filler(let day)?:
      noteFiller(cell, csv, &rows)
      return MappedMoment(filler: day)
    case .unreadable?:
      let raw = rows.row.with(cell) { rows.builder.record.add(text: $0) }
      watchOrder(cell, wasRead: false, csv, &rows, isIssue: isOfEvent)
      return MappedMoment(moment: .unreadable, raw: raw)
    }
  }

  /// The date that bytes say in the formats of their cell.
  static func date(
    _ bytes: UnsafeRawBufferPointer, _ cell: MappedCell, _ bound: BoundList
  ) -> MappedDate {
    if case .column(let column) = cell {
      let mapped = bound.mapped[column]
      return MappedDate(bytes, mapped.column.dates, fillers: mapped.column.fillers)
    }
    return MappedDate(bytes, bound.list.dates, fillers: bound.list.fillers)
  }

  /// Counts a day that stands for none.
  func noteFiller(
    _ cell: MappedCell, _ csv: borrowing some ListRecords & ~Copyable, _ rows: inout MappedRows
  ) {
    rows.note(
      "a date is a day on which something happened, and a filler such as 1900-01-01 is read as an empty field",
      next: "nothing; the export may leave the field empty", cell, csv)
  }

  /// Looks whether a date has day and month in the mapping's order, and notes why it was not read.
  func watchOrder(
    _ cell: MappedCell, wasRead: Bool, _ csv: borrowing some ListRecords & ~Copyable,
    _ rows: inout MappedRows, isIssue: Bool = false
  ) {
    guard let column = cell.firstColumn, !wasRead || !rows.orders.isCertain(column) else {
      return
    }
    let formats = Self.formats(cell, rows.bound)
    let source = rows.source(cell, csv)
    let rule: String? = rows.row.with(cell) { value in
      switch rows.orders.look(value, of: column, formats, at: source) {
      case .contradicts(true):
        "dates have day and month in the order that the mapping says, and this has the month first"
      case .contradicts(false):
        "dates have day and month in the order that the mapping says, and this has the day first"
      case .agrees:
        wasRead
          ? nil
          : DateFormat.hasShortYear(value)
            ? "a year has four digits, for two do not say which century"
            : "a date is written as the mapping says, and is a day that exists"
      }
    }
    guard let rule else { return }
    rows.note(
      rule, next: "correct it in the case system, or add its format to \"dates\" in the mapping",
      cell, csv, isIssue: isIssue)
  }

  /// The formats in which the dates of a cell are written.
  private static func formats(_ cell: MappedCell, _ bound: BoundList) -> [DateFormat] {
    if case .column(let column) = cell { return bound.mapped[column].column.dates }
    return bound.list.dates
  }
}
