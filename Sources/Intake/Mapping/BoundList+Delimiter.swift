import CSVReading
import Faults

extension BoundList {
  /// How many of some columns stand in a header.
  static func count(_ wanted: [MappedColumn], in header: [[UInt8]]) -> Int {
    wanted.count { column in
      column.names.contains { pattern in header.contains { pattern.matches(folded: $0) } }
    }
  }

  /// The sign that parts a line into all of some columns; nil for none.
  static func delimiter(of line: [UInt8], _ wanted: [MappedColumn]) -> CSVDialect.Delimiter? {
    CSVDialect.Delimiter.allCases.first { delimiter in
      let names = line.split(separator: delimiter.rawValue, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).foldedBytes }
      return names.count > 1 && count(wanted, in: names) == wanted.count
    }
  }

  /// The fault of a file whose fields are parted by another sign than the mapping says.
  static func wrong(
    _ delimiter: CSVDialect.Delimiter, _ list: MappedList, file: ExportFile
  ) -> Fault {
    Fault(
      .inputRefused, at: Place(file: file.name),
      "the fields of the list \(list.name) are parted by \(list.dialect.delimiter), and these by \(delimiter)",
      next:
        "export with \(list.dialect.delimiter), or add the line \"delimiter: \(delimiter)\" to the mapping"
    )
  }
}
