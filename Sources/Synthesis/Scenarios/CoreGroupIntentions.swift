/// Every way in which the first core group can come out.
enum CoreGroupIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2024, 6, 1) ... .of(2025, 12, 10)))
    let intention = element(of: PlanIntentions.CoreGroup.allCases, turn: turn)
    episode.plans = [
      planner.planProtectionPlan(
        opened: held, enquiry: enquiry, PlanIntentions(coreGroup: intention))
    ]
    planner.close(episode)
  }
}
