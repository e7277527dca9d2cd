/// Every way in which the record of a discussion can reach those who were there.
enum CirculationIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions()
    intentions.circulation = element(of: DiscussionIntentions.Circulation.allCases, turn: turn)
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}
