/// Every way in which an assessment can come out, one child after another.
enum AssessmentIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let intention = element(of: AssessmentIntention.allCases, turn: turn)
    var episode = planner.episode(referral: planner.referralDay(for: intention))
    planner.planAssessment(intention, in: &episode)
    planner.close(episode)
  }
}

/// Every way in which a discussion can follow a concern, the weekend of the clock change, and a
/// concern that nobody answered.
enum ConcernIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let intentions = ConcernIntention.allCases
    let index = turn % (intentions.count + 3)
    guard index < intentions.count else {
      return planSpecial(index - intentions.count, with: &planner)
    }
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)),
        concern: intentions[index], DiscussionIntentions(),
        enquiry: planner.random.chance(50) ? EnquiryIntentions(conference: .notRequired) : nil))
  }

  private static func planSpecial(_ index: Int, with planner: inout CasePlanner) {
    switch index {
    case 0, 1:
      // From the Saturday before the clocks go back to the Sunday after: 24 hours, 23 on the wall.
      planner.close(
        planner.planDiscussionCase(
          referral: .of(2025, 10, 25), concern: index == 0 ? .exactlyOnTheHour : .oneMinuteLate,
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

/// Every way in which the follow-up of a discussion can come out.
enum FollowUpIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions()
    intentions.followUp = element(of: DiscussionIntentions.FollowUp.allCases, turn: turn)
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}

/// Every way in which the record of a discussion can reach those who were there.
enum CirculationIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var intentions = DiscussionIntentions()
    intentions.circulation = element(of: DiscussionIntentions.Circulation.allCases, turn: turn)
    planner.close(
      planner.planDiscussionCase(
        referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: .sameDay,
        intentions, enquiry: planner.random.chance(50) ? EnquiryIntentions() : nil))
  }
}

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

/// Every way in which police protection can end, over both changes of the clocks.
enum PoliceProtections: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    planner.planProtection(element(of: ProtectionIntention.allCases, turn: turn))
    guard let opened = planner.child.protections.first?.opened.day else { return }
    var episode = planner.episode(referral: opened)
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }
}

/// Every way in which the first core group can come out.
enum CoreGroupIntentions: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2024, 6, 1) ... .of(2025, 12, 10)))
    let intention = element(of: PlanIntentions.CoreGroup.allCases, turn: turn)
    episode.plans = [
      planner.planProtectionPlan(
        opened: held, enquiry: enquiry, PlanIntentions(coreGroup: intention))
    ]
    planner.close(episode)
  }
}

/// Chains of review conferences: each way an interval can end, and reviews that do not count.
enum ReviewChains: Scenario {
  private static let chains: [[PlanIntentions.Review]] = [
    [.inTime, .inTime, .endsAtReview],
    [.onLastDay, .onLastDay, .endsBefore],
    [.oneDayLate, .inTime, .notHeld],
    [.late, .oneDayLate, .endsAfterDue],
    [.notHeld],
    [.endsAtReview],
    [.endsOnReviewDue],
    [.endsBefore],
    [.endsAfterDue],
    [.inTime, .notHeld],
    [.inTime, .endsOnReviewDue],
    [.inTime, .late, .onLastDay, .endsAtReview],
  ]

  static func plan(with planner: inout CasePlanner, turn: Int) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2022, 6, 1) ... .of(2024, 3, 1)))
    var intentions = PlanIntentions(reviews: element(of: chains, turn: turn))
    intentions.hasTwoOnOneDay = turn % 3 == 0
    intentions.hasOneOnStartDay = turn % 4 == 1
    intentions.hasOneAfterEnd = turn % 2 == 1
    episode.plans = [
      planner.planProtectionPlan(opened: held, enquiry: enquiry, intentions)
    ]
    planner.close(episode)
  }
}
