import Clocks

/// Concerns of the last days before the as-of day, with nearly everything still to be done.
enum LatelyOpened: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let referral = CivilDay.asOf.adding(days: -(turn / 2 % 4))
    guard turn % 2 == 0 else {
      var episode = planner.episode(referral: referral)
      planner.planUnansweredConcern(
        planner.time(8...18, on: referral),
        category: planner.random.pick(HarmCategory.allCases) ?? .other, in: &episode)
      planner.planUsualAssessment(in: &episode)
      return planner.close(episode)
    }
    planner.close(
      planner.planDiscussionCase(
        referral: referral, concern: .sameDay,
        DiscussionIntentions(meeting: .notHeld, followUp: .notHeld, circulation: .notSent),
        enquiry: EnquiryIntentions(conference: .notHeld, completion: .stillOpen)))
  }
}
