import CaseModel
import Clocks

/// How a longest time may be extended.
struct RuleExtensions: Sendable, Hashable {
  /// How often; nil for any number.
  var count: Int?
  /// By how much each time.
  var each: Limit
  /// The event that grants one.
  var by: EventType
}
