import CaseModel

/// An event of a list, with what every row would ask of the vocabulary and of the file looked up
/// once.
///
/// A class, so that a row looks at the parts that it needs and copies none of the others.
final class BoundEvent {
  /// The event as the mapping has it.
  let mapped: MappedEvent
  /// The kind of process that it closes; nil for none.
  let closes: ProcessKind?
  /// Whether the file has the column of its date.
  let isThere: Bool
  /// Its attributes, and those that it gives its process.
  let attributes: [BoundAttribute]

  init(_ mapped: MappedEvent, _ bound: BoundList, _ vocabulary: Vocabulary) {
    self.mapped = mapped
    closes = vocabulary.processClosed(by: mapped.type)
    isThere = mapped.at.map { bound.has($0) } ?? true
    attributes = mapped.attributes.map { BoundAttribute($0, of: mapped.type, vocabulary) }
  }
}

/// A process of a list, with what the vocabulary says of its attributes.
final class BoundProcess {
  /// The process as the mapping has it.
  let mapped: MappedProcess
  /// Its attributes.
  let attributes: [BoundAttribute]

  init(_ mapped: MappedProcess, _ vocabulary: Vocabulary) {
    self.mapped = mapped
    attributes = mapped.attributes.map { BoundAttribute($0, of: nil, vocabulary) }
  }
}

/// An attribute of a list, with what the vocabulary says of it.
struct BoundAttribute {
  let mapped: MappedAttribute
  /// Whether it is a date.
  let isDate: Bool
  /// Whether the vocabulary gives it to the event beside which it stands.
  let isOfEvent: Bool
  /// The kinds of process that it may belong to, one bit each.
  let kinds: UInt64

  init(_ mapped: MappedAttribute, of type: EventType?, _ vocabulary: Vocabulary) {
    self.mapped = mapped
    let word = vocabulary[mapped.name]
    isDate = word.type == .date
    isOfEvent = type.map { word.owners.contains(vocabulary[$0].word) } ?? false
    var kinds: UInt64 = 0
    for (index, kind) in vocabulary.processes.enumerated() where word.owners.contains(kind.word) {
      kinds |= 1 << UInt64(index & 63)
    }
    self.kinds = kinds
  }

  /// What it belongs to: the event if the vocabulary says so, else its process.
  func owner(_ event: EventRow, _ row: Int32, _ record: borrowing ChildRecord)
    -> AttributeRow.Owner?
  {
    if isOfEvent { return .event(row) }
    guard event.process >= 0 else { return nil }
    let kind = record.processes[Int(event.process)].kind
    return kinds & 1 << UInt64(kind.index & 63) != 0 ? .process(event.process) : nil
  }
}
