import Clocks

/// The days between which something is looked for before an event.
struct LookBackDays {
  /// The day of the event before; only what comes after it counts.
  var floor: CivilDay?
  /// Why another such event may lie between, so that what came before it does not count; nil where
  /// all of them have a day.
  var floorDoubt: Reason?
  /// The last day in time.
  var due: CivilDay
  /// The day of the event itself.
  var anchor: CivilDay
  /// Whether the event was held; else it is planned.
  var isHeld: Bool
  /// The as-of.
  var now: CivilDay
}
