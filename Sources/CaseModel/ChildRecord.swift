public import Clocks

/// Everything that the feeds hold about one child, as typed columns.
///
/// A reader fills it, passes it to a ``RecordSink`` and clears it for the next child, so that the
/// arrays are allocated once. It holds no names.
public struct ChildRecord: Sendable {
  /// The bytes of all ids and raw dates of this record.
  public var text: [UInt8] = []
  /// The case system's own id of the child, in ``text``.
  public var id: TextRange = .empty
  /// When the child was born.
  public var born: Moment = .absent
  /// When an unborn child is expected.
  public var expected: Moment = .absent
  /// When the child died.
  public var died: Moment = .absent
  /// The feeds that hold the child.
  public var feeds: FeedSet = []
  /// The team that the child is allocated to.
  public var team: Code = .none
  /// The worker, by code.
  public var worker: Code = .none
  /// The position of the child in the export.
  public var source: Source = .none
  /// The position of the child's death.
  public var diedSource: Source = .none
  /// Whether rows of the child may stand under another id, so that what is not here may be there.
  public var mayLackRows = false
  /// The processes.
  public var processes: [ProcessRow] = []
  /// The events.
  public var events: [EventRow] = []
  /// The participations in events.
  public var participations: [Participation] = []
  /// The attributes of processes and events.
  public var attributes: [AttributeRow] = []
  /// Second values of facts that the columns hold one value of; empty for most children.
  public var otherValues: [OtherValue] = []
  /// The position of the birth; none where it is that of the child.
  public var bornSource: Source = .none
  /// The position of the expected birth; none where it is that of the child.
  public var expectedSource: Source = .none

  /// The record as it is if another id, which looks like this child's, is this child's; none or one.
  ///
  /// Rows that this record lacks may stand there, and nowhere else.
  public var withTwin: [ChildRecord] = []

  /// An empty record.
  public init() {}

  /// Empties the record and keeps its capacity.
  public mutating func clear() {
    text.removeAll(keepingCapacity: true)
    processes.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    participations.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    id = .empty
    born = .absent
    expected = .absent
    died = .absent
    feeds = []
    team = .none
    worker = .none
    source = .none
    diedSource = .none
    otherValues.removeAll(keepingCapacity: true)
    bornSource = .none
    expectedSource = .none
    mayLackRows = false
    withTwin.removeAll()
  }

  /// A copy without spare capacity, for storage.
  ///
  /// The record itself can be filled again.
  public var packed: ChildRecord {
    var packed = ChildRecord()
    packed.text = text.withUnsafeBufferPointer { Array($0) }
    packed.processes = processes.withUnsafeBufferPointer { Array($0) }
    packed.events = events.withUnsafeBufferPointer { Array($0) }
    packed.participations = participations.withUnsafeBufferPointer { Array($0) }
    packed.attributes = attributes.withUnsafeBufferPointer { Array($0) }
    packed.id = id
    packed.born = born
    packed.expected = expected
    packed.died = died
    packed.feeds = feeds
    packed.team = team
    packed.worker = worker
    packed.source = source
    packed.diedSource = diedSource
    packed.otherValues = otherValues
    packed.bornSource = bornSource
    packed.expectedSource = expectedSource
    packed.mayLackRows = mayLackRows
    packed.withTwin = withTwin
    return packed
  }

  /// Adds bytes to the record's text.
  public mutating func add(text bytes: UnsafeRawBufferPointer) -> TextRange {
    let range = TextRange(start: Int32(text.count), count: Int32(bytes.count))
    text.append(contentsOf: bytes)
    return range
  }

  /// Adds a text to the record's text.
  public mutating func add(text string: String) -> TextRange {
    var string = string
    return string.withUTF8 { add(text: UnsafeRawBufferPointer($0)) }
  }

  /// The bytes of a run of the record's text.
  public func bytes(_ range: TextRange) -> ArraySlice<UInt8> {
    text[Int(range.start)..<Int(range.start + range.count)]
  }

  /// The text of a run.
  public func string(_ range: TextRange) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  /// The child's id as text.
  public var childID: String { string(id) }

  /// The value of a process's attribute; nil where the record does not say.
  public func value(_ name: Attribute, ofProcess row: Int32) -> AttributeRow.Value? {
    value(name, of: .process(row))
  }

  /// The value of an event's attribute; nil where the record does not say.
  public func value(_ name: Attribute, ofEvent row: Int32) -> AttributeRow.Value? {
    value(name, of: .event(row))
  }

  private func value(_ name: Attribute, of owner: AttributeRow.Owner) -> AttributeRow.Value? {
    for row in attributes where row.name == name && row.owner == owner { return row.value }
    return nil
  }
}

extension ChildRecord {
  /// The most rows that a child has of each sort: processes, events, participations, attributes.
  ///
  /// A child seen weekly for eighteen years has a thousand visits. Ten times that is not one child.
  /// Every step after the readers relies on the limit: some of them compare each row with each other.
  public static let mostRows = 10_000

  /// Whether a sort of rows is over ``mostRows`` after a fragment was merged.
  ///
  /// Only sorts of which the fragment has rows are counted: the others have not grown.
  public func hasTooManyRows(after fragment: borrowing ChildRecord) -> Bool {
    !fragment.processes.isEmpty && processes.count > ChildRecord.mostRows
      || !fragment.events.isEmpty && events.count > ChildRecord.mostRows
      || !fragment.participations.isEmpty && participations.count > ChildRecord.mostRows
      || !fragment.attributes.isEmpty && attributes.count > ChildRecord.mostRows
  }

  /// Whether any sort of rows is over ``mostRows``.
  public var hasTooManyRows: Bool {
    processes.count > ChildRecord.mostRows || events.count > ChildRecord.mostRows
      || participations.count > ChildRecord.mostRows || attributes.count > ChildRecord.mostRows
  }
}

/// A range of bytes of a record's own text.
public struct TextRange: Hashable, Sendable {
  /// The index of the first byte.
  public var start: Int32
  /// The number of bytes.
  public var count: Int32

  /// A range of bytes.
  @inlinable
  public init(start: Int32, count: Int32) {
    self.start = start
    self.count = count
  }

  /// No text.
  public static let empty = TextRange(start: 0, count: 0)

  /// Whether there is no text.
  @inlinable
  public var isEmpty: Bool { count == 0 }
}
