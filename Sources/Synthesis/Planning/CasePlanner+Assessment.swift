import Clocks

/// What the assessment of an episode is to come to.
enum AssessmentIntention: CaseIterable, Sendable {
  case inTime
  case onLastDay
  case oneDayLate
  case late
  case unfinished
  case closedUnfinished
  case closedBeforeDue
  case closedOnDue
  case noFurtherAction
  case noFurtherActionYetAuthorised
  case authorisedAfterClosing
  case authorisedTwice
  case onlyBefore
  case stillDue
}

extension CasePlanner {
  /// Plans the assessment of an episode: 45 working days from the referral.
  ///
  /// The referral lies far enough back for the intention, which ``referralDay(for:)`` sees to.
  mutating func planAssessment(
    _ intention: AssessmentIntention, in episode: inout PlannedEpisode
  ) {
    let referral = episode.referral
    let due = arithmetic.workingDay(45, after: referral)
    let span = due.days(since: referral)
    switch intention {
    case .inTime:
      let done = day(3...(span - 2), after: referral)
      authorise(done, due: due, in: &episode)
      leaveOrClose(after: done, percent: 60, in: &episode)
    case .onLastDay:
      authorise(due, due: due, in: &episode)
      leaveOrClose(after: due, percent: 50, in: &episode)
    case .oneDayLate:
      authorise(arithmetic.workingDay(1, after: due), due: due, in: &episode)
    case .late:
      let done = workingDay(2...15, after: due)
      authorise(done, due: due, in: &episode)
      leaveOrClose(after: done, percent: 50, in: &episode)
    case .unfinished, .stillDue:
      begin(&episode)
      expectAssessment(in: episode, due: due, unsatisfied(due: due))
    case .closedUnfinished:
      begin(&episode)
      shut(&episode, on: day(1...40, after: due), .noLongerInNeed)
      expectAssessment(in: episode, due: due, .overdue)
    case .closedBeforeDue:
      begin(&episode)
      shut(&episode, on: day(5...(span - 1), after: referral), .noLongerInNeed)
      expectAssessment(in: episode, due: due, .stopped)
    case .closedOnDue:
      begin(&episode)
      shut(&episode, on: due, .transferred)
      expectAssessment(in: episode, due: due, .stopped)
    case .noFurtherAction:
      episode.isNoFurtherAction = true
      shut(&episode, on: day(0...3, after: referral), .noLongerInNeed)
      expectAssessment(in: episode, due: due, .notRequired)
    case .noFurtherActionYetAuthorised:
      episode.isNoFurtherAction = true
      authorise(day(10...(span - 2), after: referral), due: due, in: &episode)
    case .authorisedAfterClosing:
      let closed = day(10...20, after: referral)
      authorise(day(2...10, after: closed), due: due, in: &episode)
      shut(&episode, on: closed, .afterAssessment)
    case .authorisedTwice:
      authorise(day(10...(span - 5), after: referral), due: due, in: &episode)
      let again = day(5...20, after: due)
      episode.assessments.append(
        PlannedAssessment(
          ordinal: nextOrdinal(), started: due, authorised: PlannedDate(again)))
    case .onlyBefore:
      episode.assessments = [
        PlannedAssessment(
          ordinal: nextOrdinal(), started: referral.adding(days: -30),
          authorised: PlannedDate(day(-20 ... -3, after: referral)))
      ]
      expectAssessment(in: episode, due: due, .invalid)
    }
  }

  /// Plans an assessment beside a scenario that is about something else: mostly in time.
  mutating func planUsualAssessment(in episode: inout PlannedEpisode) {
    let due = arithmetic.workingDay(45, after: episode.referral)
    guard due < .asOf else { return planAssessment(.stillDue, in: &episode) }
    let hasRoomToBeLate = arithmetic.workingDay(20, after: due) < .asOf
    // The scenario itself decides whether the episode is closed.
    let closed = episode.closed
    planAssessment(
      random.pick(
        [(80, .inTime), (5, .onLastDay), (hasRoomToBeLate ? 10 : 0, .late), (5, .unfinished)],
        else: .inTime),
      in: &episode)
    episode.closed = closed
    episode.closeReason = .noLongerInNeed
  }

  /// Plans the assessment of an episode that something else closed before it was due.
  mutating func planStoppedAssessment(in episode: inout PlannedEpisode) {
    begin(&episode)
    expectAssessment(
      in: episode, due: arithmetic.workingDay(45, after: episode.referral), .stopped)
  }

  /// A referral day that leaves an intention room before the as-of day.
  mutating func referralDay(for intention: AssessmentIntention) -> CivilDay {
    switch intention {
    case .stillDue: day(.of(2026, 2, 2) ... .of(2026, 3, 25))
    default: day(.of(2025, 3, 1) ... .of(2025, 11, 20))
    }
  }

  /// Closes an episode with a reason, no later than the as-of day.
  func shut(_ episode: inout PlannedEpisode, on day: CivilDay, _ reason: CloseReason) {
    episode.closed = min(day, .asOf)
    episode.closeReason = reason
  }

  /// Writes down the check of an episode's assessment.
  mutating func expectAssessment(
    in episode: PlannedEpisode, due: CivilDay, satisfied: CivilDay? = nil, _ outcome: KeyOutcome
  ) {
    expect(
      .assessment, on: .returned, trigger: PlannedMoment(episode.referral),
      start: PlannedMoment(episode.referral), due: PlannedMoment(due),
      satisfied: satisfied.map { PlannedMoment($0) }, outcome)
  }

  private mutating func begin(_ episode: inout PlannedEpisode) {
    let started = min(day(0...3, after: episode.referral), .asOf)
    let checkpoint = workingDay(8...12, after: started)
    episode.assessments.append(
      PlannedAssessment(
        ordinal: nextOrdinal(), started: started,
        checkpoint: random.chance(50) && checkpoint <= .asOf ? checkpoint : nil))
  }

  private mutating func authorise(
    _ day: CivilDay, due: CivilDay, in episode: inout PlannedEpisode
  ) {
    let started = episode.referral.adding(days: random.number(0...2))
    let checkpoint = workingDay(1...10, after: started)
    episode.assessments.append(
      PlannedAssessment(
        ordinal: nextOrdinal(), started: started,
        checkpoint: random.chance(40) && checkpoint < day ? checkpoint : nil,
        authorised: PlannedDate(day)))
    expectAssessment(in: episode, due: due, satisfied: day, day <= due ? .met : .metLate)
  }

  private mutating func leaveOrClose(
    after day: CivilDay, percent: Int, in episode: inout PlannedEpisode
  ) {
    guard random.chance(percent) else { return }
    let closed = self.day(0...120, after: day)
    if closed <= .asOf { shut(&episode, on: closed, .afterAssessment) }
  }
}
