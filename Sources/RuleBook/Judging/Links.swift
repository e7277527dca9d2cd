import CaseModel

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
