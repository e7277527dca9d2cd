import CSVReading

/// One row of an interchange file, whichever form it is written in.
protocol InterchangeCells: ~Copyable {
  /// The form, for messages that name a column or an attribute.
  var form: InterchangeForm { get }
  /// How many fields the row has.
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
