import Clocks

extension DatasetWriter {
  /// Writes an episode and everything in it.
  mutating func write(_ episode: PlannedEpisode, of child: PlannedChild) {
    let id = child.id("E", episode.ordinal)
    if let concern = episode.concern {
      contacts.fields(child.id("K", episode.ordinal), child.id)
      contacts.field(concern.day)
      contacts.field("{\"NEW_REFERRAL_FLAG\": \"Y\", \"OUTCOME_COMMENTS\": \"\"}")
      contacts.end()
    }
    episodes.fields(id, child.id)
    episodes.field(episode.referral)
    episodes.fields(
      episode.isNoFurtherAction ? "Y" : "N",
      episode.closed == nil ? "" : episode.closeReason.censusCode)
    episodes.field(episode.closed)
    episodes.fields(StaffCode.team(child.team), StaffCode.worker(child.worker))
    episodes.end()
    for assessment in episode.assessments {
      assessments.fields(child.id("A", assessment.ordinal), child.id, id)
      assessments.field(assessment.started)
      assessments.field("Y")
      assessments.field(assessment.authorised?.day)
      assessments.end()
    }
    if let plan = episode.cinPlan {
      cinPlans.fields(child.id("N", episode.ordinal), id, child.id)
      cinPlans.field(plan.started)
      cinPlans.field(plan.ended)
      cinPlans.end()
    }
    for enquiry in episode.enquiries { write(enquiry, in: id, of: child) }
    if let held = episode.transferInConference {
      writeConference(held, id: child.id("I", episode.ordinal), enquiry: "", in: id, of: child)
    }
    for plan in episode.plans { write(plan, in: id, of: child) }
  }

  private mutating func write(
    _ enquiry: PlannedEnquiry, in episode: String, of child: PlannedChild
  ) {
    let id = child.id("S", enquiry.ordinal)
    let needsNone = enquiry.isConferenceNotRequired ? "Y" : "N"
    enquiries.fields(id, episode, child.id)
    enquiries.field(enquiry.opened)
    enquiries.field(enquiry.completed)
    enquiries.fields(
      needsNone, "{\"NFA_FLAG\": \"\(needsNone)\", \"OUTCOME_COMMENTS\": \"as \"\"heard\"\"\"}")
    enquiries.end()
    if let conference = enquiry.conference {
      writeConference(
        conference.day, id: child.id("I", enquiry.ordinal), enquiry: id, in: episode, of: child)
    }
  }

  private mutating func writeConference(
    _ held: CivilDay, id: String, enquiry: String, in episode: String, of child: PlannedChild
  ) {
    conferences.fields(id, enquiry, child.id, episode, enquiry.isEmpty ? "Y" : "N")
    conferences.field(nil as CivilDay?)
    conferences.field(held)
    conferences.end()
  }

  private mutating func write(
    _ plan: PlannedPlan, in episode: String, of child: PlannedChild
  ) {
    let id = child.id("P", plan.ordinal)
    plans.fields(id, episode, child.id)
    plans.field(plan.opened)
    plans.field(plan.ended)
    plans.end()
    for (index, visit) in plan.visits.enumerated() {
      visits.fields("\(id)-V\(index)", child.id, id)
      visits.field(visit)
      visits.fields("Y", "Y", "N")
      visits.end()
    }
    for (index, review) in plan.reviews.enumerated() {
      reviews.fields("\(id)-R\(index)", child.id, id)
      reviews.field(nil as CivilDay?)
      reviews.field(review)
      reviews.field("Y")
      reviews.end()
    }
  }
}
