import Clocks

extension CasePlanner {
  /// Plans an enquiry in time and leaves its conference to the scenario.
  mutating func planUnconferredEnquiry(
    startedAt discussion: PlannedDiscussion
  ) -> PlannedEnquiry {
    var enquiry = PlannedEnquiry(ordinal: nextOrdinal(), opened: discussion.at.day)
    enquiry.discussions = [discussion]
    enquiry.outcome = .conference
    let completed = day(7...13, after: enquiry.opened)
    enquiry.completed = completed
    for (roads, start) in starts(of: enquiry, at: discussion.at, on: .completions) {
      expect(
        .enquiryCompleted, on: roads, trigger: PlannedMoment(enquiry.opened), start: start,
        due: PlannedMoment(enquiry.opened.adding(days: 15)),
        satisfied: PlannedMoment(completed), .met)
    }
    return enquiry
  }

  /// Plans an episode with a plan that cannot be right, so that its checks are invalid.
  mutating func planSpoiledPlan(opened: CivilDay, ended: CivilDay?, _ fault: PlantedKind) {
    var episode = episode(referral: min(opened, .asOf).adding(days: -150))
    planUsualAssessment(in: &episode)
    episode.closed = nil
    var plan = PlannedPlan(ordinal: nextOrdinal(), opened: opened)
    plan.ended = ended
    plan.fault = fault
    expect(.firstCoreGroup, on: .detailed, trigger: PlannedMoment(opened), .invalid)
    expect(.firstReview, on: .all, trigger: PlannedMoment(opened), .invalid)
    episode.plans = [plan]
    close(episode)
  }
}
