/// What a worker does with the files that it finds open.
enum WorkerTask: Equatable {
  /// It looks at the structure of XML, and hands over nothing.
  case structure
  /// It reads a feed of a format.
  case read(ExportFormat)
  /// It drafts a mapping of CSV and workbooks.
  case draft

  /// Every task, in the order of its number in an order.
  static let all = [structure, draft] + ExportFormat.allCases.map { read($0) }
}
