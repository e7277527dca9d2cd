import Clocks

/// The last day and the day after it, around holidays, at month ends and at the as-of day.
enum Boundaries: Scenario {
  /// Days just before or on Christmas, Easter, bank holidays and weekends.
  private static let triggers: [CivilDay] = [
    .of(2024, 12, 16), .of(2024, 12, 24), .of(2025, 4, 16), .of(2025, 4, 17), .of(2025, 5, 2),
    .of(2025, 5, 24), .of(2025, 8, 25), .of(2025, 9, 6), .of(2025, 12, 16), .of(2025, 12, 25),
    .of(2025, 12, 31),
  ]
  /// Days whose day of the month is missing three or six months later.
  private static let monthEnds: [CivilDay] = [
    .of(2022, 11, 30), .of(2023, 11, 30), .of(2024, 8, 30), .of(2024, 2, 29), .of(2024, 3, 28),
    .of(2023, 8, 31),
  ]

  static func plan(with planner: inout CasePlanner, turn: Int) {
    switch turn % 4 {
    case 0: planAround(element(of: triggers, turn: turn / 4), isLate: false, with: &planner)
    case 1: planAround(element(of: triggers, turn: turn / 4), isLate: true, with: &planner)
    case 2: planMonthEnd(turn: turn / 4, with: &planner)
    default: planDueAtAsOf(turn: turn / 4, with: &planner)
    }
  }

  private static func planAround(
    _ trigger: CivilDay, isLate: Bool, with planner: inout CasePlanner
  ) {
    var episode = planner.episode(referral: trigger)
    planner.planAssessment(isLate ? .oneDayLate : .onLastDay, in: &episode)
    let intentions = DiscussionIntentions(
      meeting: isLate ? .oneDayLate : .onLastDay, followUp: isLate ? .oneDayLate : .onLastDay,
      circulation: isLate ? .lastOneLate : .lastOneOnLastDay)
    let at = planner.planConcern(.sameDay, in: &episode)
    let discussion = planner.planDiscussion(at: at, intentions, startedEnquiry: true)
    let enquiry = planner.planEnquiry(
      startedAt: discussion,
      EnquiryIntentions(
        conference: isLate ? .oneDayLate : .onLastDay,
        completion: isLate ? .oneDayLate : .onLastDay), in: &episode)
    episode.enquiries = [enquiry]
    if let held = enquiry.conference?.day {
      episode.plans = [
        planner.planProtectionPlan(
          opened: held, enquiry: enquiry,
          PlanIntentions(
            coreGroup: isLate ? .oneDayLate : .onLastDay,
            reviews: isLate ? [.oneDayLate] : [.onLastDay]))
      ]
    }
    episode.closed = nil
    planner.close(episode)
  }

  private static func planMonthEnd(turn: Int, with planner: inout CasePlanner) {
    let opened = element(of: monthEnds, turn: turn / 2)
    var episode = planner.episode(referral: opened.adding(days: -14))
    episode.transferInConference = opened
    let isLate = turn % 2 == 1
    episode.plans = [
      planner.planProtectionPlan(
        opened: opened, enquiry: nil,
        PlanIntentions(reviews: isLate ? [.oneDayLate, .onLastDay] : [.onLastDay, .oneDayLate]))
    ]
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }

  /// What is due on the as-of day is not overdue yet; what was due the day before is.
  private static func planDueAtAsOf(turn: Int, with planner: inout CasePlanner) {
    let due = CivilDay.asOf.adding(days: -(turn % 2))
    let isAssessment = turn % 4 < 2
    let limit = isAssessment ? 45 : 15
    var trigger = due.adding(days: -limit)
    while planner.arithmetic.workingDay(limit, after: trigger) != due {
      trigger = trigger.adding(days: -1)
    }
    guard !isAssessment else {
      var episode = planner.episode(referral: trigger)
      planner.planAssessment(.unfinished, in: &episode)
      return planner.close(episode)
    }
    planner.close(
      planner.planDiscussionCase(
        referral: trigger, concern: .sameDay, DiscussionIntentions(),
        enquiry: EnquiryIntentions(conference: .notHeld, completion: .inTime)))
  }
}
