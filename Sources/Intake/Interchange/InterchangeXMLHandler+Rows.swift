import CaseModel
import Clocks
import Faults
import XMLReading

extension InterchangeXMLHandler {
  /// A child starts: it is in the feed whether or not anything happened.
  mutating func beginChild(_ tag: InterchangeXMLTag) throws(Fault) {
    child = Self.key(tag[.id])
    processes.removeAll(keepingCapacity: true)
    guard !child.isEmpty else { return }
    beginRecord(tag.place)
    rows.builder.record.team = reader.codes.code(tag.text(.team))
    rows.builder.record.worker = reader.codes.code(tag.text(.worker))
    try sink.receive(&rows.builder.record)
  }

  /// A process starts, in the child or in another process.
  mutating func beginProcess(_ tag: InterchangeXMLTag) throws(Fault) {
    let (word, id, parent) = (tag[.kind], tag[.id], Self.key(tag[.parent]))
    let kind = word.withUnsafeBytes { reader.words.kind($0) }
    let source = source(tag.place)
    if kind == nil {
      rows.builder.notes.add(
        InterchangeRefusal.unknownProcess.rule(.xml),
        next: InterchangeRefusal.unknownProcess.nextStep(.xml), at: source)
    }
    let around = processes.last
    let isNone = Self.key(id).isEmpty
    processes.append(OpenProcess(kind: word, id: id, known: isNone ? nil : kind))
    guard parent.isEmpty || around == nil else {
      throw InterchangeXMLFault.fault(
        "a process within another has no parent but that one",
        next: "remove the attribute \"parent\", or write the process into the child itself",
        at: tag.place, file.name)
    }
    guard let kind, !isNone, !child.isEmpty else { return }
    child.withUnsafeBytes { child in
      id.withUnsafeBytes { id in
        parent.withUnsafeBytes { parent in
          reader.links.add(child: child, kind: kind, id: id, parent: parent, source: source)
        }
      }
    }
    beginRecord(tag.place)
    append(kind, id, source)
    if let around, let upper = around.known {
      rows.builder.record.processes[0].parent = 1
      append(upper, around.id, source)
    }
    rows.kinds.insert(kind)
    try sink.receive(&rows.builder.record)
  }

  /// A fact of a process.
  mutating func deliverFact(_ tag: InterchangeXMLTag) throws(Fault) {
    guard let process = processes.last else { return }
    guard let kind = process.known, !child.isEmpty else {
      let refusal: InterchangeRefusal =
        child.isEmpty
        ? .noChild : Self.key(process.id).isEmpty ? .noProcessID : .unknownProcess
      try setAside(refusal, tag.place)
      return
    }
    rows.builder.counts.read += 1
    rows.builder.counts.used += 1
    row.begin(at: tag.place)
    row.add(tag[.name], tag[.value])
    beginRecord(tag.place)
    append(kind, process.id, source(tag.place))
    row.withCells { cells in
      reader.fillDetail(cells, &rows, type: nil, process: kind)
    }
    try sink.receive(&rows.builder.record)
  }

  /// An event ends: its own row first, then one for each who took part.
  mutating func deliverEvent() throws(Fault) {
    let isStated = event.isStated
    if isStated {
      beginRow(at: event.tag.place)
      row.set(.state, event.tag[.state])
      addFacts()
      try deliverRow()
    }
    for (index, participant) in event.participants.enumerated() {
      beginRow(at: participant.place)
      guard !participant.role.isEmpty else {
        try setAside(.noRole, participant.place)
        continue
      }
      row.set(.role, participant.role)
      row.set(.state, participant.part)
      row.add(Array("agency".utf8), participant.agency)
      if !isStated, index == 0 { addFacts() }
      try deliverRow()
    }
  }

  private mutating func addFacts() {
    row.set(.outcome, event.tag[.outcome])
    row.add(Array("due".utf8), event.tag[.due])
    row.add(Array("id".utf8), event.tag[.id])
    for fact in event.facts { row.add(fact.name, fact.value) }
  }

  private mutating func beginRow(at place: XMLPlace) {
    row.begin(at: place)
    row.set(.childID, child)
    if let process = processes.last {
      row.set(.process, process.kind)
      row.set(.processID, process.id)
    }
    row.set(.type, event.tag[.type])
    row.set(.at, event.tag[.at])
  }

  private mutating func deliverRow() throws(Fault) {
    let row = row
    try row.withCells { (cells) throws(Fault) in
      if try reader.take(cells, &rows, into: sink) { rows.countCopy(cells) }
    }
  }

  private mutating func setAside(_ refusal: InterchangeRefusal, _ place: XMLPlace) throws(Fault) {
    rows.builder.counts.read += 1
    try rows.builder.setAside(
      refusal.rule(.xml), next: refusal.nextStep(.xml), at: source(place), into: sink)
  }

  /// An id, or no bytes where it is none.
  private static func key(_ id: [UInt8]) -> [UInt8] {
    id.withUnsafeBytes { PlaceholderKey.isNone($0) } ? [] : id
  }

  private mutating func beginRecord(_ place: XMLPlace) {
    let source = source(place)
    child.withUnsafeBytes { rows.builder.begin(child: $0, at: source) }
  }

  private mutating func append(_ kind: ProcessKind, _ id: [UInt8], _ source: Source) {
    _ = id.withUnsafeBytes { rows.builder.record.addProcess(kind, id: $0, at: source) }
  }

  private func source(_ place: XMLPlace) -> Source {
    file.source(line: Int(place.line), column: Int(place.column))
  }
}
