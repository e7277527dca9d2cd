/// A concern, a strategy discussion and a section 47 enquiry, as they usually go.
enum UsualEnquiries: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let concern: ConcernIntention = planner.random.pick(
      [(80, .sameDay), (10, .withinHours), (5, .withinThreeDays), (5, .afterThreeDays)],
      else: .sameDay)
    var episode = planner.planDiscussionCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: concern,
      .usual(&planner.random), enquiry: .usual(&planner.random))
    planner.closeIfSettled(&episode)
    planner.close(episode)
  }
}
