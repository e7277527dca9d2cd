import Clocks
import Faults

/// Writes lists 1 and 3 to 8 of Annex A, with what each shows: lists 1 to 5 the six months before
/// the inspection, lists 6 to 8 one row a child.
struct AnnexAWriter: ~Copyable {
  var contacts: NationalList
  var referrals: NationalList
  var assessments: NationalList
  var enquiries: NationalList
  var inNeed: NationalList
  var plans: NationalList
  var care: NationalList

  /// Creates the lists with their headings, in the folder `annex-a`.
  init(folder: String) throws(Fault) {
    let contacts = try AnnexAWriter.list(
      folder, 1, "List 1: Contacts", ["Date of Contact", "Contact Source"])
    let referrals = try AnnexAWriter.list(
      folder, 3, "List 3: Referral",
      [
        "Date of referral", "Referral Source", "Referral NFA?",
        "Number of Referrals in Last 12 Months", "Allocated Team", "Allocated Worker",
      ])
    // The dates of this list are the numbers of a spreadsheet.
    let assessments = try AnnexAWriter.list(
      folder, 4, "List 4: Assessments",
      [
        "Does the Child have a Disability", "Continuous Assessment Start Date",
        "Child Seen During Continuous Assessment", "Continuous Assessment Date of Authorisation",
        "Was the child assessed as requiring LA children’s social care support", "Allocated Team",
        "Allocated Worker",
      ], dates: .serial)
    let enquiries = try AnnexAWriter.list(
      folder, 5, "List 5: Section 47 enquiries and Initial Child Protection Conferences",
      [
        "Does the Child have a Disability",
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "Date of Initial Child Protection Conference",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "Number of Section 47 Enquiries in the last 12 months",
        "Number of ICPCs in the last 12 months", "Allocated Team", "Allocated Worker",
      ])
    let inNeed = try AnnexAWriter.list(
      folder, 6, "List 6: Children in Need",
      [
        "Does the Child have a Disability", "CIN Start Date", "Primary Need Code",
        "Date Child Was Last Seen", "CIN Closure Date", "Reason for Closure", "Case status",
        "Allocated Team", "Allocated Worker",
      ])
    let plans = try AnnexAWriter.list(
      folder, 7, "List 7: Child protection",
      [
        "Does the Child have a Disability", "Child Protection Plan Start Date",
        "Initial Category of Abuse", "Latest Category of Abuse",
        "Date of the Last Statutory Visit", "Was the Child Seen Alone?",
        "Date of latest review conference", "Child Protection Plan End Date",
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six "
          + "Months (Y/N)", "Number of Previous Child Protection Plans", "Allocated Team",
        "Allocated Worker",
      ])
    let care = try AnnexAWriter.list(
      folder, 8, "List 8: Children in care",
      [
        "Date Started to be Looked After", "Date of Latest Statutory Review",
        "Date of Last Social Work Visit", "Date of Last Health Assessment",
        "Date Ceased to be Looked After ", "Reason Ceased to be Looked After",
        "Start Date of Most Recent Placement", "Placement Type", "Allocated Team",
        "Allocated Worker",
      ])
    self.contacts = contacts
    self.referrals = referrals
    self.assessments = assessments
    self.enquiries = enquiries
    self.inNeed = inNeed
    self.plans = plans
    self.care = care
  }

  private static func list(
    _ folder: String, _ number: Int, _ title: String, _ columns: [String],
    dates: NationalList.Dates = .british
  ) throws(Fault) -> NationalList {
    try NationalList(
      folder: folder, name: "annex-a/annex-a-list-\(number)-2026-03-31.csv", title: title,
      columns: [
        "Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)",
      ] + columns, mark: "Source", dates: dates)
  }

  /// Writes what the lists show of a child.
  mutating func write(_ child: PlannedChild) throws(Fault) {
    for episode in child.episodes { write(episode, of: child) }
    if let episode = AnnexAKey.episode(of: child) { writeInNeed(episode, of: child) }
    if let plan = AnnexAKey.plan(of: child) { write(plan, of: child) }
    if let period = AnnexAKey.care(of: child) { write(period, of: child) }
    try flush(all: false)
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    try contacts.flush(all: all)
    try referrals.flush(all: all)
    try assessments.flush(all: all)
    try enquiries.flush(all: all)
    try inNeed.flush(all: all)
    try plans.flush(all: all)
    try care.flush(all: all)
  }
}

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
