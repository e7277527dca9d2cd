import CSVReading
import Faults
import WorkbookReading

/// The source of a draft of a mapping: the names of columns and the shapes of dates.
struct ExportSample {
  /// One list of an export.
  struct List {
    /// The name of its file.
    var file: String
    /// The name of its sheet; nil for CSV.
    var sheet: String?
    var dialect = CSVDialect()
    /// The record that is the header, counted from 1.
    var headerRow: Int
    var columns: [SampledColumn]

    /// Notes what else is filled in a row of which a column says that it was not to be.
    mutating func noteVoid(_ value: (Int) -> UnsafeRawBufferPointer?) {
      for index in columns.indices where columns[index].saysVoid {
        guard let word = value(index), DraftedState.certain.value(word) != nil else { continue }
        for other in columns.indices where value(other).map({ !$0.isEmpty }) ?? false {
          columns[index].filledBesideVoid.insert(columns[other].name)
        }
      }
    }
  }

  /// The lists that have a header.
  private(set) var lists: [List] = []
  /// Names of sheets without one.
  private(set) var sheetsWithout: [String] = []

  /// The rows that are looked at below a header.
  private static let rows = 20_000
  /// The records among which a header is looked for.
  private static let reach = 20

  /// Looks at an open export, which can be read from its start again.
  ///
  /// - Parameters:
  ///   - file: the export.
  ///   - onSheet: called behind each sheet of a workbook.
  /// - Throws: ``Fault`` with 65 where it is refused or has no header, 74 where it cannot be read.
  init(_ file: ExportFile, onSheet: () -> Void = {}) throws(Fault) {
    switch try OpenedExport.kind(file.descriptor, file.name) {
    case .xml:
      throw Fault(
        .inputRefused, at: Place(file: file.name),
        "a mapping is for CSV and workbooks, and this is XML",
        next: "give it to duly judge: a census and interchange need no mapping")
    case .workbook: try readWorkbook(file, onSheet)
    case .csv: lists = [try Self.readCSV(file)]
    }
    guard !lists.contains(where: { $0.columns.contains { $0.isLikeValue } }) else {
      throw Self.noHeader(Place(file: file.name))
    }
  }

  /// The list in a CSV, with the delimiter that gives it the most columns.
  private static func readCSV(_ file: ExportFile) throws(Fault) -> List {
    var refused: Fault?
    for encoding in [CSVEncoding.utf8, .windows1252] {
      var best: (list: List, fault: Fault?)?
      for delimiter in CSVDialect.Delimiter.allCases {
        let dialect = CSVDialect(
          delimiter: delimiter, encoding: encoding, mayEndWithRowCount: true)
        guard let read = attempt(file, dialect),
          read.list.columns.count > (best?.list.columns.count ?? 1)
        else { continue }
        best = read
      }
      if let best, best.fault == nil { return best.list }
      refused = refused ?? best?.fault
    }
    throw refused ?? noHeader(Place(file: file.name))
  }

  private static func attempt(
    _ file: ExportFile, _ dialect: CSVDialect
  ) -> (list: List, fault: Fault?)? {
    file.rewind()
    var csv = CSVRecords(
      CSVReader(descriptor: file.descriptor, dialect: dialect), file: file.name)
    // A header that cannot be read with this dialect may be with another.
    guard var read = try? read(&csv, file, sheet: nil) else { return nil }
    read.list.dialect = dialect
    return read
  }

  private mutating func readWorkbook(_ file: ExportFile, _ onSheet: () -> Void) throws(Fault) {
    do throws(WorkbookReadingError) {
      var workbook = try Workbook(descriptor: file.descriptor)
      for sheet in workbook.sheets {
        let table = try workbook.read(sheet)
        var records = SheetRecords(table, file: file)
        let read: (list: List, fault: Fault?)?
        do throws(Fault) { read = try Self.read(&records, file, sheet: sheet.name) } catch {
          read = nil
        }
        if let list = read?.list, !list.columns.contains(where: { $0.isLikeValue }) {
          lists.append(list)
        } else {
          sheetsWithout.append(sheet.name)
        }
        onSheet()
      }
    } catch {
      throw Fault(error, file: file.name)
    }
    guard !lists.isEmpty else { throw Self.noHeader(Place(file: file.name)) }
  }

  /// The header and the first rows; nil without a header, and the fault where a row is damaged.
  private static func read(
    _ records: inout some ListRecords & ~Copyable, _ file: ExportFile, sheet: String?
  ) throws(Fault) -> (list: List, fault: Fault?)? {
    var row = 0
    let header = try records.findHeader(within: reach) { names in
      row += 1
      let filled = names.filter { !$0.isEmpty }
      return filled.count > 1 && filled.count * 2 > names.count
        && !filled.contains { SampledColumn.isValue($0) || $0.utf8.count > 100 }
    }
    guard let header else { return nil }
    var list = List(
      file: file.name, sheet: sheet, headerRow: row, columns: header.map(SampledColumn.init))
    do throws(Fault) {
      var rows = 0
      while rows < Self.rows, try records.nextRow() {
        rows += 1
        for index in list.columns.indices where index < records.fieldCount {
          list.columns[index].look(UnsafeRawBufferPointer(records.field(index)).trimmed)
        }
        list.noteVoid { index in
          index < records.fieldCount ? UnsafeRawBufferPointer(records.field(index)).trimmed : nil
        }
      }
    } catch {
      return (list, error)
    }
    return (list, nil)
  }

  private static func noHeader(_ place: Place) -> Fault {
    Fault(
      .inputRefused, at: place,
      "a draft is made from a header: two or more names of columns among the first \(reach) lines, "
        + "none of which is a date, a number or like the values below it",
      next: "export it with the names of its columns, or write the mapping by hand as the page on "
        + "mappings says")
  }
}
