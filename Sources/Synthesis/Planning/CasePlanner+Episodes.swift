import Clocks

extension CasePlanner {
  /// Plans an episode around one strategy discussion: its concern, its parts, and the enquiry that
  /// it started, where it started one.
  ///
  /// - Parameters:
  ///   - referral: the day of the referral and of the concern.
  ///   - concern: how soon the discussion follows.
  ///   - intentions: what the parts of the discussion are to come to.
  ///   - enquiryIntentions: what the enquiry is to come to; nil where none is started.
  /// - Returns: the episode, to be added to and closed.
  mutating func planDiscussionCase(
    referral: CivilDay, concern: ConcernIntention, _ intentions: DiscussionIntentions,
    enquiry enquiryIntentions: EnquiryIntentions?
  ) -> PlannedEpisode {
    var episode = episode(referral: referral)
    let at = planConcern(concern, in: &episode)
    let discussion = planDiscussion(
      at: at, intentions, startedEnquiry: enquiryIntentions != nil)
    guard let enquiryIntentions else {
      episode.discussions = [discussion]
      planUsualAssessment(in: &episode)
      return episode
    }
    episode.enquiries = [planEnquiry(startedAt: discussion, enquiryIntentions, in: &episode)]
    switch enquiryIntentions.conference {
    case .childDied, .transferred: planStoppedAssessment(in: &episode)
    default: planUsualAssessment(in: &episode)
    }
    return episode
  }

  /// Closes an episode in which nothing is left to be done, sometimes.
  ///
  /// While anything is outstanding it stays open, so that no answer depends on its closing.
  mutating func closeIfSettled(_ episode: inout PlannedEpisode) {
    let isSettled = child.key.allSatisfy {
      $0.outcome != .overdue && $0.outcome != .due && $0.outcome != .notEvaluable
    }
    guard isSettled, episode.closed == nil, random.chance(60) else { return }
    var last = episode.referral
    for row in child.key { last = max(last, row.satisfied?.day ?? last) }
    for enquiry in episode.enquiries {
      guard let completed = enquiry.completed else { return }
      last = max(last, completed)
      for stay in enquiry.stays {
        guard let discharged = stay.discharged else { return }
        last = max(last, discharged.day, stay.dischargeMeeting?.day ?? last)
      }
    }
    for plan in episode.plans {
      guard let ended = plan.ended else { return }
      last = max(last, ended)
      for review in plan.reviews { last = max(last, review) }
    }
    let closed = day(5...60, after: last)
    if closed <= .asOf { shut(&episode, on: closed, .noLongerInNeed) }
  }

  /// Adds one or two earlier episodes of need, closed long before the first that is planned.
  mutating func planEarlierEpisodes() {
    guard var first = child.episodes.map(\.referral).min(), first > .of(2021, 1, 1) else { return }
    let count = random.pick([(62, 0), (30, 1), (8, 2)], else: 0)
    for _ in 0..<count {
      first = first.adding(days: -random.number(300...420))
      var earlier = episode(referral: first)
      let intention: AssessmentIntention = random.pick(
        [
          (70, .inTime), (4, .onLastDay), (10, .late), (5, .closedBeforeDue), (7, .noFurtherAction),
          (2, .authorisedAfterClosing), (2, .closedUnfinished),
        ], else: .inTime)
      planAssessment(intention, in: &earlier)
      if earlier.closed == nil {
        shut(&earlier, on: day(120...220, after: first), .afterAssessment)
      }
      child.episodes.insert(earlier, at: 0)
    }
  }
}
