public import Clocks

/// Everything that the feeds hold about one child, as typed columns.
///
/// A reader fills it, hands it to a ``RecordSink`` and clears it for the next child, so that the
/// arrays are made once. No names are held, ever.
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
  /// Where the child stands.
  public var source: Source = .none
  /// Where the child's death stands.
  public var diedSource: Source = .none
  /// What opened and closed.
  public var processes: [ProcessRow] = []
  /// What happened.
  public var events: [EventRow] = []
  /// Who took part.
  public var participations: [Participation] = []
  /// What processes and events carry beside their dates.
  public var attributes: [AttributeRow] = []

  /// An empty record.
  public init() {}

  /// Empties the record and keeps its room.
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
  }

  /// A copy to be kept, with no more room than it needs, beside the record that is filled again.
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
