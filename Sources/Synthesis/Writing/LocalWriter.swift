import Clocks
import Faults

/// Writes the nine lists of the local export.
struct LocalWriter: ~Copyable {
  var referrals: LocalList
  var enquiries: LocalList
  var discussions: LocalList
  var attendance: LocalList
  var circulation: LocalList
  var plans: LocalList
  var planEvents: LocalList
  var protections: LocalList
  var hospital: LocalList

  /// Creates the lists with their headings, in the folder `lcs`.
  init(folder: String) throws(Fault) {
    let referrals = try LocalList(
      folder: folder, topic: "referrals",
      columns: [
        "PERSON_ID", "REFERRAL_ID", "CONCERN_DTTM", "CONCERN_CATEGORY", "SERIOUS_RISK",
        "REFERRAL_DATE", "REFERRAL_NFA", "TEAM_CODE", "WORKER_CODE", "CLOSED_DATE", "CLOSE_REASON",
      ])
    let enquiries = try LocalList(
      folder: folder, topic: "enquiries",
      columns: [
        "PERSON_ID", "REFERRAL_ID", "S47_ID", "S47_START", "S47_END", "S47_OUTCOME", "ICPC_DATE",
        "ICPC_NOT_REQUIRED",
      ])
    let discussions = try LocalList(
      folder: folder, topic: "strategy-discussions",
      columns: [
        "PERSON_ID", "REFERRAL_ID", "S47_ID", "DISCUSSION_ID", "DISCUSSION_DTTM", "STARTED_S47",
        "COMPLEX_ABUSE", "MEETING_NEEDED", "FOLLOW_UP_NEEDED", "MEETING_DTTM", "MEETING_CHAIR",
        "FOLLOW_UP_DTTM",
      ])
    let attendance = try LocalList(
      folder: folder, topic: "attendance",
      columns: [
        "PERSON_ID", "REFERRAL_ID", "S47_ID", "EVENT", "EVENT_DTTM", "ROLE", "ATTENDANCE",
      ])
    let circulation = try LocalList(
      folder: folder, topic: "circulation",
      columns: ["PERSON_ID", "REFERRAL_ID", "S47_ID", "RECIPIENT_ROLE", "SENT_DTTM"])
    let plans = try LocalList(
      folder: folder, topic: "plans",
      columns: ["PERSON_ID", "S47_ID", "CP_PLAN_ID", "PLAN_START", "PLAN_END"], marked: true)
    let planEvents = try LocalList(
      folder: folder, topic: "plan-events",
      columns: ["PERSON_ID", "CP_PLAN_ID", "EVENT", "EVENT_DATE"])
    let protections = try LocalList(
      folder: folder, topic: "police-protection",
      columns: ["PERSON_ID", "PP_ID", "START_DTTM", "END_DTTM"])
    let hospital = try LocalList(
      folder: folder, topic: "hospital",
      columns: [
        "PERSON_ID", "S47_ID", "STAY_ID", "ADMITTED_DATE", "DISCHARGED_DTTM",
        "DISCHARGE_MEETING_DTTM",
      ])
    // All at once: a list that cannot be created leaves nothing half made.
    self.referrals = referrals
    self.enquiries = enquiries
    self.discussions = discussions
    self.attendance = attendance
    self.circulation = circulation
    self.plans = plans
    self.planEvents = planEvents
    self.protections = protections
    self.hospital = hospital
  }

  /// Writes what the lists say of a child.
  mutating func write(
    _ child: PlannedChild, faults: inout [PlantedFault]
  ) throws(Fault) {
    for episode in child.episodes { write(episode, of: child, faults: &faults) }
    for protection in child.protections { write(protection, of: child, faults: &faults) }
    for kind in child.strayRows { writeStray(kind, of: child, faults: &faults) }
    try flush(all: false)
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    try referrals.flush(all: all)
    try enquiries.flush(all: all)
    try discussions.flush(all: all)
    try attendance.flush(all: all)
    try circulation.flush(all: all)
    try plans.flush(all: all)
    try planEvents.flush(all: all)
    try protections.flush(all: all)
    try hospital.flush(all: all)
  }

  private mutating func write(
    _ protection: PlannedProtection, of child: PlannedChild, faults: inout [PlantedFault]
  ) {
    if let kind = protection.fault {
      faults.append(PlantedFault(file: protections.name, line: protections.line, kind: kind))
    }
    protections.begin(child.id)
    protections.field(child.id("PP", protection.ordinal))
    protections.field(protection.opened)
    protections.field(protection.ended)
    protections.end()
  }

  private mutating func writeStray(
    _ kind: PlantedKind, of child: PlannedChild, faults: inout [PlantedFault]
  ) {
    let day = child.episodes.first?.referral ?? .asOf
    faults.append(PlantedFault(file: planEvents.name, line: planEvents.line, kind: kind))
    planEvents.begin(kind == .noChild ? "" : child.id)
    planEvents.field(child.id("P", 99))
    planEvents.field(kind == .unknownEvent ? "Legal planning meeting" : "CP visit")
    planEvents.field(day)
    planEvents.end()
  }
}

/// One list of the local export: comma, CRLF, dates as `31/03/2025`.
struct LocalList: ~Copyable {
  private var file: BufferedFile

  /// The line that the next row stands on, from 1.
  var line: Int { file.line }
  /// The file's name below the folder of the exports.
  var name: String { file.name }

  /// Creates a list and writes its heading.
  ///
  /// - Parameters:
  ///   - folder: the folder of the exports.
  ///   - topic: what the list is about, as in its file's name.
  ///   - columns: the columns behind LA_CODE and SOURCE_SYSTEM.
  ///   - marked: whether the file starts with a byte-order mark.
  /// - Throws: ``Fault`` where it cannot be created.
  init(
    folder: String, topic: String, columns: [String], marked: Bool = false
  ) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "lcs/lcs-\(topic)-2026-03-31.csv")
    if marked { file.text("\u{FEFF}") }
    file.text("LA_CODE,SOURCE_SYSTEM")
    for column in columns { field(column) }
    end()
  }

  /// Starts a row with the authority, the system and the child.
  mutating func begin(_ child: String) {
    file.text("999,Synthetic authority")
    field(child)
  }

  /// Appends a field of text, quoted where it holds a comma.
  mutating func field(_ text: String) {
    file.byte(UInt8(ascii: ","))
    guard text.utf8.contains(UInt8(ascii: ",")) else { return file.text(text) }
    file.byte(UInt8(ascii: "\""))
    file.text(text)
    file.byte(UInt8(ascii: "\""))
  }

  /// Appends a day, or an empty field.
  mutating func field(_ day: CivilDay?) {
    file.byte(UInt8(ascii: ","))
    if let day { file.british(day) }
  }

  /// Appends a day or a minute, or an empty field.
  mutating func field(_ moment: PlannedMoment?) {
    file.byte(UInt8(ascii: ","))
    if let moment { file.british(moment) }
  }

  /// Appends a date as this export shows it, or an empty field.
  mutating func field(_ date: PlannedDate?) {
    file.byte(UInt8(ascii: ","))
    if let date { file.british(date.written(in: .local)) }
  }

  /// Appends Y, N or an empty field.
  mutating func field(_ truth: Bool?) { field(truth.map { $0 ? "Y" : "N" } ?? "") }

  /// Ends the row.
  mutating func end() {
    file.byte(UInt8(ascii: "\r"))
    file.newline()
  }

  /// Hands full blocks, or everything, to the kernel.
  mutating func flush(all: Bool) throws(Fault) {
    if all { try file.flush() } else { try file.flushIfFull() }
  }
}
