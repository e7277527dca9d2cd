/// The hour of a later day to which a clock runs on where its last day is none of a calendar's.
struct RuleEnding: Sendable, Hashable {
  /// The minute of that day.
  var minuteOfDay: Int
  /// The calendar that counts the days.
  var calendar: String
}
