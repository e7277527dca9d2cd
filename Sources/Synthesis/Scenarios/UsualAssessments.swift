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
