import Clocks
import Faults

/// Writes the tables of the Standard Safeguarding Dataset about children in need.
struct DatasetWriter: ~Copyable {
  var persons: NationalList
  var contacts: NationalList
  var episodes: NationalList
  var assessments: NationalList
  var cinPlans: NationalList
  var enquiries: NationalList
  var conferences: NationalList
  var plans: NationalList
  var visits: NationalList
  var reviews: NationalList

  /// Creates the tables with their headings, in the folder `ssd`.
  init(folder: String) throws(Fault) {
    let persons = try DatasetWriter.table(
      folder, "person",
      ["pers_person_id", "pers_sex", "pers_dob", "pers_expected_dob", "pers_death_date"])
    let contacts = try DatasetWriter.table(
      folder, "contacts",
      ["cont_contact_id", "cont_person_id", "cont_contact_date", "cont_contact_outcome_json"])
    let episodes = try DatasetWriter.table(
      folder, "cin_episodes",
      [
        "cine_referral_id", "cine_person_id", "cine_referral_date", "cine_referral_nfa",
        "cine_close_reason", "cine_close_date", "cine_referral_team", "cine_referral_worker_id",
      ])
    let assessments = try DatasetWriter.table(
      folder, "cin_assessments",
      [
        "cina_assessment_id", "cina_person_id", "cina_referral_id", "cina_assessment_start_date",
        "cina_assessment_child_seen", "cina_assessment_auth_date",
      ])
    let cinPlans = try DatasetWriter.table(
      folder, "cin_plans",
      [
        "cinp_cin_plan_id", "cinp_referral_id", "cinp_person_id", "cinp_cin_plan_start_date",
        "cinp_cin_plan_end_date",
      ])
    let enquiries = try DatasetWriter.table(
      folder, "s47_enquiry",
      [
        "s47e_s47_enquiry_id", "s47e_referral_id", "s47e_person_id", "s47e_s47_start_date",
        "s47e_s47_end_date", "s47e_s47_nfa", "s47e_s47_outcome_json",
      ])
    let conferences = try DatasetWriter.table(
      folder, "initial_cp_conference",
      [
        "icpc_icpc_id", "icpc_s47_enquiry_id", "icpc_person_id", "icpc_referral_id",
        "icpc_icpc_transfer_in", "icpc_icpc_target_date", "icpc_icpc_date",
      ])
    let plans = try DatasetWriter.table(
      folder, "cp_plans",
      [
        "cppl_cp_plan_id", "cppl_referral_id", "cppl_person_id", "cppl_cp_plan_start_date",
        "cppl_cp_plan_end_date",
      ])
    let visits = try DatasetWriter.table(
      folder, "cp_visits",
      [
        "cppv_cp_visit_id", "cppv_person_id", "cppv_cp_plan_id", "cppv_cp_visit_date",
        "cppv_cp_visit_seen", "cppv_cp_visit_seen_alone", "cppv_cp_visit_bedroom",
      ])
    let reviews = try DatasetWriter.table(
      folder, "cp_reviews",
      [
        "cppr_cp_review_id", "cppr_person_id", "cppr_cp_plan_id", "cppr_cp_review_due",
        "cppr_cp_review_date", "cppr_cp_review_quorate",
      ])
    self.persons = persons
    self.contacts = contacts
    self.episodes = episodes
    self.assessments = assessments
    self.cinPlans = cinPlans
    self.enquiries = enquiries
    self.conferences = conferences
    self.plans = plans
    self.visits = visits
    self.reviews = reviews
  }

  /// Creates a table of the dataset.
  static func table(
    _ folder: String, _ name: String, _ columns: [String]
  ) throws(Fault) -> NationalList {
    try NationalList(
      folder: folder, name: "ssd/ssd_\(name)_2026-03-31.csv", columns: columns,
      mark: "source_system", dates: .database)
  }

  /// Writes what the tables say of a child.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    persons.fields(child.id, child.sex)
    persons.field(child.born)
    persons.field(child.expected)
    persons.field(child.died)
    persons.end()
    for episode in child.episodes { write(episode, of: child) }
    try flush(all: false)
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    try persons.flush(all: all)
    try contacts.flush(all: all)
    try episodes.flush(all: all)
    try assessments.flush(all: all)
    try cinPlans.flush(all: all)
    try enquiries.flush(all: all)
    try conferences.flush(all: all)
    try plans.flush(all: all)
    try visits.flush(all: all)
    try reviews.flush(all: all)
  }
}

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
