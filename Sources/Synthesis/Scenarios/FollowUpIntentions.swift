/// Every way in which the follow-up of a discussion can come out.
enum FollowUpIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions()
    intentions.followUp = element(of: DiscussionIntentions.FollowUp.allCases, turn: turn)
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}
