/// Every way in which a strategy meeting can be held, chaired and attended.
enum MeetingIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions(meeting: .inTime)
    switch turn % 3 {
    case 0: intentions.chair = element(of: DiscussionIntentions.Chair.allCases, turn: turn / 3)
    case 1: intentions.meeting = element(of: DiscussionIntentions.Meeting.allCases, turn: turn / 3)
    default:
      intentions.meetingAttendance = element(
        of: DiscussionIntentions.MeetingAttendance.allCases, turn: turn / 3)
    }
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}
