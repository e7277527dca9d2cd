/// Chains of review conferences: each way an interval can end, and reviews that do not count.
enum ReviewChains: Scenario {
  private static let chains: [[PlanIntentions.Review]] = [
    [.inTime, .inTime, .endsAtReview],
    [.onLastDay, .onLastDay, .endsBefore],
    [.oneDayLate, .inTime, .notHeld],
    [.late, .oneDayLate, .endsAfterDue],
    [.notHeld],
    [.endsAtReview],
    [.endsOnReviewDue],
    [.endsBefore],
    [.endsAfterDue],
    [.inTime, .notHeld],
    [.inTime, .endsOnReviewDue],
    [.inTime, .late, .onLastDay, .endsAtReview],
  ]

  static func plan(with planner: inout CasePlanner, turn: Int) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2022, 6, 1) ... .of(2024, 3, 1)))
    var intentions = PlanIntentions(reviews: element(of: chains, turn: turn))
    intentions.hasTwoOnOneDay = turn % 3 == 0
    intentions.hasOneOnStartDay = turn % 4 == 1
    intentions.hasOneAfterEnd = turn % 2 == 1
    episode.plans = [
      planner.planProtectionPlan(opened: held, enquiry: enquiry, intentions)
    ]
    planner.close(episode)
  }
}
