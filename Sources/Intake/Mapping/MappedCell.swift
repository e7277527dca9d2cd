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
