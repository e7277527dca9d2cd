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
