import Clocks

/// What Annex A shows of a child's case, and so what can be answered from it.
///
/// Lists 1 to 5 go back six months; lists 6 to 8 hold one row a child, with the latest review alone.
enum AnnexAKey {
  /// The first day of the six months.
  static let windowStart = CivilDay.of(2025, 9, 30)

  /// The episode of list 6: the most recent, unless it closed before the six months.
  static func episode(of child: PlannedChild) -> PlannedEpisode? {
    guard let last = child.episodes.max(by: { $0.referral < $1.referral }) else { return nil }
    let isShown = last.closed.map { $0 >= windowStart } ?? true
    return isShown || last.referral >= windowStart ? last : nil
  }

  /// The plan of list 7: the most recent, unless it ended before the six months.
  static func plan(of child: PlannedChild) -> PlannedPlan? {
    let last = child.episodes.flatMap(\.plans).max { $0.opened < $1.opened }
    return last.flatMap { ($0.ended.map { $0 >= windowStart } ?? true) ? $0 : nil }
  }

  /// The period of list 8.
  static func care(of child: PlannedChild) -> PlannedCare? {
    child.care.flatMap { ($0.ended.map { $0 >= windowStart } ?? true) ? $0 : nil }
  }

  /// Whether list 4 has an assessment: it is open, or was authorised within the six months.
  static func lists(_ assessment: PlannedAssessment) -> Bool {
    assessment.authorised.map { $0.day >= windowStart } ?? true
  }

  /// The latest review that a plan's row shows.
  static func latestReview(of plan: PlannedPlan) -> CivilDay? {
    plan.reviews.filter { $0 <= min(plan.ended ?? .asOf, .asOf) }.max()
  }

  /// The rows of the key on this road.
  static func rows(of child: PlannedChild) -> [KeyRow] {
    let rows = child.key.filter { $0.roads.contains(.annexA) }
    var shown: [KeyRow] = []
    for row in rows {
      switch row.rule {
      case .assessment where row.trigger.day >= windowStart:
        shown.append(assessment(row, of: child))
      case .initialConference where row.trigger.day >= windowStart: shown.append(row)
      default: break
      }
    }
    if let episode = episode(of: child), episode.referral < windowStart {
      shown.append(unlistedReferral(of: episode))
    }
    if let plan = plan(of: child) {
      shown += reviews(
        rows, .firstReview, .laterReview, from: plan.opened, latest: latestReview(of: plan))
    }
    if let care = care(of: child) {
      shown += reviews(
        rows, .firstCareReview, .laterCareReview, from: care.started, latest: care.latestReview
      ).map { $0.rule == .laterCareReview ? careReview($0, in: care) : $0 }
    }
    return shown
  }

  /// List 6 names an episode whose referral is too old for list 3: no row says when the 45 days
  /// began, and an export that goes back further would.
  private static func unlistedReferral(of episode: PlannedEpisode) -> KeyRow {
    KeyRow(
      roads: .annexA, rule: .assessment, trigger: PlannedMoment(episode.referral),
      isTriggerShown: false, outcome: .notEvaluable, reason: .outsideWindow)
  }

  /// An assessment that was authorised before the six months is not listed, so that nothing
  /// contradicts the referral.
  private static func assessment(_ row: KeyRow, of child: PlannedChild) -> KeyRow {
    guard row.outcome == .invalid, let due = row.due?.day,
      let episode = child.episodes.first(where: { $0.referral == row.trigger.day }),
      !episode.assessments.contains(where: lists)
    else { return row }
    var row = row
    row.outcome = due < .asOf ? .overdue : .due
    return row
  }

  /// The checks of a chain of reviews of which the last alone is known: the one that it opened can
  /// be answered, and the first where the last was in time for it; all others are one open check.
  private static func reviews(
    _ rows: [KeyRow], _ first: KeyRule, _ later: KeyRule, from start: CivilDay, latest: CivilDay?
  ) -> [KeyRow] {
    let counting = latest.flatMap { $0 > start ? $0 : nil }
    var shown: [KeyRow] = []
    for var row in rows where row.rule == first && row.trigger.day == start {
      if let counting, row.outcome != .invalid, let due = row.due?.day {
        let isMet = counting <= due
        row.outcome = isMet ? .met : .notEvaluable
        row.satisfied = isMet ? PlannedMoment(counting) : nil
        row.reason = isMet ? nil : .latestOnly
      }
      shown.append(row)
    }
    guard let counting else { return shown }
    shown.append(
      KeyRow(
        roads: .annexA, rule: later, trigger: PlannedMoment(start), outcome: .notEvaluable,
        reason: .latestOnly))
    shown += rows.filter { $0.rule == later && $0.trigger.day == counting }
    return shown
  }

  /// The interval after the latest review of a child who is looked after.
  ///
  /// Nobody can see whether that review was the first, so the next was due in 3 months or in 6.
  /// What comes of both stands.
  private static func careReview(_ row: KeyRow, in care: PlannedCare) -> KeyRow {
    guard row.reason == nil else { return row }
    let arithmetic = PlantedArithmetic(holidays: [])
    let outcomes = [3, 6].map { months -> KeyOutcome in
      let due = arithmetic.months(months, after: row.trigger.day)
      guard let ended = care.ended else { return due < .asOf ? .overdue : .due }
      return ended <= due ? .stopped : .overdue
    }
    var row = row
    row.due = nil
    guard outcomes[0] != outcomes[1] else {
      row.outcome = outcomes[0]
      return row
    }
    row.outcome = .notEvaluable
    row.reason = .notCarried
    return row
  }
}
