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
