/// What an interval between two reviews of a looked-after child is to come to.
enum CareIntention: Sendable {
  case inTime
  case onLastDay
  case oneDayLate
  case notHeld
  /// The period ended on the day on which the review was due.
  case endsOnDue
  /// The period ended some days after the review was due.
  case endsAfterDue
  /// The period ended at a review in time.
  case endsAtReview

  /// Chains of intervals, from the start of the period on; the last is the one that stays open.
  static let chains: [[CareIntention]] = [
    [.inTime, .inTime, .inTime, .notHeld],
    [.onLastDay, .onLastDay, .onLastDay, .endsAtReview],
    [.oneDayLate, .inTime, .oneDayLate, .endsOnDue],
    [.notHeld],
    [.inTime, .notHeld],
    [.endsOnDue],
    [.inTime, .endsAfterDue],
    [.endsAfterDue],
    [.inTime, .oneDayLate, .endsAtReview],
    [.oneDayLate, .endsOnDue],
  ]
}
