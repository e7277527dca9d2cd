import Clocks

/// Episodes of need with nothing but an assessment, as most are.
enum UsualAssessments: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let intention: AssessmentIntention = planner.random.pick(
      [
        (62, .inTime), (4, .onLastDay), (1, .oneDayLate), (6, .late), (2, .unfinished),
        (1, .closedUnfinished), (4, .closedBeforeDue), (7, .noFurtherAction),
        (3, .authorisedAfterClosing), (1, .authorisedTwice), (9, .stillDue),
      ], else: .inTime)
    var episode = planner.episode(referral: planner.referralDay(for: intention))
    planner.planAssessment(intention, in: &episode)
    if episode.closed == nil, let done = episode.assessments.first?.authorised?.day,
      planner.random.chance(30)
    {
      let started = planner.day(1...10, after: done)
      if started <= .asOf { episode.cinPlan = (started, nil) }
    }
    planner.close(episode)
  }
}

/// A concern, a strategy discussion and a section 47 enquiry, as they usually go.
enum UsualEnquiries: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    let concern: ConcernIntention = planner.random.pick(
      [(80, .sameDay), (10, .withinHours), (5, .withinThreeDays), (5, .afterThreeDays)],
      else: .sameDay)
    var episode = planner.planDiscussionCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2026, 1, 15)), concern: concern,
      .usual(&planner.random), enquiry: .usual(&planner.random))
    planner.closeIfSettled(&episode)
    planner.close(episode)
  }
}

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

/// Plans that came with the child from another authority: a conference and no enquiry here.
enum TransferredPlans: Scenario {
  static func plan(with planner: inout CasePlanner, turn: Int) {
    var episode = planner.episode(
      referral: planner.workingDay(.of(2024, 4, 1) ... .of(2025, 10, 1)))
    let held = planner.workingDay(8...14, after: episode.referral)
    episode.transferInConference = held
    episode.plans = [
      planner.planProtectionPlan(opened: held, enquiry: nil, .usual(&planner.random))
    ]
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }
}

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
