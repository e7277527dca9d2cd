import Clocks

/// How soon a strategy discussion is to follow a concern.
enum ConcernIntention: CaseIterable, Sendable {
  case sameDay
  case withinHours
  case exactlyOnTheHour
  case oneMinuteLate
  case withinThreeDays
  case onThirdDay
  case afterThreeDays
  case categoryUnknown
  case timeUnknownNextDay
  case timeUnknownTooLate
}

extension CasePlanner {
  /// Plans a concern on the referral day and says when the discussion that answers it is held.
  ///
  /// The one local procedure allows 24 hours; the other the same day or 3 working days, by the
  /// kind of harm.
  mutating func planConcern(
    _ intention: ConcernIntention, in episode: inout PlannedEpisode
  ) -> PlannedMoment {
    let concern = time(8...15, on: episode.referral)
    episode.concern = concern
    episode.category = random.pick(HarmCategory.allCases)
    let due = arithmetic.hours(24, after: concern)
    let third = arithmetic.workingDay(3, after: concern.day)
    let discussion: PlannedMoment
    switch intention {
    case .sameDay:
      discussion = PlannedMoment(
        concern.day, minute: (concern.minute ?? 0) + random.number(30...300))
    case .withinHours, .categoryUnknown:
      discussion = arithmetic.minutes(-random.number(5...120), after: due)
      if intention == .categoryUnknown { episode.category = nil }
    case .exactlyOnTheHour:
      discussion = due
    case .oneMinuteLate:
      discussion = arithmetic.minutes(1, after: due)
    case .withinThreeDays:
      discussion = time(9...16, on: arithmetic.workingDay(2, after: concern.day))
    case .onThirdDay:
      discussion = time(9...16, on: third)
    case .afterThreeDays:
      discussion = time(9...16, on: workingDay(1...5, after: third))
    case .timeUnknownNextDay:
      discussion = PlannedMoment(concern.day.adding(days: 1))
    case .timeUnknownTooLate:
      discussion = PlannedMoment(workingDay(2...3, after: concern.day.adding(days: 1)))
    }
    expectDiscussion(in: episode, concern: concern, discussion: discussion, intention: intention)
    return discussion
  }

  /// Plans a concern that no discussion followed.
  mutating func planUnansweredConcern(
    _ concern: PlannedMoment, category: HarmCategory, in episode: inout PlannedEpisode
  ) {
    episode.concern = concern
    episode.category = category
    let due = arithmetic.hours(24, after: concern)
    let dueDay = categoryDue(category, concern: concern.day)
    expect(
      .discussionInHours, on: .detailed, trigger: concern, start: concern, due: due,
      unsatisfied(due: due.day))
    expect(
      .discussionByCategory, on: .detailed, trigger: concern, start: concern,
      due: PlannedMoment(dueDay), unsatisfied(due: dueDay))
  }

  private mutating func expectDiscussion(
    in episode: PlannedEpisode, concern: PlannedMoment, discussion: PlannedMoment,
    intention: ConcernIntention
  ) {
    let inHours: KeyOutcome =
      switch intention {
      case .sameDay, .withinHours, .exactlyOnTheHour, .categoryUnknown: .met
      case .timeUnknownNextDay: .notEvaluable
      default: .metLate
      }
    expect(
      .discussionInHours, on: .detailed, trigger: concern, start: concern,
      due: arithmetic.hours(24, after: concern),
      satisfied: inHours == .notEvaluable ? nil : discussion, inHours,
      because: inHours == .notEvaluable ? .timeNeeded : nil)
    guard let category = episode.category else {
      // Held the next day: in time under one tier and late under the other.
      return expect(
        .discussionByCategory, on: .detailed, trigger: concern, .notEvaluable,
        because: .valueMissing)
    }
    let due = categoryDue(category, concern: concern.day)
    expect(
      .discussionByCategory, on: .detailed, trigger: concern, start: concern,
      due: PlannedMoment(due), satisfied: discussion, discussion.day <= due ? .met : .metLate)
  }

  private func categoryDue(_ category: HarmCategory, concern: CivilDay) -> CivilDay {
    category.isSameDay ? concern : arithmetic.workingDay(3, after: concern)
  }
}
