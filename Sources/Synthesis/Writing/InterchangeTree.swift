/// The rows of one child, sorted into processes, events and who took part.
struct InterchangeTree {
  /// An event with all that its rows say.
  struct Event {
    var type: String
    var at: String
    var state = ""
    var outcome = ""
    var due = ""
    var id = ""
    var facts: [(name: String, value: String)] = []
    var participants: [(role: String, part: String, agency: String)] = []
    var planted: [PlantedKind] = []
    /// Whether it has a row of its own, so that it is stated and not only told of.
    var hasRow = false
  }

  /// A process with its events.
  struct Process {
    var kind: String
    var id: String
    /// The id of the parent that its rows name.
    var parent = ""
    /// The process that it is written in; nil where the one that is named is not plain.
    var upper: Int?
    var events: [Event] = []
  }

  private(set) var team = ""
  private(set) var worker = ""
  /// The events of the child itself.
  private(set) var events: [Event] = []
  /// The processes in the order in which they were met.
  private(set) var processes: [Process] = []

  /// Sorts the rows of a child.
  init(_ lines: [InterchangeLine]) {
    for line in lines { add(line) }
    for place in processes.indices where !processes[place].parent.isEmpty {
      let named = processes.indices.filter { processes[$0].id == processes[place].parent }
      if named.count == 1, named[0] != place, !isAbove(place, named[0]) {
        processes[place].upper = named[0]
      }
    }
  }

  private mutating func add(_ line: InterchangeLine) {
    for detail in line.details {
      if detail.name == "team" { team = detail.value }
      if detail.name == "worker" { worker = detail.value }
    }
    guard !line.kind.isEmpty else {
      Self.add(line, to: &events)
      return
    }
    let place =
      processes.firstIndex { $0.kind == line.kind && $0.id == line.id } ?? processes.count
    if place == processes.count { processes.append(Process(kind: line.kind, id: line.id)) }
    if processes[place].parent.isEmpty { processes[place].parent = line.parent }
    Self.add(line, to: &processes[place].events)
  }

  private static func add(_ line: InterchangeLine, to events: inout [Event]) {
    let isRow = line.role.isEmpty
    // Who took part stands behind the event's row, or behind others who did.
    let last = events.last.map { $0.type == line.type && $0.at == line.at } ?? false
    if isRow || !last { events.append(Event(type: line.type, at: line.at)) }
    let place = events.count - 1
    if isRow {
      events[place].state = line.state
      events[place].hasRow = true
      events[place].planted += line.planted
    }
    if !line.outcome.isEmpty { events[place].outcome = line.outcome }
    var agency = ""
    for detail in line.details {
      switch detail.name {
      case "team", "worker": continue
      case "agency": agency = detail.value
      case "due": events[place].due = detail.value
      case "id": events[place].id = detail.value
      default: events[place].facts.append(detail)
      }
    }
    guard !isRow else { return }
    events[place].participants.append((line.role, line.state, agency))
    if events[place].hasRow, events[place].state.isEmpty { events[place].state = "held" }
  }

  /// Whether a process is another, or is written somewhere around it.
  private func isAbove(_ upper: Int, _ lower: Int) -> Bool {
    var place: Int? = lower
    while let current = place {
      if current == upper { return true }
      place = processes[current].upper
    }
    return false
  }
}
