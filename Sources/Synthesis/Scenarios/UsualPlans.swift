import Clocks

/// A concern that led to a conference and a child protection plan, over the last five years.
enum UsualPlans: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let conference: EnquiryIntentions.Conference = planner.random.pick(
      [(75, .inTime), (7, .onLastDay), (5, .oneDayLate), (13, .late)], else: .inTime)
    let completion: EnquiryIntentions.Completion = planner.random.pick(
      [(88, .inTime), (5, .onLastDay), (7, .oneDayLate)], else: .inTime)
    var episode = planner.planDiscussionCase(
      referral: planner.workingDay(.of(2021, 6, 1) ... .of(2026, 1, 5)), concern: .sameDay,
      .usual(&planner.random),
      enquiry: EnquiryIntentions(conference: conference, completion: completion))
    if let enquiry = episode.enquiries.first, let held = enquiry.conference?.day {
      // A few plans are recorded a day after the conference that made them.
      let opened = planner.random.chance(4) ? held.adding(days: 1) : held
      episode.plans = [
        planner.planProtectionPlan(
          opened: opened, conference: held, enquiry: enquiry, .usual(&planner.random))
      ]
    }
    planner.closeIfSettled(&episode)
    planner.close(episode)
  }
}
