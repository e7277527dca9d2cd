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
        addClosing(of: kind, job, record) { _ in .yes }
      case .closedFor(let kind, _):
        addClosing(of: kind, job, record) { process in
          guard process.closeReason.isPresent else {
            // Closed without a reason: nobody knows which, unless no export carries reasons at all.
            let isCarried = job.feeds.indices.contains {
              process.feeds.has(feed: $0) && job.feeds[$0].closeReasons.contains(kind)
            }
            return isCarried ? .unknown : .no
          }
          return Truth(job.edition.stopReasons[place].contains(process.closeReason))
        }
      }
    }
    if let kind = job.edition.body.whileOpen { addClosing(of: kind, job, record) { _ in .yes } }
  }

  private mutating func addClosing(
    of kind: ProcessKind, _ job: DeadlineJob, _ record: ChildRecord,
    _ truth: (ProcessRow) -> Truth
  ) {
    guard let row = Links.process(of: kind, linkedTo: job.trigger.process, in: record) else {
      return
    }
    let process = record.processes[Int(row)]
    let count = endings.count
    add(process.closed, truth(process), job.time)
    guard endings.count > count, var ticks = endings[count].ticks else { return }
    // It ended once, and the record gives several days for it: any of them may be the one.
    for other in Closings.others(of: row, in: record, job.vocabulary) {
      guard let range = job.time.ticks(record.events[Int(other)].at) else { continue }
      ticks = min(ticks.lowerBound, range.lowerBound)...max(ticks.upperBound, range.upperBound)
      reasons.insert(ReasonSet(.feedsDisagree))
    }
    endings[count].ticks = ticks
  }

  private mutating func add(_ moment: Moment, _ truth: Truth, _ time: Timeline) {
    guard moment.precision != .absent, truth != .no else { return }
    if time.isStillToCome(moment) { return }
    let ticks = time.ticks(moment)
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
