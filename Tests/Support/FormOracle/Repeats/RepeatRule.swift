import Clocks
import Synthesis

/// A rule of something that comes again: what opens the chain, how long each interval is, and what
/// closes it.
struct RepeatRule: Sendable {
  /// What an interval's length may depend on.
  struct Interval: Sendable {
    /// The day on which the process was opened.
    var opened: CivilDay
    /// The day on which the interval starts.
    var start: CivilDay
    /// How many of the events were held up to then.
    var count: Int
    /// What the case chose, such as the day of a review or of the birth.
    var other: CivilDay?
  }

  /// The rule of the later intervals, and of the first where it has one of its own.
  var rule: FormRule
  /// The rule of the first interval, where that is another.
  var firstRule: FormRule?
  /// The first day of the first edition.
  var since: CivilDay
  var kind: String
  var detail = ""
  var otherDetail: String?
  /// The first interval; nil where the rule does not say.
  var first: PlantedLimit?
  /// Every later interval; nil where nothing is asked for.
  var then: @Sendable (Interval, PlantedArithmetic) -> PlantedLimit?
  /// About how long an interval lasts at most, in days.
  var span: Int
  var met: String
  var metDetail = ""
  /// What an event carries that does not count, and one of which nobody knows whether it does.
  var wrongDetail: String?
  var unknownDetail: String?
  /// Whether one on the day of the opening does not count.
  var isAfterStartDay = false
  /// Nothing counts before so many months after the opening.
  var monthsBefore = 0
  /// Whether a death ends the chain.
  var endsAtDeath = true
  /// Whether intervals that began from 24 April to 25 September 2020 had no number.
  var isRelaxed = false
  /// Picks a day that the intervals depend on, near the opening.
  var draw: (@Sendable (CivilDay, inout FormCase) -> CivilDay?)?
  /// Writes that day down, before the process is opened; the process that the chain lies in.
  var note: (@Sendable (CivilDay?, CivilDay, inout FormCase) -> FormProcess?)?
  /// The event that sets another interval, where it lies in the chain's own process.
  var ownEvent: String?

  /// The days of the relaxed edition.
  static let relaxation = CivilDay.of(2020, 4, 24)...CivilDay.of(2020, 9, 25)

  /// The intervals are all the same.
  static func always(_ limit: PlantedLimit)
    -> @Sendable (Interval, PlantedArithmetic)
    -> PlantedLimit?
  {
    { _, _ in limit }
  }
}
