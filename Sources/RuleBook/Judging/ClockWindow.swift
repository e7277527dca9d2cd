import Clocks

/// The clock of one check in one reading.
struct ClockWindow {
  /// The tick at which it starts.
  var start: Int64
  /// The moment that the start was read from.
  var startMoment: Moment
  /// The last tick in time.
  var due: Int64
  /// Events before this tick do not count.
  var earliest: Int64
}
