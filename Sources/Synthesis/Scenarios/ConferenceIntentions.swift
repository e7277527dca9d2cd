/// Every way in which a conference and an enquiry can come out, and enquiries whose start the
/// interchange file does not mark.
enum ConferenceIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let conferences = EnquiryIntentions.Conference.allCases
    let conference = element(of: conferences, turn: turn)
    let completions = EnquiryIntentions.Completion.allCases
    var intentions = EnquiryIntentions(
      conference: conference, completion: element(of: completions, turn: turn / 2))
    intentions.isStartMarked = conference != .onLastDay && conference != .late
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        DiscussionIntentions(), enquiry: intentions))
  }
}
