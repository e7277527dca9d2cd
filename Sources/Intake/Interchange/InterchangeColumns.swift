import CaseModel
import Faults

/// The columns of the interchange format, in the order in which they are documented.
enum InterchangeColumn: Int, CaseIterable {
  case childID
  case process
  case processID
  case parentID
  case type
  case at
  case state
  case outcome
  case role
  case detail

  /// The name in the header.
  var name: String {
    switch self {
    case .childID: "child_id"
    case .process: "process"
    case .processID: "process_id"
    case .parentID: "parent_id"
    case .type: "type"
    case .at: "at"
    case .state: "state"
    case .outcome: "outcome"
    case .role: "role"
    case .detail: "detail"
    }
  }

  /// The columns without which a file is no interchange file.
  static let required: [InterchangeColumn] = [.childID, .type, .at]
}

/// The field of each column in the rows of a file.
struct InterchangeLayout {
  /// The field of each column; -1 where the file does not have it.
  private var fields = [Int](repeating: -1, count: InterchangeColumn.allCases.count)

  /// The layout in which every column is the field of its own number.
  init() { fields = Array(InterchangeColumn.allCases.indices) }

  /// The layout of a header.
  ///
  /// - Throws: ``Fault`` with 65 where a required column is missing or a column stands twice.
  init(
    header: [String], line: Int, file: ExportFile, notes: inout ReadingNotes
  ) throws(Fault) {
    for (index, name) in header.enumerated() {
      let folded = name.foldedBytes
      guard !folded.isEmpty else { continue }
      let column = InterchangeColumn.allCases.first { folded.elementsEqual($0.name.utf8) }
      guard let column else {
        notes.add(
          "the column \"\(name)\" is none of the interchange format's and is not read",
          next: "look whether its name is spelled right", at: file.source(line: line))
        continue
      }
      guard fields[column.rawValue] < 0 else {
        throw Fault(
          .inputRefused, at: Place(file: file.name, line: line),
          "the column \"\(column.name)\" stands once in the header, and here it stands twice",
          next: "remove one of them")
      }
      fields[column.rawValue] = index
    }
    for column in InterchangeColumn.required where fields[column.rawValue] < 0 {
      let near = nearestWord(to: column.name, in: header).map { "rename \"\($0)\" if it is meant" }
      throw Fault(
        .inputRefused, at: Place(file: file.name, line: line),
        "an interchange file has a column \"\(column.name)\"",
        next: near ?? "add it to the export")
    }
  }

  /// The field of a column; nil where the file does not have it.
  subscript(column: InterchangeColumn) -> Int? {
    let field = fields[column.rawValue]
    return field < 0 ? nil : field
  }
}
