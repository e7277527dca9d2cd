/// The reason why a row of an interchange file cannot be used.
enum InterchangeRefusal {
  case noChild
  case unknownType
  case unknownProcess
  case noProcessID
  case unknownState
  case unknownPart
  case noRole

  /// The column that shows it.
  var column: InterchangeColumn {
    switch self {
    case .noChild: .childID
    case .unknownType: .type
    case .unknownProcess: .process
    case .noProcessID: .processID
    case .unknownState, .unknownPart: .state
    case .noRole: .role
    }
  }

  /// The rule that is broken.
  func rule(_ form: InterchangeForm) -> String {
    let isXML = form == .xml
    return switch self {
    case .noChild: isXML ? "a child has an id" : "a row names its child"
    case .unknownType:
      "the type of \(isXML ? "an event" : "a row") is an event type of the vocabulary"
    case .unknownProcess:
      isXML
        ? "the kind of a process is a kind of process of the vocabulary"
        : "the process of a row is a kind of process of the vocabulary"
    case .noProcessID: "a process has an id"
    case .unknownState: "the state of an event is held, planned, cancelled or not_required"
    case .unknownPart:
      (isXML ? "the part of a with" : "the state of a row with a role")
        + " is attended, apologies, invited, report_only or sent_to"
    case .noRole: "a with has a role"
    }
  }

  /// What a person does about it, as one clause.
  func nextStep(_ form: InterchangeForm) -> String {
    let isXML = form == .xml
    return switch self {
    case .noChild: isXML ? "give the id of the child" : "give the child_id of the row"
    case .unknownType: "use one of its words, or add the word to the site's vocabulary"
    case .unknownProcess:
      isXML
        ? "use one of its words, or put the event into the child itself"
        : "use one of its words, or leave process and process_id empty"
    case .noProcessID:
      isXML
        ? "give the id, or put the event into the child itself"
        : "give the process_id, or leave process empty"
    case .unknownState:
      isXML
        ? "use one of these words; a part such as attended stands in a with"
        : "use one of these words; a part such as attended needs a role"
    case .unknownPart:
      isXML
        ? "use one of these words; the event's own state stands in the event"
        : "use one of these words; the event's own state stands in a row without a role"
    case .noRole: "give the role of who took part, a word of the vocabulary"
    }
  }
}
