import Clocks

/// What a child protection plan is to come to.
struct PlanIntentions: Sendable {
  /// What becomes of the first core group.
  enum CoreGroup: CaseIterable, Sendable {
    case inTime
    case onStartDay
    case onLastDay
    case oneDayLate
    case late
    case notHeld
    case planEndedFirst
    case planEndedUnmet
  }

  /// What becomes of the review that is due next.
  enum Review: CaseIterable, Sendable {
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case notHeld
    case endsAtReview
    case endsOnReviewDue
    case endsBefore
    case endsAfterDue
  }

  var coreGroup = CoreGroup.inTime
  /// The reviews in order; when they run out, the usual mixture goes on.
  var reviews: [Review] = []
  /// Whether a review is written twice, on one day.
  var hasTwoOnOneDay = false
  /// Whether a review is written on the day the plan starts, which does not count.
  var hasOneOnStartDay = false
  /// Whether a review is written after the plan's end, which does not count.
  var hasOneAfterEnd = false

  /// The mixture that most plans show.
  static func usual(_ random: inout PlantedRandom) -> PlanIntentions {
    PlanIntentions(
      coreGroup: random.pick(
        [
          (72, .inTime), (5, .onStartDay), (6, .onLastDay), (3, .oneDayLate), (9, .late),
          (5, .notHeld),
        ], else: .inTime))
  }

  /// The mixture of what becomes of a review.
  static func usualReview(_ random: inout PlantedRandom) -> Review {
    random.pick(
      [
        (60, .inTime), (4, .onLastDay), (2, .oneDayLate), (4, .late), (2, .notHeld),
        (18, .endsAtReview), (8, .endsBefore), (2, .endsAfterDue),
      ], else: .inTime)
  }
}

extension CasePlanner {
  /// Plans a child protection plan with its core groups and reviews.
  ///
  /// - Parameters:
  ///   - opened: the day it starts.
  ///   - conference: the day of the conference that made it, where it started later than that.
  ///   - enquiry: the enquiry that led to it.
  ///   - intentions: what it is to come to.
  /// - Returns: the plan, for an episode to hold.
  mutating func planProtectionPlan(
    opened: CivilDay, conference: CivilDay? = nil, enquiry: PlannedEnquiry?,
    _ intentions: PlanIntentions
  ) -> PlannedPlan {
    var plan = PlannedPlan(ordinal: nextOrdinal(), enquiry: enquiry?.ordinal, opened: opened)
    plan.category = random.pick(HarmCategory.allCases) ?? .neglect
    let start = conference ?? opened
    let due = arithmetic.workingDay(10, after: start)
    switch intentions.coreGroup {
    case .planEndedFirst, .planEndedUnmet:
      // The plan ends so early that no review was due.
      let ended =
        intentions.coreGroup == .planEndedFirst
        ? day(2...due.days(since: opened), after: opened) : day(1...20, after: due)
      plan.ended = ended
      expectReview(
        after: opened, isFirst: true, due: arithmetic.months(3, after: opened), .stopped)
    default: planReviews(intentions, of: &plan)
    }
    planCoreGroup(intentions.coreGroup, of: &plan, start: start, due: due)
    planVisits(of: &plan)
    return plan
  }

  private mutating func planCoreGroup(
    _ intention: PlanIntentions.CoreGroup, of plan: inout PlannedPlan, start: CivilDay,
    due: CivilDay
  ) {
    var held: CivilDay?
    var outcome = unsatisfied(due: due)
    switch intention {
    case .inTime: held = workingDay(3...9, after: start)
    case .onStartDay: held = plan.opened
    case .onLastDay: held = due
    case .oneDayLate: held = arithmetic.workingDay(1, after: due)
    case .late: held = workingDay(2...9, after: due)
    case .notHeld: break
    case .planEndedFirst: outcome = .stopped
    case .planEndedUnmet: outcome = .overdue
    }
    if let held {
      plan.coreGroups = [PlannedDate(held)]
      outcome = held <= due ? .met : .metLate
      let next = held.adding(days: 42)
      if next <= min(plan.ended ?? .asOf, .asOf) { plan.coreGroups.append(PlannedDate(next)) }
    }
    expect(
      .firstCoreGroup, on: .detailed, trigger: PlannedMoment(plan.opened),
      start: PlannedMoment(start), due: PlannedMoment(due),
      satisfied: held.map { PlannedMoment($0) }, outcome)
  }

