import CaseModel

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
