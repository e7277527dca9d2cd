import Clocks

/// One fault in each child's exports, with what a careful reader and a correct judge make of it.
enum PlantedFaults: Scenario {
  private static let faults: [@Sendable (inout CasePlanner) -> Void] = [
    { planConference(.unreadable, in: .local, with: &$0) },
    { planConference(.unreadable, in: .census, with: &$0) },
    { planConference(.unreadable, in: .interchange, with: &$0) },
    { planConference(.empty, in: .interchange, with: &$0) },
    { planCoreGroup(.unreadable, with: &$0) },
    { planCoreGroup(.empty, with: &$0) },
    planUnreadableAssessment,
    planDuplicates,
    { planStrayRow(.noChild, with: &$0) },
    { planStrayRow(.unknownEvent, with: &$0) },
    planFutureReferral,
    planFuturePlan,
    planPlanEndedBeforeStart,
    planEpisodeClosedBeforeReferral,
    planProtectionEndedBeforeStart,
    planReviewBeforeStart,
    planDisagreement,
    planBeforeFirstEdition,
  ]

  static func plan(with planner: inout CasePlanner, turn: Int) {
    element(of: faults, turn: turn)(&planner)
  }

  /// A conference whose date one export spoils; the others have it, on the twelfth working day.
  private static func planConference(
    _ spoiling: PlannedDate.Spoiling, in road: Road, with planner: inout CasePlanner
  ) {
    planSpoiled(spoiling, in: road, workingDay: 12, with: &planner) { planner, enquiry, at, due in
      let held = enquiry.conference?.day
      let reason: KeyReason = if case .empty = spoiling { .dateMissing } else { .dateUnreadable }
      // The census and the local lists merged know the date from whichever can be read.
      planner.expectConference(
        of: enquiry, startedAt: at, due: due, on: Road.all.subtracting(road), satisfied: held,
        .met)
      planner.expectConference(
        of: enquiry, startedAt: at, due: due, on: road, .notEvaluable, because: reason)
    }
  }

  /// Held on the last day by the local lists, two days later by the census.
  private static func planDisagreement(_ planner: inout CasePlanner) {
    planSpoiled(.later(days: 2), in: .census, workingDay: 15, with: &planner) {
      planner, enquiry, at, due in
      planner.expectConference(
        of: enquiry, startedAt: at, due: due, on: Road.all.subtracting([.census, .both]),
        satisfied: due, .met)
      planner.expectConference(
        of: enquiry, startedAt: at, due: due, on: .census, satisfied: due.adding(days: 2),
        .metLate)
      planner.expectConference(
        of: enquiry, startedAt: at, due: due, on: .both, .notEvaluable, because: .feedsDisagree)
    }
  }

