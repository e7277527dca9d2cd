/// Every way in which an assessment can come out, one child after another.
enum AssessmentIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let intention = element(of: AssessmentIntention.allCases, turn: turn)
    var episode = planner.episode(referral: planner.referralDay(for: intention))
    planner.planAssessment(intention, in: &episode)
    planner.close(episode)
  }
}
