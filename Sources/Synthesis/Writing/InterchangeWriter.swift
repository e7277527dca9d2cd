import Clocks
import Faults

/// Writes `interchange.csv`: an event or a participation a row, to the minute where it is known.
struct InterchangeWriter: ~Copyable {
  private var file: BufferedFile

  /// Creates the file with its heading lines.
  init(folder: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: "interchange.csv")
    let heading = [
      "# duly interchange 1", "# as_of: 2026-03-31", "# authority: 999", "# synthetic: yes",
      // Lists of who was at a meeting are not declared complete, on purpose.
      "# carries: referral_received; concern_received minute; assessment_started; "
        + "assessment_checkpoint; assessment_authorised; strategy_discussion minute complete; "
        + "strategy_meeting minute; follow_up_meeting minute; record_circulated minute; "
        + "s47_started; s47_completed; icpc_held; cp_plan_started; cp_plan_ended; "
        + "core_group_held; cp_visit; cp_review_held; cin_plan_started; cin_plan_ended; "
        + "police_protection_started minute; "
        + "police_protection_ended minute; hospital_admitted; hospital_discharged minute; "
        + "discharge_meeting minute; episode_closed; child_born; child_expected; child_died",
      "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail",
    ]
    for line in heading {
      file.text(line)
      file.newline()
    }
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
    for episode in child.episodes { write(episode, of: child, faults: &faults) }
    for protection in child.protections {
      let process = Process(
        child: child.id, kind: "police_protection", id: child.id("PP", protection.ordinal))
      if let kind = protection.fault { note(kind, in: &faults) }
      row(process, "police_protection_started", protection.opened)
      if let ended = protection.ended { row(process, "police_protection_ended", ended) }
    }
    for kind in child.strayRows where kind == .noChild {
      note(kind, in: &faults)
      row(Process(child: ""), "child_died", PlannedMoment(.asOf))
    }
    try file.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) { try file.flush() }

  /// Writes one row.
  mutating func row(
    _ process: Process, _ type: String, _ at: PlannedMoment?, state: String = "",
    outcome: String = "", role: String = "", detail: String = ""
  ) {
    begin(process, type)
    if let at { file.iso(at) }
    end(state: state, outcome: outcome, role: role, detail: detail)
  }

  /// Writes one row whose date this export may spoil.
  mutating func row(
    _ process: Process, _ type: String, _ date: PlannedDate, faults: inout [PlantedFault]
  ) {
    if let kind = date.fault(in: .interchange) { note(kind, in: &faults) }
    begin(process, type)
    file.iso(date.written(in: .interchange))
    end()
  }

  /// Notes a fault at the row that comes next.
  mutating func note(_ kind: PlantedKind, in faults: inout [PlantedFault]) {
    faults.append(PlantedFault(file: file.name, line: file.line, kind: kind))
  }

  private mutating func begin(_ process: Process, _ type: String) {
    for text in [process.child, process.kind, process.id, process.parent, type] {
      file.text(text)
      file.byte(UInt8(ascii: ","))
    }
  }

  private mutating func end(
    state: String = "", outcome: String = "", role: String = "", detail: String = ""
  ) {
    for text in [state, outcome, role, detail] {
      file.byte(UInt8(ascii: ","))
      file.text(text)
    }
    file.newline()
  }
}
