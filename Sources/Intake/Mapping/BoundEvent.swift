import CaseModel

/// An event of a list, with what every row would ask of the vocabulary and of the file looked up
/// once.
///
/// A class, so that a row looks at the parts that it needs and copies none of the others.
final class BoundEvent {
  /// The event as the mapping has it.
  let mapped: MappedEvent
  /// The kind of process that it opens, and the one that it closes; nil for none.
  let opens: ProcessKind?
  let closes: ProcessKind?
  /// The words that may say what came of it; empty where any may.
  let outcomes: [[UInt8]]
  /// The rule that any other word breaks, with the name of its column.
  let outcomeRule: String
  /// Whether the file has the column of its date.
  let isThere: Bool
  /// Whether it ends something: its process, or the child's life.
  ///
  /// The filler of a day to come then says that the end is not there yet.
  let isEnd: Bool
  /// The clock of its times, which events and attributes of one column share; -1 for none.
  let clock: Int
  /// Its attributes, and those that it gives its process.
  let attributes: [BoundAttribute]

  init(
    _ mapped: MappedEvent, _ bound: BoundList, _ vocabulary: Vocabulary,
    _ clocks: inout MappedClocks
  ) {
    self.mapped = mapped
    opens = vocabulary.processOpened(by: mapped.type)
    closes = vocabulary.processClosed(by: mapped.type)
    outcomes = vocabulary.outcomes(of: mapped.type).map { Array($0.utf8) }
    outcomeRule = UnknownOutcome.rule(
      column: mapped.outcome?.firstColumn.map { column in
        bound.fields[column].map { bound.header[$0] } ?? bound.list.columns[column].name
      })
    isThere = mapped.at.map { bound.has($0) } ?? true
    isEnd = closes != nil || mapped.type == vocabulary.event("child_died")
    // Who took part in events of another list shows nothing of the times of that list.
    let showsTimes = mapped.precision != .day && mapped.depth != nil
    clock = showsTimes ? mapped.at.map { clocks.clock(of: $0, showing: mapped.type) } ?? -1 : -1
    attributes = mapped.attributes.map { BoundAttribute($0, of: mapped.type, vocabulary, &clocks) }
  }
}

/// A process of a list, with what the vocabulary says of its attributes.
final class BoundProcess {
  /// The process as the mapping has it.
  let mapped: MappedProcess
  /// Its attributes.
  let attributes: [BoundAttribute]
  /// The events of the list that open it, by their index.
  let openings: [Int]

  init(
    _ mapped: MappedProcess, at index: Int, _ list: MappedList, _ vocabulary: Vocabulary,
    _ clocks: inout MappedClocks
  ) {
    self.mapped = mapped
    attributes = mapped.attributes.map { BoundAttribute($0, of: nil, vocabulary, &clocks) }
    let opening = vocabulary[mapped.kind].openedBy
    openings = list.events.indices.filter {
      list.events[$0].type == opening && list.events[$0].processes.contains(index)
    }
  }
}

/// An attribute of a list, with what the vocabulary says of it.
///
/// A class, so that a row looks at the parts that it needs and copies none of the others.
final class BoundAttribute {
  let mapped: MappedAttribute
  /// Whether it is a date.
  let isDate: Bool
  /// Whether the event of the mapping has it, by the vocabulary.
  let isOfEvent: Bool
  /// The clock of its times, as an event has one; -1 for none.
  let clock: Int
  private let owners: AttributeOwners

  init(
    _ mapped: MappedAttribute, of type: EventType?, _ vocabulary: Vocabulary,
    _ clocks: inout MappedClocks
  ) {
    self.mapped = mapped
    isDate = vocabulary[mapped.name].type == .date
    clock = isDate ? clocks.clock(of: mapped.cell, showing: mapped.name) : -1
    owners = AttributeOwners(of: mapped.name, vocabulary)
    isOfEvent = owners.haveEvents(of: type)
  }

  /// Its owner in the current row: the event, or else the process around it; nil for neither.
  func owner(_ event: EventRow, _ row: Int32, _ record: borrowing ChildRecord)
    -> AttributeRow.Owner?
  {
    owners.owner(isOfEvent: isOfEvent, event: row, process: event.process, in: record)
  }
}