  private static func planSpoiled(
    _ spoiling: PlannedDate.Spoiling, in road: Road, workingDay: Int,
    with planner: inout CasePlanner,
    expecting: (inout CasePlanner, PlannedEnquiry, PlannedMoment, CivilDay) -> Void
  ) {
    var episode = planner.episode(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 12, 20)))
    let at = planner.planConcern(.sameDay, in: &episode)
    let discussion = planner.planDiscussion(at: at, DiscussionIntentions(), startedEnquiry: true)
    var enquiry = planner.planUnconferredEnquiry(startedAt: discussion)
    enquiry.conference = PlannedDate(
      planner.arithmetic.workingDay(workingDay, after: at.day), spoiling, in: road)
    expecting(&planner, enquiry, at, planner.arithmetic.workingDay(15, after: at.day))
    episode.enquiries = [enquiry]
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }

  /// A first core group whose date the local list and the interchange file spoil.
  private static func planCoreGroup(
    _ spoiling: PlannedDate.Spoiling, with planner: inout CasePlanner
  ) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 11, 20)))
    var plan = PlannedPlan(
      ordinal: planner.nextOrdinal(), enquiry: enquiry?.ordinal, opened: held)
    let due = planner.arithmetic.workingDay(10, after: held)
    plan.coreGroups = [PlannedDate(due.adding(days: -2), spoiling, in: [.local, .interchange])]
    let reason: KeyReason = if case .empty = spoiling { .dateMissing } else { .dateUnreadable }
    planner.expect(
      .firstCoreGroup, on: .detailed, trigger: PlannedMoment(held), start: PlannedMoment(held),
      due: PlannedMoment(due), .notEvaluable, because: reason)
    let reviewDue = planner.arithmetic.months(3, after: held)
    planner.expectReview(
      after: held, isFirst: true, due: reviewDue, planner.unsatisfied(due: reviewDue))
    episode.plans = [plan]
    planner.close(episode)
  }

  /// An authorisation date that the census spoils and nothing else but the interchange file has.
  private static func planUnreadableAssessment(_ planner: inout CasePlanner) {
    var episode = planner.episode(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 11, 20)))
    let due = planner.arithmetic.workingDay(45, after: episode.referral)
    let done = due.adding(days: -5)
    episode.assessments = [
      PlannedAssessment(
        ordinal: planner.nextOrdinal(), started: episode.referral,
        authorised: PlannedDate(done, .unreadable, in: .census))
    ]
    let referral = PlannedMoment(episode.referral)
    planner.expect(
      .assessment, on: Road.returned.subtracting([.census, .both]), trigger: referral,
      start: referral, due: PlannedMoment(due), satisfied: PlannedMoment(done), .met)
    planner.expect(
      .assessment, on: [.census, .both], trigger: referral, start: referral,
      due: PlannedMoment(due), .notEvaluable, because: .dateUnreadable)
    planner.close(episode)
  }

  /// The same rows twice: an episode in the local list, a plan in the census, a core group.
  private static func planDuplicates(_ planner: inout CasePlanner) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 11, 20)))
    var plan = planner.planProtectionPlan(
      opened: held, enquiry: enquiry, PlanIntentions(coreGroup: .inTime))
    plan.isDoubled = true
    episode.plans = [plan]
    episode.isDoubled = true
    planner.close(episode)
  }

  private static func planStrayRow(_ kind: PlantedKind, with planner: inout CasePlanner) {
    UsualAssessments.plan(with: &planner, turn: 0)
    planner.child.strayRows.append(kind)
  }

  private static func planFutureReferral(_ planner: inout CasePlanner) {
    var episode = planner.episode(referral: planner.day(20...90, after: .asOf))
    episode.fault = .futureTrigger
    planner.expect(
      .assessment, on: .returned, trigger: PlannedMoment(episode.referral), .invalid)
    planner.close(episode)
  }

  private static func planFuturePlan(_ planner: inout CasePlanner) {
    planner.planSpoiledPlan(
      opened: planner.day(20...60, after: .asOf), ended: nil, .futureTrigger)
  }

  private static func planPlanEndedBeforeStart(_ planner: inout CasePlanner) {
    let opened = planner.day(.of(2025, 6, 1) ... .of(2025, 11, 30))
    planner.planSpoiledPlan(opened: opened, ended: opened.adding(days: -9), .closedBeforeOpened)
  }

  private static func planEpisodeClosedBeforeReferral(_ planner: inout CasePlanner) {
    var episode = planner.episode(
      referral: planner.workingDay(.of(2025, 4, 1) ... .of(2025, 11, 20)))
    episode.closed = episode.referral.adding(days: -12)
    episode.fault = .closedBeforeOpened
    planner.expect(
      .assessment, on: .returned, trigger: PlannedMoment(episode.referral), .invalid)
    planner.close(episode)
  }

  private static func planProtectionEndedBeforeStart(_ planner: inout CasePlanner) {
    let opened = planner.time(9...20, on: planner.day(.of(2025, 6, 1) ... .of(2025, 9, 30)))
    planner.expect(.policeProtection, on: .detailed, trigger: opened, .invalid)
    var protection = PlannedProtection(
      ordinal: planner.nextOrdinal(), opened: opened,
      ended: PlannedMoment(opened.day.adding(days: -2), 12, 0))
    protection.fault = .closedBeforeOpened
    planner.child.protections.append(protection)
    var episode = planner.episode(referral: opened.day)
    planner.planUsualAssessment(in: &episode)
    planner.close(episode)
  }

  private static func planReviewBeforeStart(_ planner: inout CasePlanner) {
    var (episode, enquiry, held) = planner.planConferenceCase(
      referral: planner.workingDay(.of(2024, 6, 1) ... .of(2025, 6, 1)))
    var plan = planner.planProtectionPlan(
      opened: held, enquiry: enquiry, PlanIntentions(reviews: [.inTime, .endsAtReview]))
    plan.reviews.insert(held.adding(days: -20), at: 0)
    plan.fault = .reviewBeforeStart
    episode.plans = [plan]
    planner.close(episode)
  }

  /// A plan of 2012 that ended in 2013: only its last interval began under a rule.
  private static func planBeforeFirstEdition(_ planner: inout CasePlanner) {
    var episode = planner.episode(referral: .of(2012, 10, 15))
    episode.fault = .beforeFirstEdition
    episode.assessments = [
      PlannedAssessment(
        ordinal: planner.nextOrdinal(), started: .of(2012, 10, 16),
        authorised: PlannedDate(.of(2012, 12, 10)))
    ]
    var plan = PlannedPlan(ordinal: planner.nextOrdinal(), opened: .of(2012, 11, 5))
    plan.ended = .of(2013, 12, 10)
    plan.coreGroups = [PlannedDate(.of(2012, 11, 15))]
    plan.reviews = [.of(2013, 1, 31), .of(2013, 7, 20)]
    plan.fault = .beforeFirstEdition
    planner.expectReview(
      after: .of(2013, 7, 20), isFirst: false, due: .of(2014, 1, 20), .stopped)
    episode.plans = [plan]
    episode.closed = .of(2014, 2, 3)
    planner.close(episode)
  }
}
