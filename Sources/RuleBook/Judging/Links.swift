import CaseModel
import Clocks

/// How the processes of a record hang together.
enum Links {
  /// How an event's process stands to a trigger's.
  enum Relation {
    /// The same process, or one that it lies in, or one that lies in it.
    case linked
    /// Nothing in the record ties the two or keeps them apart.
    case open
    /// It belongs to another process of a kind that the trigger has one of.
    case foreign
  }

  /// How a process stands to the trigger's process; -1 is no process.
  static func relation(of other: Int32, to process: Int32, in record: ChildRecord) -> Relation {
    if other == process { return other >= 0 ? .linked : .open }
    guard other >= 0, process >= 0 else { return .open }
    if isAncestor(other, of: process, in: record) || isAncestor(process, of: other, in: record) {
      return .linked
    }
    var row = process
    while row >= 0 {
      var otherRow = other
      while otherRow >= 0 {
        if otherRow != row,
          record.processes[Int(otherRow)].kind == record.processes[Int(row)].kind
        {
          return .foreign
        }
        otherRow = record.processes[Int(otherRow)].parent
      }
      row = record.processes[Int(row)].parent
    }
    return .open
  }

  /// Whether nothing but its date ties an event to a trigger in a process, or in none.
  static func isByDate(_ event: Int32, to process: Int32, in record: ChildRecord) -> Bool {
    event >= 0
      && relation(of: record.events[Int(event)].process, to: process, in: record) == .open
  }

  /// The process of a kind that a process is, lies in, or that lies in it; the only one, or nil.
  static func process(of kind: ProcessKind, linkedTo process: Int32, in record: ChildRecord)
    -> Int32?
  {
    guard process >= 0 else { return nil }
    var row = process
    while row >= 0 {
      if record.processes[Int(row)].kind == kind { return row }
      row = record.processes[Int(row)].parent
    }
    var found: Int32?
    for (index, candidate) in record.processes.enumerated() where candidate.kind == kind {
      guard isAncestor(process, of: Int32(index), in: record) else { continue }
      if found != nil { return nil }
      found = Int32(index)
    }
    return found
  }

  /// The process of a kind that is linked to another, or else the child's only one of the kind that
  /// was open at a moment; nil where there is none or it is not clear which.
  static func process(
    of kind: ProcessKind, near process: Int32, at moment: Moment, in record: ChildRecord
  ) -> Int32? {
    if let row = Links.process(of: kind, linkedTo: process, in: record) { return row }
    guard let day = moment.day else { return nil }
    var found: Int32?
    for (index, candidate) in record.processes.enumerated() where candidate.kind == kind {
      guard let opened = candidate.opened.day, opened <= day,
        candidate.closed.day.map({ $0 >= day }) ?? true
      else { continue }
      if found != nil { return nil }
      found = Int32(index)
    }
    return found
  }

  /// When a process opened or closed, where no event of the record says so.
  static func unlisted(
    _ bound: (kind: ProcessKind, type: EventType, isClosing: Bool), _ row: Int32,
    in record: ChildRecord
  ) -> Moment? {
    let process = record.processes[Int(row)]
    let moment = bound.isClosing ? process.closed : process.opened
    guard moment.precision != .absent else { return nil }
    for event in record.events
    where event.type == bound.type && event.process == row && event.state == .held {
      return nil
    }
    return moment
  }

  /// The value of an attribute of the event in question, or of the processes that it lies in; nil
  /// if it is not recorded.
  static func recordedValue(
    _ attribute: Attribute, _ scope: ConditionScope, _ record: ChildRecord
  ) -> AttributeRow.Value? {
    if scope.event >= 0, let value = record.value(attribute, ofEvent: scope.event) { return value }
    var row = scope.process
    while row >= 0 {
      if let value = record.value(attribute, ofProcess: row) { return value }
      row = record.processes[Int(row)].parent
    }
    return nil
  }

  /// The value that was in force: that of the event in question, else of the latest event of its
  /// processes that set one by then, else of the processes themselves.
  static func valueInForce(
    _ attribute: Attribute, _ scope: ConditionScope, _ record: ChildRecord
  ) -> AttributeRow.Value? {
    if scope.event >= 0, let value = record.value(attribute, ofEvent: scope.event) { return value }
    var latest: (at: Moment, value: AttributeRow.Value)?
    for row in record.attributes where row.name == attribute {
      guard case .event(let index) = row.owner else { continue }
      let event = record.events[Int(index)]
      guard event.state == .held, !Judge.isBefore(scope.at, event.at),
        Belonging.truth(of: event.process, at: event.at, nil, scope, record) == .yes
      else { continue }
      if latest.map({ Judge.isListedBefore($0.at, event.at) }) ?? true {
        latest = (event.at, row.value)
      }
    }
    return latest?.value ?? recordedValue(attribute, scope, record)
  }

  /// Whether a process is another one or lies in it.
  static func isSameOrInside(_ inner: Int32, of outer: Int32, in record: ChildRecord) -> Bool {
    inner >= 0 && (inner == outer || isAncestor(outer, of: inner, in: record))
  }

  private static func isAncestor(_ upper: Int32, of lower: Int32, in record: ChildRecord) -> Bool {
    var row = record.processes[Int(lower)].parent
    // Intake refuses loops; the count keeps a broken record from hanging a night.
    var steps = record.processes.count
    while row >= 0, steps > 0 {
      if row == upper { return true }
      row = record.processes[Int(row)].parent
      steps -= 1
    }
    return false
  }
}
