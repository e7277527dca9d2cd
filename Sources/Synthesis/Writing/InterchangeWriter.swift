import Clocks
import Faults

/// Writes `interchange.csv` and `interchange.xml`: an event or a participation a row, to the minute
/// where it is known.
struct InterchangeWriter: ~Copyable {
  private var files: InterchangeFiles
  /// The faults that are planted in the next row.
  private var nextFaults: [PlantedKind] = []
  private var planted: [PlantedFault] = []

  /// Creates the files with what stands before the first child.
  init(folder: String, hasCSV: Bool, hasXML: Bool) throws(Fault) {
    files = try InterchangeFiles(
      folder: folder, name: "interchange",
      // Lists of who was at a meeting are not declared complete, on purpose.
      carried: "referral_received; concern_received minute; assessment_started; "
        + "assessment_checkpoint; assessment_authorised; strategy_discussion minute complete; "
        + "strategy_meeting minute; follow_up_meeting minute; record_circulated minute; "
        + "s47_started; s47_completed; icpc_held; cp_plan_started; cp_plan_ended; "
        + "core_group_held; cp_visit; cp_review_held; cin_plan_started; cin_plan_ended; "
        + "police_protection_started minute; "
        + "police_protection_ended minute; hospital_admitted; hospital_discharged minute; "
        + "discharge_meeting minute; episode_closed; child_born; child_expected; child_died",
      hasCSV: hasCSV, hasXML: hasXML)
  }

  /// Where a row belongs.
  struct Process {
    var child: String
    var kind = ""
    var id = ""
    var parent = ""
  }

  /// Writes what the file says of a child.
  mutating func write(_ child: PlannedChild, faults: inout [PlantedFault]) throws(Fault) {
    let itself = Process(child: child.id)
    if let born = child.born { row(itself, "child_born", PlannedMoment(born)) }
    if let expected = child.expected { row(itself, "child_expected", PlannedMoment(expected)) }
    if let died = child.died { row(itself, "child_died", PlannedMoment(died)) }
    for episode in child.episodes { write(episode, of: child) }
    for protection in child.protections {
      let process = Process(
        child: child.id, kind: "police_protection", id: child.id("PP", protection.ordinal))
      if let kind = protection.fault { note(kind) }
      row(process, "police_protection_started", protection.opened)
      if let ended = protection.ended { row(process, "police_protection_ended", ended) }
    }
    for kind in child.strayRows where kind == .noChild {
      note(kind)
      row(Process(child: ""), "child_died", PlannedMoment(.asOf))
    }
    try files.endChild(faults: &planted)
    faults += planted
    planted.removeAll(keepingCapacity: true)
  }

  /// Ends the files and hands everything to the kernel.
  mutating func finish() throws(Fault) { try files.finish() }

  /// Writes one row.
  mutating func row(
    _ process: Process, _ type: String, _ at: PlannedMoment?, state: String = "",
    outcome: String = "", role: String = "", detail: String = ""
  ) {
    write(
      process, type, at.map { InterchangeLine.iso($0) } ?? "", state: state, outcome: outcome,
      role: role, detail: detail)
  }

  /// Writes one row whose date this export may spoil.
  mutating func row(
    _ process: Process, _ type: String, _ date: PlannedDate
  ) {
    if let kind = date.fault(in: .interchange) { note(kind) }
    write(process, type, InterchangeLine.iso(date.written(in: .interchange)))
  }

  /// Notes a fault at the row that comes next.
  mutating func note(_ kind: PlantedKind) { nextFaults.append(kind) }

  private mutating func write(
    _ process: Process, _ type: String, _ at: String, state: String = "", outcome: String = "",
    role: String = "", detail: String = ""
  ) {
    var line = InterchangeLine(
      child: process.child, kind: process.kind, id: process.id, parent: process.parent,
      type: type, at: at, state: state, outcome: outcome, role: role, detail: detail)
    line.planted = nextFaults
    files.write(line, faults: &planted)
    nextFaults.removeAll()
  }
}

extension InterchangeWriter {
  /// Writes an episode and everything in it.
  mutating func write(
    _ episode: PlannedEpisode, of child: PlannedChild
  ) {
    let process = Process(
      child: child.id, kind: "episode", id: child.id("E", episode.ordinal))
    if let kind = episode.fault { note(kind) }
    row(
      process, "referral_received", PlannedMoment(episode.referral),
      detail: "team=\(StaffCode.team(child.team)); worker=\(StaffCode.worker(child.worker)); "
        + "referral_nfa=\(episode.isNoFurtherAction ? "yes" : "no")")
    if let concern = episode.concern {
      row(
        process, "concern_received", concern,
        detail: episode.category.map {
          "category=\($0.word); serious_risk=\($0.isSameDay ? "yes" : "no")"
        } ?? "")
    }
    for assessment in episode.assessments {
      write(assessment, in: process, of: child)
    }
    for discussion in episode.discussions { write(discussion, in: process, isMarked: true) }
    for enquiry in episode.enquiries {
      write(enquiry, in: process, of: child)
    }
    if let held = episode.transferInConference {
      row(process, "icpc_held", PlannedMoment(held), detail: "transfer_in=yes")
    }
    for plan in episode.plans { write(plan, in: process, of: child) }
    if let plan = episode.cinPlan {
      var inside = process
      (inside.kind, inside.parent) = ("cin_plan", process.id)
      inside.id = child.id("N", episode.ordinal)
      row(inside, "cin_plan_started", PlannedMoment(plan.started))
      if let ended = plan.ended { row(inside, "cin_plan_ended", PlannedMoment(ended)) }
    }
    if let closed = episode.closed {
      row(
        process, "episode_closed", PlannedMoment(closed), outcome: episode.closeReason.word)
    }
  }

