/// Children in hospital while an enquiry is open, and one whose enquiry was over.
enum HospitalStays: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var episode = planner.planDiscussionCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
      DiscussionIntentions(), enquiry: EnquiryIntentions(completion: .inTime))
    for index in episode.enquiries.indices {
      planner.planStay(
        element(of: StayIntention.allCases, turn: turn), in: &episode.enquiries[index])
    }
    planner.closeIfSettled(&episode)
    planner.close(episode)
  }
}
