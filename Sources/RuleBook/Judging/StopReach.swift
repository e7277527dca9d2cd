import CaseModel
import Clocks

/// Where what ends a clock can lie.
struct StopReach {
  /// One thing that may have ended it.
  private struct Ending {
    /// The ticks that it can be; nil where its day is not known.
    var ticks: ClosedRange<Int64>?
    /// Whether it ended the clock at all.
    var truth: Truth
  }

  private var endings: [Ending] = []
  /// What is not certain about them.
  private(set) var reasons: ReasonSet = []
  /// The earliest certain ending.
  private(set) var earliest: Moment = .absent

  init(_ job: DeadlineJob, _ record: ChildRecord) {
    for (place, stop) in job.edition.body.stops.enumerated() {
      switch stop.fact {
      case .childDied: add(record.died, .yes, job.time)
      case .closed(let kind):
        if let process = StopReach.process(kind, job.trigger, record) {
          add(process.closed, .yes, job.time)
        }
      case .closedFor(let kind, _):
        guard let process = StopReach.process(kind, job.trigger, record) else { continue }
        let truth: Truth =
          process.closeReason.isPresent
          ? Truth(job.edition.stopReasons[place].contains(process.closeReason)) : .no
        add(process.closed, truth, job.time)
      }
    }
    if let kind = job.edition.body.whileOpen,
      let process = StopReach.process(kind, job.trigger, record)
    {
      add(process.closed, .yes, job.time)
    }
  }

  private static func process(
    _ kind: ProcessKind, _ trigger: JudgeTrigger, _ record: ChildRecord
  ) -> ProcessRow? {
    Links.process(of: kind, linkedTo: trigger.process, in: record).map { record.processes[Int($0)] }
  }

  private mutating func add(_ moment: Moment, _ truth: Truth, _ time: Timeline) {
    guard moment.precision != .absent, truth != .no else { return }
    let ticks = time.ticks(moment)
    if let ticks, ticks.lowerBound > time.now { return }
    endings.append(Ending(ticks: ticks, truth: truth))
    switch moment.precision {
    case .unreadable: reasons.insert(ReasonSet(.dateUnreadable))
    case .missing: reasons.insert(ReasonSet(.dateMissing))
    default: break
    }
    if truth == .unknown { reasons.insert(ReasonSet(.valueMissing)) }
    if let ticks, ticks.lowerBound != ticks.upperBound { reasons.insert(ReasonSet(.timeNeeded)) }
    guard truth == .yes, moment.isKnown else { return }
    if earliest == .absent || Judge.isBefore(moment, earliest) { earliest = moment }
  }

  /// Whether the clock may have been ended by due, and whether it may not have been.
  func reading(due: Int64) -> (byDue: Bool, otherwise: Bool) {
    var byDue = false
    var otherwise = true
    for ending in endings {
      guard let ticks = ending.ticks else {
        byDue = true
        continue
      }
      if ticks.lowerBound <= due { byDue = true }
      if ticks.upperBound <= due, ending.truth == .yes { otherwise = false }
    }
    return (byDue, otherwise)
  }
}
