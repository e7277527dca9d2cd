import Faults

/// Writes rows of the interchange format as XML: processes, events and who took part inside each
/// other.
struct InterchangeXMLWriter: ~Copyable {
  private var file: BufferedFile
  private var depth = 0

  /// Creates the file with everything up to the first child.
  init(folder: String, name: String, carried: String) throws(Fault) {
    file = try BufferedFile(folder: folder, name: name)
    file.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    file.newline()
    tag(
      "duly-interchange",
      [("version", "1"), ("as_of", "2026-03-31"), ("authority", "999"), ("synthetic", "yes")],
      isOpen: true)
    for part in carried.utf8.split(separator: UInt8(ascii: ";")) {
      let words = part.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      var attributes = [("type", words[0])]
      for word in words.dropFirst() {
        attributes.append((word == "minute" ? "precision" : "participants", word))
      }
      tag("carries", attributes)
    }
  }

  /// Writes what some rows say, each child an element; a row that names no child is left out here.
  mutating func write(
    _ lines: [InterchangeLine], faults: inout [PlantedFault]
  ) throws(Fault) {
    var children: [String] = []
    for line in lines where !line.child.isEmpty && !children.contains(line.child) {
      children.append(line.child)
    }
    for child in children {
      write(InterchangeTree(lines.filter { $0.child == child }), child, faults: &faults)
    }
    try file.flushIfFull()
  }

  /// Ends the document and hands everything to the kernel.
  mutating func finish() throws(Fault) {
    end("duly-interchange")
    try file.flush()
  }

  private mutating func write(
    _ tree: InterchangeTree, _ child: String, faults: inout [PlantedFault]
  ) {
    tag(
      "child", [("id", child), ("team", tree.team), ("worker", tree.worker)], isOpen: true)
    for event in tree.events { write(event, faults: &faults) }
    for index in tree.processes.indices where tree.processes[index].upper == nil {
      write(tree, process: index, faults: &faults)
    }
    end("child")
  }

  private mutating func write(
    _ tree: InterchangeTree, process index: Int, faults: inout [PlantedFault]
  ) {
    let process = tree.processes[index]
    let parent = process.upper == nil ? process.parent : ""
    tag(
      "process", [("kind", process.kind), ("id", process.id), ("parent", parent)], isOpen: true)
    for event in process.events { write(event, faults: &faults) }
    for lower in tree.processes.indices where tree.processes[lower].upper == index {
      write(tree, process: lower, faults: &faults)
    }
    end("process")
  }

  private mutating func write(_ event: InterchangeTree.Event, faults: inout [PlantedFault]) {
    for kind in event.planted {
      faults.append(PlantedFault(file: file.name, line: file.line, kind: kind))
    }
    let isOpen = !event.facts.isEmpty || !event.participants.isEmpty
    tag(
      "event",
      [
        ("type", event.type), ("at", event.at), ("state", event.state),
        ("outcome", event.outcome), ("due", event.due), ("id", event.id),
      ], isOpen: isOpen)
    for fact in event.facts { tag("fact", [("name", fact.name), ("value", fact.value)]) }
    for participant in event.participants {
      tag(
        "with",
        [
          ("role", participant.role), ("part", participant.part), ("agency", participant.agency),
        ])
    }
    if isOpen { end("event") }
  }

  /// Writes a start tag, or a whole element, on a line of its own; what is empty is left out.
  private mutating func tag(
    _ name: String, _ attributes: [(name: String, value: String)], isOpen: Bool = false
  ) {
    indent()
    file.text("<\(name)")
    for attribute in attributes where !attribute.value.isEmpty {
      file.text(" \(attribute.name)=\"")
      for byte in attribute.value.utf8 {
        switch byte {
        case UInt8(ascii: "&"): file.text("&amp;")
        case UInt8(ascii: "<"): file.text("&lt;")
        case UInt8(ascii: "\""): file.text("&quot;")
        default: file.byte(byte)
        }
      }
      file.byte(UInt8(ascii: "\""))
    }
    file.text(isOpen ? ">" : "/>")
    file.newline()
    if isOpen { depth += 1 }
  }

  private mutating func end(_ name: String) {
    depth -= 1
    indent()
    file.text("</\(name)>")
    file.newline()
  }

  private mutating func indent() {
    for _ in 0..<depth { file.text("  ") }
  }
}

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
    for index in processes.indices where !processes[index].parent.isEmpty {
      let named = processes.indices.filter { processes[$0].id == processes[index].parent }
      if named.count == 1, named[0] != index, !isAbove(index, named[0]) {
        processes[index].upper = named[0]
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
    let index =
      processes.firstIndex { $0.kind == line.kind && $0.id == line.id } ?? processes.count
    if index == processes.count { processes.append(Process(kind: line.kind, id: line.id)) }
    if processes[index].parent.isEmpty { processes[index].parent = line.parent }
    Self.add(line, to: &processes[index].events)
  }

  private static func add(_ line: InterchangeLine, to events: inout [Event]) {
    let isRow = line.role.isEmpty
    // Who took part stands behind the event's row, or behind others who did.
    let last = events.last.map { $0.type == line.type && $0.at == line.at } ?? false
    if isRow || !last { events.append(Event(type: line.type, at: line.at)) }
    let index = events.count - 1
    if isRow {
      events[index].state = line.state
      events[index].hasRow = true
      events[index].planted += line.planted
    }
    if !line.outcome.isEmpty { events[index].outcome = line.outcome }
    var agency = ""
    for detail in line.details {
      switch detail.name {
      case "team", "worker": continue
      case "agency": agency = detail.value
      case "due": events[index].due = detail.value
      case "id": events[index].id = detail.value
      default: events[index].facts.append(detail)
      }
    }
    guard !isRow else { return }
    events[index].participants.append((line.role, line.state, agency))
    if events[index].hasRow, events[index].state.isEmpty { events[index].state = "held" }
  }

  /// Whether a process is another, or is written somewhere around it.
  private func isAbove(_ upper: Int, _ lower: Int) -> Bool {
    var index: Int? = lower
    while let current = index {
      if current == upper { return true }
      index = processes[current].upper
    }
    return false
  }
}
