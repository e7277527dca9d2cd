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

  /// Writes what some rows say, each child an element; a row that names no child has no place here.
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
    for place in tree.processes.indices where tree.processes[place].upper == nil {
      write(tree, process: place, faults: &faults)
    }
    end("child")
  }

  private mutating func write(
    _ tree: InterchangeTree, process place: Int, faults: inout [PlantedFault]
  ) {
    let process = tree.processes[place]
    let parent = process.upper == nil ? process.parent : ""
    tag(
      "process", [("kind", process.kind), ("id", process.id), ("parent", parent)], isOpen: true)
    for event in process.events { write(event, faults: &faults) }
    for lower in tree.processes.indices where tree.processes[lower].upper == place {
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
