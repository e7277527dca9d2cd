import CaseModel
import Clocks
import Files

/// Writes numbers, texts and moments as compact bytes, for the pipe between two processes.
///
/// Whole numbers are seven bits a byte, the low ones first; what may be negative is folded to and
/// fro around 0. `WireReader` reads the same.
struct WireWriter: ~Copyable {
  /// The bytes written.
  private(set) var written = ByteRun()

  /// The bytes written, in an array of its own.
  var bytes: [UInt8] { written.withBytes { Array($0) } }

  /// Empties it and keeps its room.
  mutating func clear() { written.removeAll() }

  /// Writes one byte.
  mutating func add(byte: UInt8) { written.append(byte) }

  /// Writes a number that is not negative.
  mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    written.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number that may be negative.
  mutating func add(signed number: Int) {
    add(Int(bitPattern: UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> 63)))
  }

  /// Writes bytes behind their count.
  mutating func add(_ held: [UInt8]) {
    add(held.count)
    written.append(contentsOf: held)
  }

  /// Writes a text behind its count of bytes.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(utf8.count)
      written.append(UnsafeRawBufferPointer(utf8))
    }
  }

  /// Writes yes or no.
  mutating func add(_ truth: Bool) { written.append(truth ? 1 : 0) }

  /// Writes a moment: what is known of it, and then only what is known.
  mutating func add(_ moment: Moment) {
    written.append(moment.precision.rawValue | moment.fold.rawValue << 4)
    guard moment.isKnown else { return }
    add(signed: Int(moment.civilDay.number))
    if moment.precision == .minute { add(Int(moment.minuteOfDay)) }
  }

  /// Writes several things behind their count.
  mutating func add<Things: Collection>(
    each things: Things, _ write: (inout WireWriter, Things.Element) -> Void
  ) {
    add(things.count)
    for thing in things { write(&self, thing) }
  }
}

extension WireWriter {
  /// Writes a child's record.
  ///
  /// The feeds of its rows are not written: a worker reads one feed, and the other end knows which.
  mutating func add(_ record: ChildRecord) {
    add(record.text)
    add(record.id)
    add(record.born)
    add(record.expected)
    add(record.died)
    add(record.team)
    add(record.worker)
    var last = Source(file: -1, line: 0)
    add(record.source, after: &last)
    add(record.diedSource, after: &last)
    add(each: record.processes) { writer, row in
      writer.add(byte: row.kind.index)
      writer.add(row.isMadeUp)
      writer.add(Int(row.parent) + 1)
      writer.add(row.opened)
      writer.add(row.closed)
      writer.add(row.closeReason)
      writer.add(row.id)
      writer.add(row.source, after: &last)
      writer.add(row.closedSource, after: &last)
    }
    add(each: record.events) { writer, row in
      writer.add(byte: row.type.index)
      writer.add(byte: row.state.rawValue)
      writer.add(Int(row.process) + 1)
      writer.add(row.at)
      writer.add(row.dueRecorded)
      writer.add(row.outcome)
      writer.add(row.id)
      writer.add(row.raw)
      writer.add(row.source, after: &last)
    }
    add(each: record.participations) { writer, row in
      writer.add(Int(row.event))
      writer.add(byte: row.role.index)
      writer.add(row.agency)
      writer.add(byte: row.part.rawValue)
      writer.add(row.at)
      writer.add(row.source, after: &last)
    }
    add(each: record.attributes) { writer, row in
      writer.add(row)
      writer.add(row.source, after: &last)
    }
  }

  /// Writes a run of a record's text.
  private mutating func add(_ range: TextRange) {
    add(Int(range.count))
    if !range.isEmpty { add(Int(range.start)) }
  }

  /// Writes a code by its number, none as 0.
  mutating func add(_ code: Code) { add(Int(code.index) + 1) }

  /// Writes a position as its distance from the one before.
  mutating func add(_ source: Source, after last: inout Source) {
    add(signed: Int(source.file) - Int(last.file))
    add(signed: Int(source.line) - Int(last.line))
    add(Int(source.column))
    last = source
  }

  private mutating func add(_ row: AttributeRow) {
    switch row.owner {
    case .process(let row): add(Int(row) << 1)
    case .event(let row): add(Int(row) << 1 | 1)
    }
    add(byte: row.name.index)
    switch row.value {
    case .truth(let truth): add(byte: truth ? 1 : 0)
    case .unreadable: add(byte: 2)
    case .code(let code):
      add(byte: 3)
      add(code)
    case .role(let role):
      add(byte: 4)
      add(byte: role.index)
    case .number(let number):
      add(byte: 5)
      add(signed: Int(number))
    case .moment(let moment):
      add(byte: 6)
      add(moment)
    case .limit(let limit):
      add(byte: 7)
      add(signed: limit.count)
      add(byte: UInt8(Limit.Unit.allCases.firstIndex(of: limit.unit) ?? 0))
      add(limit.countsFirstDay)
    }
  }
}
