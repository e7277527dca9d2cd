import CaseModel
import Clocks

extension ChildRecord {
  /// The same record with its rows in another order.
  func shuffled(_ random: inout JudgeRandom) -> ChildRecord {
    var other = self
    let processOrder = processes.indices.shuffled(using: &random)
    let eventOrder = events.indices.shuffled(using: &random)
    var processPlace = [Int32](repeating: 0, count: processes.count)
    var eventPlace = [Int32](repeating: 0, count: events.count)
    for (place, row) in processOrder.enumerated() { processPlace[row] = Int32(place) }
    for (place, row) in eventOrder.enumerated() { eventPlace[row] = Int32(place) }
    other.processes = processOrder.map { row in
      var process = processes[row]
      if process.parent >= 0 { process.parent = processPlace[Int(process.parent)] }
      return process
    }
    other.events = eventOrder.map { row in
      var event = events[row]
      if event.process >= 0 { event.process = processPlace[Int(event.process)] }
      return event
    }
    other.participations = participations.map { part in
      var part = part
      part.event = eventPlace[Int(part.event)]
      return part
    }.shuffled(using: &random)
    other.attributes = attributes.map { attribute in
      var attribute = attribute
      switch attribute.owner {
      case .process(let row): attribute.owner = .process(processPlace[Int(row)])
      case .event(let row): attribute.owner = .event(eventPlace[Int(row)])
      }
      return attribute
    }.shuffled(using: &random)
    return other
  }

  /// The same record with one of its times known a step less: a minute to its day, a day not.
  func madeVaguer(_ random: inout JudgeRandom) -> ChildRecord {
    var other = self
    let count = events.count + 2 * processes.count + participations.count
    for _ in 0..<20 {
      let place = random.below(count)
      switch place {
      case ..<events.count:
        other.events[place].at = ChildRecord.vaguer(events[place].at)
      case ..<(events.count + processes.count):
        let row = place - events.count
        other.processes[row].opened = ChildRecord.vaguer(processes[row].opened)
      case ..<(events.count + 2 * processes.count):
        let row = place - events.count - processes.count
        other.processes[row].closed = ChildRecord.vaguer(processes[row].closed)
      default:
        let row = place - events.count - 2 * processes.count
        other.participations[row].at = ChildRecord.vaguer(participations[row].at)
      }
      if other.events != events || other.processes != processes
        || other.participations != participations
      {
        return other
      }
    }
    return other
  }

  private static func vaguer(_ moment: Moment) -> Moment {
    switch moment.precision {
    case .minute: .day(moment.civilDay)
    case .day: .unreadable
    case .unreadable, .missing, .absent: moment
    }
  }

  /// The record as text, for somebody who looks into a failure.
  func shown(_ shipped: ShippedPacks) -> String {
    func text(_ moment: Moment) -> String {
      moment.isKnown ? moment.description : "\(moment.precision)"
    }
    func facts(_ owner: AttributeRow.Owner) -> String {
      attributes.filter { $0.owner == owner }
        .map { " \(shipped.vocabulary[$0.name].word)=\($0.value)" }.joined()
    }
    var lines = ["died \(text(died))"]
    for (row, process) in processes.enumerated() {
      lines.append(
        "process \(row) line \(process.source.line) \(shipped.vocabulary[process.kind].word)"
          + " in \(process.parent) \(text(process.opened)) to \(text(process.closed))"
          + " \(shipped.codes.text(process.closeReason)) feeds \(process.feeds.rawValue)"
          + facts(.process(Int32(row))))
    }
    for (row, event) in events.enumerated() {
      lines.append(
        "event \(row) line \(event.source.line) \(shipped.vocabulary[event.type].word)"
          + " \(event.state.word) in \(event.process) \(text(event.at)) feeds \(event.feeds.rawValue)"
          + facts(.event(Int32(row))))
      for part in participations where part.event == row {
        let role = shipped.vocabulary[part.role]?.word ?? "?"
        lines.append("  \(role) \(part.part.word) \(text(part.at))")
      }
    }
    return lines.joined(separator: "\n")
  }
}
