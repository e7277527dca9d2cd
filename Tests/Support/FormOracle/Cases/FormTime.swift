import Clocks
import Synthesis

/// When something was, as the file of the forms writes it down.
enum FormTime: Hashable, Sendable {
  /// A day or a minute.
  case at(PlannedMoment)
  /// A minute with the distance of the clocks from universal time in hours: 0 or 1.
  case offset(PlannedMoment, Int)
  /// An empty field.
  case missing
  /// A day that no calendar has.
  case unreadable

  /// A day alone.
  static func on(_ day: CivilDay) -> FormTime { .at(PlannedMoment(day)) }

  /// The moment, as the clocks on the wall show it; nil where it is not known.
  var moment: PlannedMoment? {
    switch self {
    case .at(let moment), .offset(let moment, _): moment
    case .missing, .unreadable: nil
    }
  }
}
