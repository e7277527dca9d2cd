/// An enquiry with a second discussion some days after the one that started it.
enum TwoDiscussions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var episode = planner.planDiscussionCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 12, 20)), concern: .sameDay,
      DiscussionIntentions(circulation: .inTime),
      enquiry: EnquiryIntentions(conference: turn % 2 == 0 ? .onLastDay : .oneDayLate))
    let again = planner.arithmetic.workingDay(4, after: episode.referral)
    let second = planner.planDiscussion(
      at: planner.time(9...15, on: again), DiscussionIntentions(circulation: .inTime),
      startedEnquiry: false)
    for index in episode.enquiries.indices { episode.enquiries[index].discussions.append(second) }
    planner.close(episode)
  }
}
