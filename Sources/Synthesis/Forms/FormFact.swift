import Clocks

/// One row of the interchange file of the forms.
struct FormFact: Sendable {
  /// A process that rows lie in.
  struct Process: Hashable, Sendable {
    var kind: String
    var id: String
    var parent = ""

    /// No process: the event is the child's own.
    static let none = Process(kind: "", id: "")
  }

  /// A date as written.
  enum Written: Hashable, Sendable {
    case at(PlannedMoment)
    /// A month that no calendar has.
    case unreadable
  }

  var process: Process
  var type: String
  var at: Written
  var state = ""
  var outcome = ""
  var role = ""
  var detail = ""
}