  private mutating func write(
    _ assessment: PlannedAssessment, in episode: Process, of child: PlannedChild
  ) {
    let process = Process(
      child: child.id, kind: "assessment", id: child.id("A", assessment.ordinal),
      parent: episode.id)
    row(process, "assessment_started", PlannedMoment(assessment.started))
    if let checkpoint = assessment.checkpoint {
      row(process, "assessment_checkpoint", PlannedMoment(checkpoint))
    }
    if let authorised = assessment.authorised {
      row(process, "assessment_authorised", authorised)
    }
  }

  private mutating func write(
    _ enquiry: PlannedEnquiry, in episode: Process, of child: PlannedChild
  ) {
    let process = Process(
      child: child.id, kind: "s47", id: child.id("S", enquiry.ordinal), parent: episode.id)
    row(process, "s47_started", PlannedMoment(enquiry.opened))
    for discussion in enquiry.discussions {
      write(discussion, in: process, isMarked: enquiry.isStartMarked)
    }
    if enquiry.isConferenceNotRequired {
      row(
        process, "icpc_held", PlannedMoment(enquiry.completed ?? enquiry.opened),
        state: "not_required")
    }
    if let conference = enquiry.conference {
      row(process, "icpc_held", conference)
    }
    if let completed = enquiry.completed {
      row(
        process, "s47_completed", PlannedMoment(completed), outcome: enquiry.outcome.word)
    }
    for stay in enquiry.stays {
      let inside = Process(
        child: child.id, kind: "hospital_stay", id: child.id("H", stay.ordinal),
        parent: process.id)
      row(inside, "hospital_admitted", PlannedMoment(stay.admitted))
      if let meeting = stay.dischargeMeeting { row(inside, "discharge_meeting", meeting) }
      if let discharged = stay.discharged { row(inside, "hospital_discharged", discharged) }
    }
  }

  private mutating func write(
    _ discussion: PlannedDiscussion, in process: Process, isMarked: Bool
  ) {
    var details: [String] = []
    if discussion.startedEnquiry, isMarked { details.append("initiated_s47=yes") }
    append("complex_abuse", discussion.isComplexAbuse, to: &details)
    append("meeting_needed", discussion.isMeetingNeeded, to: &details)
    append("follow_up_needed", discussion.isFollowUpNeeded, to: &details)
    row(
      process, "strategy_discussion", discussion.at, state: "held",
      detail: details.joined(separator: "; "))
    for participant in discussion.participants {
      row(
        process, "strategy_discussion", discussion.at, state: participant.part.word,
        role: participant.role.word)
    }
    if let meeting = discussion.meeting {
      write(meeting, in: process, isComplexAbuse: discussion.isComplexAbuse)
    }
    if let followUp = discussion.followUp { row(process, "follow_up_meeting", followUp) }
    for sent in discussion.circulation {
      row(process, "record_circulated", sent.at, state: "sent_to", role: sent.role.word)
    }
  }

  private mutating func write(
    _ meeting: PlannedMeeting, in process: Process, isComplexAbuse: Bool?
  ) {
    var details: [String] = []
    append("complex_abuse", isComplexAbuse, to: &details)
    if let chair = meeting.chair { details.append("chair=\(chair.word)") }
    row(
      process, "strategy_meeting", meeting.at, state: "held",
      detail: details.joined(separator: "; "))
    for participant in meeting.participants {
      row(
        process, "strategy_meeting", meeting.at, state: participant.part.word,
        role: participant.role.word)
    }
  }

  private mutating func write(
    _ plan: PlannedPlan, in episode: Process, of child: PlannedChild
  ) {
    let process = Process(
      child: child.id, kind: "cp_plan", id: child.id("P", plan.ordinal),
      parent: plan.enquiry.map { child.id("S", $0) } ?? episode.id)
    if let kind = plan.fault { note(kind) }
    row(process, "cp_plan_started", PlannedMoment(plan.opened))
    for (index, coreGroup) in plan.coreGroups.enumerated() {
      row(process, "core_group_held", coreGroup)
      guard plan.isDoubled, index == 0 else { continue }
      note(.duplicate)
      row(process, "core_group_held", coreGroup)
    }
    for visit in plan.visits { row(process, "cp_visit", PlannedMoment(visit)) }
    for (index, review) in plan.reviews.enumerated() {
      if plan.reviews[..<index].contains(review) { note(.duplicate) }
      row(process, "cp_review_held", PlannedMoment(review))
    }
    if let ended = plan.ended { row(process, "cp_plan_ended", PlannedMoment(ended)) }
  }

  private func append(_ name: String, _ truth: Bool?, to details: inout [String]) {
    if let truth { details.append("\(name)=\(truth ? "yes" : "no")") }
  }
}
