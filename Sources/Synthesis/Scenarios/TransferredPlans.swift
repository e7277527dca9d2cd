/// Plans that came with the child from another authority: a conference and no enquiry here.
enum TransferredPlans: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var episode = planner.episode(
      referral: planner.workingDay(.of(2024, 4, 1) ... .of(2025, 10, 1)))
    let held = planner.workingDay(8...14, after: episode.referral)
    episode.transferInConference = held
    episode.plans = [
      planner.planProtectionPlan(opened: held, enquiry: nil, .usual(&planner.random))
    ]
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }
}
