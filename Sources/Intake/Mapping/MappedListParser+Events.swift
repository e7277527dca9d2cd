import CaseModel
import Faults
import YAMLReading

/// The keys of a process, where it is more than an id.
private enum MappedProcessKey: String, CaseIterable {
  case id
  case within
  case with
}

/// The keys of an event.
private enum MappedEventKey: String, CaseIterable {
  case event
  case processes = "in"
  case at
  case ifEmpty = "if empty"
  case precision
  case depth
  case participants
  case state
  case outcome
  case id
  case due
  case with
  case who
  case onlyWhen = "only when"
}

/// The keys of who took part.
private enum WhoKey: String, CaseIterable {
  case role
  case part
  case agency
}

extension MappedListParser {
  mutating func readProcesses() throws(Fault) {
    guard let node = keys[.processes] else { return }
    for entry in try node.map(of: "processes").entries {
      let kind = try words.kind(entry.key)
      guard entry.value.isMap else {
        list.processes.append(MappedProcess(kind: kind, id: try cell(entry.value)))
        continue
      }
      let map = try entry.value.map(of: "a process", keys: MappedProcessKey.self)
      var process = MappedProcess(kind: kind, id: try cell(try map.required(.id)))
      process.within = try processes(map[.within])
      for (attribute, cell, node) in try attributes(map[.with]) {
        guard words.vocabulary[attribute].owners.contains(words.vocabulary[kind].word) else {
          throw notOwned(attribute, node)
        }
        process.attributes.append(MappedAttribute(name: attribute, cell: cell))
      }
      list.processes.append(process)
    }
  }

  mutating func readEvents() throws(Fault) {
    guard let node = keys[.events] else { return }
    for element in try node.list(of: "events") {
      let map = try element.map(of: "an event", keys: MappedEventKey.self)
      var event = MappedEvent(type: try words.vocabulary.eventType(try map.required(.event)))
      event.processes = try processes(map[.processes])
      event.conditions = try conditions(map[.onlyWhen])
      event.at = try cell(map[.at])
      if let node = map[.outcome] {
        let cell: MappedCell = try cell(node)
        try check(cell, as: .outcome(event.type), at: node)
        event.outcome = cell
      }
      event.id = try cell(map[.id])
      event.due = try cell(map[.due])
      try readState(&event, map)
      try readCoverage(&event, map)
      for (attribute, cell, node) in try attributes(map[.with]) {
        guard isOwned(attribute, by: event) else { throw notOwned(attribute, node) }
        event.attributes.append(MappedAttribute(name: attribute, cell: cell))
      }
      if let node = map[.who] { event.who = try who(node) }
      try checkDates(event, map)
      list.events.append(event)
    }
  }

  private mutating func readState(
    _ event: inout MappedEvent, _ map: KeyedMap<MappedEventKey>
  ) throws(Fault) {
    if let node = map[.state] {
      let cell: MappedCell = try cell(node)
      try check(cell, as: .state, at: node)
      event.state = cell
    }
    if let node = map[.ifEmpty] {
      switch try node.text(as: "if empty") {
      case "date missing": event.isDateMissingWhenEmpty = true
      case "no event": event.isDateMissingWhenEmpty = false
      default:
        throw node.fault(
          "an empty date means \"date missing\" or \"no event\"", next: "write one of the two")
      }
    }
    guard event.at == nil else { return }
    let isHeld = event.state.map { $0 == .constant(Array("held".utf8)) } ?? true
    guard !isHeld else {
      throw Fault(
        .configuration, at: map.map.place, "an event that was held has a date",
        next: "add the line \"at: …\", or a state such as \"state: always not_required\"")
    }
  }

  private func readCoverage(
    _ event: inout MappedEvent, _ map: KeyedMap<MappedEventKey>
  ) throws(Fault) {
    if let node = map[.precision] {
      event.precision = EventCoverage.Precision(rawValue: try node.text(as: "precision"))
      guard event.precision != nil else {
        throw node.fault("precision is day or minute", next: "write one of the two")
      }
    }
    if let node = map[.depth] {
      let text = try node.text(as: "depth")
      event.depth = EventCoverage.Depth(rawValue: text)
      guard event.depth != nil || text == "elsewhere" else {
        throw node.fault(
          "depth is all, latest, or elsewhere where another list holds the events",
          next: "write one of the three")
      }
    }
    if let node = map[.participants] {
      let text = try node.text(as: "participants")
      guard let participants = EventCoverage.Participants(rawValue: text) else {
        throw node.fault("participants are none, some or complete", next: "write one of the three")
      }
      event.participants = participants
    } else if map[.who] != nil {
      event.participants = .some
    }
  }

  private mutating func who(_ node: YAMLNode) throws(Fault) -> MappedEvent.Who {
    let map = try node.map(of: "who", keys: WhoKey.self)
    let role = try map.required(.role)
    let part = try map.required(.part)
    let who = MappedEvent.Who(
      role: try cell(role), part: try cell(part), agency: try cell(map[.agency]))
    try check(who.role, as: .role, at: role)
    try check(who.part, as: .part, at: part)
    return who
  }

  /// The indexes of the processes that a node names; they stand in the list above it.
  private func processes(_ node: YAMLNode?) throws(Fault) -> [Int] {
    var indexes: [Int] = []
    for node in node?.oneOrMore ?? [] {
      let kind = try words.kind(node)
      guard let index = list.processes.firstIndex(where: { $0.kind == kind }) else {
        throw node.fault(
          "\(words.vocabulary[kind].word) is none of the processes that the list names above this",
          next: "add it to \"processes\" of the list, in front of what lies in it")
      }
      indexes.append(index)
    }
    return indexes
  }

  private mutating func attributes(
    _ node: YAMLNode?
  ) throws(Fault) -> [(Attribute, MappedCell, YAMLNode)] {
    guard let node else { return [] }
    var found: [(Attribute, MappedCell, YAMLNode)] = []
    for entry in try node.map(of: "with").entries {
      let attribute = try words.attribute(entry.key)
      let cell: MappedCell = try cell(entry.value)
      try check(cell, as: .attribute(attribute), at: entry.value)
      found.append((attribute, cell, entry.key))
    }
    return found
  }

  private func isOwned(_ attribute: Attribute, by event: MappedEvent) -> Bool {
    let owners = words.vocabulary[attribute].owners
    if owners.contains(words.vocabulary[event.type].word) { return true }
    return event.processes.contains {
      owners.contains(words.vocabulary[list.processes[$0].kind].word)
    }
  }

  private func notOwned(_ attribute: Attribute, _ node: YAMLNode) -> Fault {
    let word = words.vocabulary[attribute]
    return node.fault(
      "\(word.word) is no attribute of this event or process",
      next: "it belongs to \(word.owners.joined(separator: ", "))")
  }

  /// Refuses a date that no format is given for.
  private func checkDates(
    _ event: MappedEvent, _ map: KeyedMap<MappedEventKey>
  ) throws(Fault) {
    guard list.dates.isEmpty else { return }
    for cell in [event.at, event.due].compactMap(\.self) {
      let hasFormat =
        if case .column(let index) = cell { !list.columns[index].dates.isEmpty } else { false }
      guard hasFormat else {
        throw Fault(
          .configuration, at: map.map.place, "a mapping says how dates are written",
          next: "add for instance \"dates: [dd/mm/yyyy]\" at the top")
      }
    }
  }
}