  /// Reviews one after another, each due by the one before, until the plan ends, one is missed or
  /// the as-of day is reached.
  private mutating func planReviews(_ intentions: PlanIntentions, of plan: inout PlannedPlan) {
    var wanted = intentions.reviews[...]
    var last = plan.opened
    var isFirst = true
    while plan.ended == nil {
      let due = arithmetic.months(isFirst ? 3 : 6, after: last)
      let intention = wanted.popFirst() ?? PlanIntentions.usualReview(&random)
      guard let step = planReview(intention, after: last, isFirst: isFirst, due: due) else {
        expectReview(after: last, isFirst: isFirst, due: due, unsatisfied(due: due))
        break
      }
      expectReview(
        after: last, isFirst: isFirst, due: due, satisfied: step.review, step.outcome)
      plan.ended = step.ended
      guard let review = step.review else { break }
      plan.reviews.append(review)
      (last, isFirst) = (review, false)
    }
    if intentions.hasTwoOnOneDay, let first = plan.reviews.first { plan.reviews.append(first) }
    if intentions.hasOneOnStartDay { plan.reviews.insert(plan.opened, at: 0) }
    if intentions.hasOneAfterEnd, let ended = plan.ended {
      let after = ended.adding(days: 14)
      if after <= .asOf { plan.reviews.append(after) }
    }
  }

  /// One step of the chain: a review, the plan's end, or both; nil where the as-of day comes first
  /// or the review is missed.
  private mutating func planReview(
    _ intention: PlanIntentions.Review, after last: CivilDay, isFirst: Bool, due: CivilDay
  ) -> (review: CivilDay?, ended: CivilDay?, outcome: KeyOutcome)? {
    let span = due.days(since: last)
    var review: CivilDay?
    var ended: CivilDay?
    var outcome = KeyOutcome.met
    switch intention {
    case .inTime: review = day((span * 2 / 3)...(span - 1), after: last)
    case .onLastDay: review = due
    case .oneDayLate: (review, outcome) = (due.adding(days: 1), .metLate)
    case .late: (review, outcome) = (day(2...40, after: due), .metLate)
    case .notHeld: return nil
    case .endsAtReview:
      review = day((span * 2 / 3)...(span - 1), after: last)
      ended = review
    case .endsOnReviewDue: (ended, outcome) = (due, .stopped)
    // Never so early that it meets a late first core group.
    case .endsBefore: (ended, outcome) = (day(45...(span - 1), after: last), .stopped)
    case .endsAfterDue: (ended, outcome) = (day(1...60, after: due), .overdue)
    }
    guard (review ?? ended ?? due) <= .asOf else { return nil }
    return (review, ended, outcome)
  }

  private mutating func planVisits(of plan: inout PlannedPlan) {
    var visit = day(3...10, after: plan.opened)
    let last = min(plan.ended ?? .asOf, .asOf)
    while visit <= last, plan.visits.count < 4 {
      plan.visits.append(visit)
      visit = day(10...28, after: visit)
    }
  }

  /// Writes down the check of the interval that a plan's start or a review opened.
  mutating func expectReview(
    after last: CivilDay, isFirst: Bool, due: CivilDay, on roads: Road = .all,
    satisfied: CivilDay? = nil, _ outcome: KeyOutcome
  ) {
    expect(
      isFirst ? .firstReview : .laterReview, on: roads, trigger: PlannedMoment(last),
      start: PlannedMoment(last), due: PlannedMoment(due),
      satisfied: satisfied.map { PlannedMoment($0) }, outcome)
  }
}
