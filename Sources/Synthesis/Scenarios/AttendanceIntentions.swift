/// Every way in which a strategy discussion can be attended.
enum AttendanceIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions()
    intentions.attendance = element(of: DiscussionIntentions.Attendance.allCases, turn: turn)
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}
