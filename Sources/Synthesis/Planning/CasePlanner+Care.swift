import Clocks

/// What an interval between two reviews of a looked-after child is to come to.
enum CareIntention: Sendable {
  case inTime
  case onLastDay
  case oneDayLate
  case notHeld
  /// The period ended on the day on which the review was due.
  case endsOnDue
  /// The period ended some days after the review was due.
  case endsAfterDue
  /// The period ended at a review in time.
  case endsAtReview

  /// Chains of intervals, from the start of the period on; the last is the one that stays open.
  static let chains: [[CareIntention]] = [
    [.inTime, .inTime, .inTime, .notHeld],
    [.onLastDay, .onLastDay, .onLastDay, .endsAtReview],
    [.oneDayLate, .inTime, .oneDayLate, .endsOnDue],
    [.notHeld],
    [.inTime, .notHeld],
    [.endsOnDue],
    [.inTime, .endsAfterDue],
    [.endsAfterDue],
    [.inTime, .oneDayLate, .endsAtReview],
    [.oneDayLate, .endsOnDue],
  ]
}

extension CasePlanner {
  /// Plans a period of being looked after with its reviews: the first within 20 working days, the
  /// second 3 months after the first, each later one 6 months after the one before.
  ///
  /// - Parameters:
  ///   - turn: which of the chains of reviews it has.
  ///   - chances: its own, so that the rest of the child's case is the same without it.
  mutating func planCare(turn: Int, _ chances: PlantedRandom) {
    guard child.born != nil, child.died == nil else { return }
    let usual = random
    random = chances
    defer { random = usual }
    var care = PlannedCare(
      ordinal: nextOrdinal(), started: day(.of(2024, 2, 1) ... .of(2026, 2, 20)))
    let chain = CareIntention.chains[turn % CareIntention.chains.count]
    for (index, intention) in chain.enumerated() {
      let last = index == 0 ? care.started : care.reviews[index - 1]
      let due =
        switch index {
        case 0: arithmetic.workingDay(20, after: last)
        case 1: arithmetic.months(3, after: last)
        default: arithmetic.months(6, after: last)
        }
      let step = step(intention, after: last, due: due)
      let isReached = (step.review ?? step.ended ?? due) <= .asOf
      let outcome = isReached ? step.outcome : unsatisfied(due: due)
      expect(
        index == 0 ? .firstCareReview : .laterCareReview, on: .care, trigger: PlannedMoment(last),
        start: PlannedMoment(last), due: PlannedMoment(due),
        satisfied: isReached ? step.review.map { PlannedMoment($0) } : nil, outcome)
      guard isReached else { break }
      care.ended = step.ended
      guard let review = step.review else { break }
      care.reviews.append(review)
    }
    let moved = day(15...90, after: care.started)
    if random.chance(50), moved < min(care.ended ?? .asOf, .asOf) { care.moved = moved }
    child.care = care
  }

  /// One interval: the review that closes it, the end of the period, or both.
  private mutating func step(
    _ intention: CareIntention, after last: CivilDay, due: CivilDay
  ) -> (review: CivilDay?, ended: CivilDay?, outcome: KeyOutcome) {
    let inTime = day(10...(due.days(since: last) - 1), after: last)
    switch intention {
    case .inTime: return (inTime, nil, .met)
    case .onLastDay: return (due, nil, .met)
    case .oneDayLate: return (due.adding(days: 1), nil, .metLate)
    case .notHeld: return (nil, nil, unsatisfied(due: due))
    case .endsOnDue: return (nil, due, .stopped)
    case .endsAfterDue: return (nil, day(1...40, after: due), .overdue)
    case .endsAtReview: return (inTime, inTime, .met)
    }
  }
}
