import Clocks

extension AnnexAWriter {
  /// Writes what lists 1 to 5 show of an episode.
  mutating func write(_ episode: PlannedEpisode, of child: PlannedChild) {
    if let concern = episode.concern, concern.day >= AnnexAKey.windowStart {
      AnnexAWriter.begin(&contacts, child)
      contacts.field(concern.day)
      contacts.field("q) 6: Police")
      contacts.end()
    }
    if episode.referral >= AnnexAKey.windowStart {
      AnnexAWriter.begin(&referrals, child)
      referrals.field(episode.referral)
      referrals.fields("a) 1A: Individual", episode.isNoFurtherAction ? "a) Yes" : "b) No", "0")
      AnnexAWriter.end(&referrals, child)
    }
    for assessment in episode.assessments where AnnexAKey.lists(assessment) {
      AnnexAWriter.begin(&assessments, child)
      assessments.field("b) No")
      assessments.field(assessment.started)
      assessments.field("a) Yes")
      assessments.field(assessment.authorised?.day)
      assessments.field("")
      AnnexAWriter.end(&assessments, child)
    }
    for enquiry in episode.enquiries where enquiry.opened >= AnnexAKey.windowStart {
      AnnexAWriter.begin(&enquiries, child)
      enquiries.field("b) No")
      enquiries.field(enquiry.opened)
      enquiries.field(enquiry.isConferenceNotRequired ? "a) Yes" : "b) No")
      enquiries.field(enquiry.conference?.day)
      enquiries.fields("", "1", "0")
      AnnexAWriter.end(&enquiries, child)
    }
  }

  /// Writes the row of list 6.
  mutating func writeInNeed(_ episode: PlannedEpisode, of child: PlannedChild) {
    AnnexAWriter.begin(&inNeed, child)
    inNeed.field("b) No")
    inNeed.field(episode.referral)
    inNeed.field("N1 - Abuse or neglect")
    inNeed.field(nil as CivilDay?)
    inNeed.field(episode.closed)
    inNeed.field(
      episode.closed == nil ? "" : "\(episode.closeReason.censusCode) - in words")
    inNeed.field(episode.closed == nil ? "c) Child in need plan" : "e) Closed episode")
    AnnexAWriter.end(&inNeed, child)
  }

  /// Writes the row of list 7.
  mutating func write(_ plan: PlannedPlan, of child: PlannedChild) {
    AnnexAWriter.begin(&plans, child)
    plans.field("b) No")
    plans.field(plan.opened)
    plans.fields("a) Neglect", "a) Neglect")
    plans.field(plan.visits.max())
    plans.field(plan.visits.isEmpty ? "" : "a) Yes")
    plans.field(AnnexAKey.latestReview(of: plan))
    plans.field(plan.ended)
    plans.fields("b) No", "0")
    AnnexAWriter.end(&plans, child)
  }

  /// Writes the row of list 8.
  mutating func write(_ period: PlannedCare, of child: PlannedChild) {
    AnnexAWriter.begin(&care, child)
    care.field(period.started)
    care.field(period.latestReview)
    care.field(nil as CivilDay?)
    care.field(nil as CivilDay?)
    care.field(period.ended)
    care.field(period.ended == nil ? "" : "d) E4A: Returned home")
    care.field(period.moved ?? period.started)
    care.field("U4: Foster placement - long term")
    AnnexAWriter.end(&care, child)
  }

  private static func begin(_ list: inout NationalList, _ child: PlannedChild) {
    list.fields(child.id, child.sex == "M" ? "a) Male" : "b) Female", "a) \(child.ethnicity)")
    list.field(child.born)
    list.field(child.born == nil ? "-1" : "9")
  }

  private static func end(_ list: inout NationalList, _ child: PlannedChild) {
    list.fields(StaffCode.team(child.team), StaffCode.worker(child.worker))
    list.end()
  }
}
