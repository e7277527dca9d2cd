import Clocks

extension CasePlanner {
  /// Plans an episode whose conference was held in time and made a plan, for scenarios about plans.
  ///
  /// - Returns: the episode with its enquiry and the day of the conference.
  mutating func planConferenceCase(
    referral: CivilDay
  ) -> (episode: PlannedEpisode, enquiry: PlannedEnquiry?, held: CivilDay) {
    let episode = planDiscussionCase(
      referral: referral, concern: .sameDay, DiscussionIntentions(), enquiry: EnquiryIntentions())
    let enquiry = episode.enquiries.first
    return (episode, enquiry, enquiry?.conference?.day ?? referral)
  }
}
