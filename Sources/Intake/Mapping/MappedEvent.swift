import CaseModel

/// An event that a row of a list can give.
struct MappedEvent: Sendable {
  /// Who took part in it, where the row says so.
  struct Who: Sendable {
    var role: MappedCell
    var part: MappedCell
    var agency: MappedCell?
  }

  var type: EventType
  /// The processes it may lie in, by their places in the list; the first that the row has counts.
  var processes: [Int] = []
  var at: MappedCell?
  /// Whether an empty date means that it happened, at a time nobody wrote down.
  var isDateMissingWhenEmpty = false
  /// How fine its times are; nil where the values themselves say.
  var precision: EventCoverage.Precision?
  /// How many of them the list holds; nil where another list holds the events.
  var depth: EventCoverage.Depth? = .all
  var participants: EventCoverage.Participants = .none
  var state: MappedCell?
  var outcome: MappedCell?
  var id: MappedCell?
  var due: MappedCell?
  var attributes: [MappedAttribute] = []
  var who: Who?
  var conditions: [MappedCondition] = []
}
