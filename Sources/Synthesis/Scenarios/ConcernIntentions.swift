/// Every way in which a discussion can follow a concern, the weekend of the clock change, and a
/// concern that nobody answered.
enum ConcernIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let intentions = ConcernIntention.allCases
    let place = turn % (intentions.count + 3)
    guard place < intentions.count else {
      return planSpecial(place - intentions.count, with: &planner)
    }
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)),
        concern: intentions[place], DiscussionIntentions(),
        enquiry: planner.random.chance(50) ? EnquiryIntentions(conference: .notRequired) : nil))
  }

  private static func planSpecial(_ place: Int, with planner: inout CasePlanner) {
    switch place {
    case 0, 1:
      // From the Saturday before the clocks go back to the Sunday after: 24 hours, 23 on the wall.
      planner.close(
        planner.planDiscussionCase(
          referral: .of(2025, 10, 25), concern: place == 0 ? .exactlyOnTheHour : .oneMinuteLate,
          DiscussionIntentions(), enquiry: nil))
    default:
      var episode = planner.episode(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 3, 10)))
      let concern = planner.time(8...18, on: episode.referral)
      planner.planUnansweredConcern(
        concern, category: planner.random.pick(HarmCategory.allCases) ?? .neglect, in: &episode)
      planner.planUsualAssessment(in: &episode)
      planner.close(episode)
    }
  }
}
