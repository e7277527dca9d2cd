/// What a child protection plan is to come to.
struct PlanIntentions: Sendable {
  /// What becomes of the first core group.
  enum CoreGroup: CaseIterable, Sendable {
    case inTime
    case onStartDay
    case onLastDay
    case oneDayLate
    case late
    case notHeld
    case planEndedFirst
    case planEndedUnmet
  }

  /// What becomes of the review that is due next.
  enum Review: CaseIterable, Sendable {
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case notHeld
    case endsAtReview
    case endsOnReviewDue
    case endsBefore
    case endsAfterDue
  }

  var coreGroup = CoreGroup.inTime
  /// The reviews in order; when they run out, the usual mixture goes on.
  var reviews: [Review] = []
  /// Whether a review is written twice, on one day.
  var hasTwoOnOneDay = false
  /// Whether a review is written on the day the plan starts, which does not count.
  var hasOneOnStartDay = false
  /// Whether a review is written after the plan's end, which does not count.
  var hasOneAfterEnd = false

  /// The mixture that most plans show.
  static func usual(_ random: inout PlantedRandom) -> PlanIntentions {
    PlanIntentions(
      coreGroup: random.pick(
        [
          (72, .inTime), (5, .onStartDay), (6, .onLastDay), (3, .oneDayLate), (9, .late),
          (5, .notHeld),
        ], else: .inTime))
  }

  /// The mixture of what becomes of a review.
  static func usualReview(_ random: inout PlantedRandom) -> Review {
    random.pick(
      [
        (60, .inTime), (4, .onLastDay), (2, .oneDayLate), (4, .late), (2, .notHeld),
        (18, .endsAtReview), (8, .endsBefore), (2, .endsAfterDue),
      ], else: .inTime)
  }
}
