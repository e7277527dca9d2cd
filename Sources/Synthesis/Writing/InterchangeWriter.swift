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
