import CaseModel
import Clocks

/// Reads the records that a worker wrote, in the words and codes of the run.
///
/// Every number is checked: a record that comes out of it keeps all the rules that a record of our
/// own reader keeps.
struct RecordReader {
  typealias Nonsense = WireReader.Nonsense

  private let vocabulary: Vocabulary
  private let feeds: FeedSet
  /// The indices of the feed's files, and of sheets in them, among the files of the run.
  var files: Range<Int32>
  /// The codes of the run, by the worker's numbers.
  var codes: [Code] = []

  /// A reader of the records of one feed.
  ///
  /// - Parameters:
  ///   - vocabulary: the words, by whose numbers the worker writes.
  ///   - feeds: the feed, as a set of one.
  ///   - files: the indices of its files among the files of the run.
  init(vocabulary: Vocabulary, feeds: FeedSet, files: Range<Int32>) {
    self.vocabulary = vocabulary
    self.feeds = feeds
    self.files = files
  }

  /// Reads one record into room that is used again.
  func read(_ wire: inout WireReader, into record: inout ChildRecord) throws(Nonsense) {
    record.clear()
    try wire.held(into: &record.text)
    let text = record.text.count
    record.id = try range(&wire, text)
    record.born = try wire.moment()
    record.expected = try wire.moment()
    record.died = try wire.moment()
    record.team = try code(&wire)
    record.worker = try code(&wire)
    record.feeds = feeds
    var last = Source(file: -1, line: 0)
    record.source = try source(&wire, after: &last)
    record.diedSource = try source(&wire, after: &last)
    for _ in 0..<(try rows(&wire)) {
      record.processes.append(try process(&wire, text, after: &last))
    }
    for _ in 0..<(try rows(&wire)) {
      record.events.append(try event(&wire, text, record.processes.count, after: &last))
    }
    for _ in 0..<(try rows(&wire)) {
      record.participations.append(try participation(&wire, record.events.count, after: &last))
    }
    for _ in 0..<(try rows(&wire)) {
      record.attributes.append(try attribute(&wire, after: &last))
    }
    guard record.brokenInvariant == nil else { throw Nonsense() }
  }

  /// Reads a position.
  func source(_ wire: inout WireReader, after last: inout Source) throws(Nonsense) -> Source {
    let file = Int(last.file) + Int(try wire.int32())
    let line = Int(last.line) + Int(try wire.int32())
    let column = try wire.number()
    guard file == -1 || files.contains(Int32(clamping: file)), line >= 0, line <= Int(Int32.max)
    else { throw Nonsense() }
    last = Source(file: Int32(file), line: Int32(line), column: Int32(column))
    return last
  }

  /// Reads how many rows of a sort follow.
  private func rows(_ wire: inout WireReader) throws(Nonsense) -> Int {
    let count = try wire.count()
    guard count <= ChildRecord.mostRows else { throw Nonsense() }
    return count
  }

  private func code(_ wire: inout WireReader) throws(Nonsense) -> Code {
    let number = try wire.number(upTo: codes.count)
    return number == 0 ? .none : codes[number - 1]
  }

  private func range(_ wire: inout WireReader, _ text: Int) throws(Nonsense) -> TextRange {
    let count = try wire.number(upTo: text)
    guard count > 0 else { return .empty }
    return TextRange(start: Int32(try wire.number(upTo: text - count)), count: Int32(count))
  }

  /// A row of so many, or -1 for none.
  private func row(_ wire: inout WireReader, of count: Int) throws(Nonsense) -> Int32 {
    Int32(try wire.number(upTo: count)) - 1
  }

  private func process(
    _ wire: inout WireReader, _ text: Int, after last: inout Source
  ) throws(Nonsense) -> ProcessRow {
    let kind = try wire.byte()
    guard Int(kind) < vocabulary.processes.count else { throw Nonsense() }
    var row = ProcessRow(kind: ProcessKind(index: kind), isMadeUp: try wire.truth(), feeds: feeds)
    // Which rows there are is known at the end of the record only, and asked there.
    row.parent = Int32(try wire.number()) - 1
    row.opened = try wire.moment()
    row.closed = try wire.moment()
    row.closeReason = try code(&wire)
    row.id = try range(&wire, text)
    row.source = try source(&wire, after: &last)
    row.closedSource = try source(&wire, after: &last)
    return row
  }

  private func event(
    _ wire: inout WireReader, _ text: Int, _ processes: Int, after last: inout Source
  ) throws(Nonsense) -> EventRow {
    let type = try wire.byte()
    guard Int(type) < vocabulary.events.count, let state = EventState(rawValue: try wire.byte())
    else { throw Nonsense() }
    var row = EventRow(type: EventType(index: type), state: state, feeds: feeds)
    row.process = try self.row(&wire, of: processes)
    row.at = try wire.moment()
    row.dueRecorded = try wire.moment()
    row.outcome = try code(&wire)
    row.id = try range(&wire, text)
    row.raw = try range(&wire, text)
    row.source = try source(&wire, after: &last)
    return row
  }

  private func participation(
    _ wire: inout WireReader, _ events: Int, after last: inout Source
  ) throws(Nonsense) -> Participation {
    guard events > 0 else { throw Nonsense() }
    let event = Int32(try wire.number(upTo: events - 1))
    let role = try role(&wire)
    let agency = try code(&wire)
    guard let part = Part(rawValue: try wire.byte()) else { throw Nonsense() }
    return Participation(
      event: event, role: role, agency: agency, part: part, at: try wire.moment(), feeds: feeds,
      source: try source(&wire, after: &last))
  }

  private func role(_ wire: inout WireReader) throws(Nonsense) -> Role {
    let role = Role(index: try wire.byte())
    guard role == .unrecognised || Int(role.index) < vocabulary.roles.count else {
      throw Nonsense()
    }
    return role
  }

  private func attribute(
    _ wire: inout WireReader, after last: inout Source
  ) throws(Nonsense) -> AttributeRow {
    let owner = try wire.number()
    let row = Int32(owner >> 1)
    let name = try wire.byte()
    guard Int(name) < vocabulary.attributes.count else { throw Nonsense() }
    return AttributeRow(
      owner: owner & 1 == 0 ? .process(row) : .event(row), name: Attribute(index: name),
      value: try value(&wire), feeds: feeds, source: try source(&wire, after: &last))
  }

  private func value(_ wire: inout WireReader) throws(Nonsense) -> AttributeRow.Value {
    switch try wire.byte() {
    case 0: return .truth(false)
    case 1: return .truth(true)
    case 2: return .unreadable
    case 3: return .code(try code(&wire))
    case 4: return .role(try role(&wire))
    case 5: return .number(try wire.int32())
    case 6: return .moment(try wire.moment())
    case 7:
      let count = Int(try wire.int32())
      let unit = Int(try wire.byte())
      guard Limit.Unit.allCases.indices.contains(unit) else { throw Nonsense() }
      return .limit(Limit(count, Limit.Unit.allCases[unit], countsFirstDay: try wire.truth()))
    default: throw Nonsense()
    }
  }
}
