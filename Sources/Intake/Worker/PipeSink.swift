import CaseModel
import Faults
import Files

/// The sink of a worker: what it read goes into frames on the pipe to the process that started it.
final class PipeSink: RecordSink {
  /// The size in bytes of a batch of records.
  private static let batch = 48 << 10

  private var pipe: FrameWriter
  private let codes: CodeBook
  private var sentCodes = 0
  private var records = WireWriter()
  private var rows = WireWriter()
  private var lastRow = Source(file: -1, line: 0)
  /// The numbers of records and rows that were sent, and of those that wait.
  private var sent = (records: 0, rows: 0)
  private var waiting = (records: 0, rows: 0)

  init(_ pipe: consuming FrameWriter, codes: CodeBook) {
    self.pipe = pipe
    self.codes = codes
  }

  func begin(_ feed: Feed) throws(Fault) {
    var wire = WireWriter()
    FeedWire.write(feed, to: &wire)
    try send(.feed, wire)
  }

  /// A sheet of a workbook begins.
  func begin(sheet: String) throws(Fault) {
    try flush()
    var wire = WireWriter()
    wire.add(sheet)
    try send(.sheet, wire)
  }

  func receive(_ record: inout ChildRecord) throws(Fault) {
    records.add(record)
    waiting.records += 1
    if records.written.count >= PipeSink.batch { try flush() }
  }

  func setAside(_ row: QuarantinedRow) throws(Fault) {
    ReadingWire.write(row, after: &lastRow, to: &rows)
    waiting.rows += 1
    if rows.written.count >= PipeSink.batch { try flush() }
  }

  /// A list of a mapping was read to its end; what it handed over comes before it.
  func tell(_ list: ListReading) throws(Fault) {
    try flush()
    var wire = WireWriter()
    ListWire.write(list, to: &wire)
    try send(.list, wire)
  }

  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {
    try flush()
    var wire = WireWriter()
    FeedWire.write(feed, to: &wire)
    FeedWire.write(counts, to: &wire)
    try send(.feedEnd, wire)
  }

  /// Says that the work goes on, and sends what was gathered.
  func showLife() throws(Fault) {
    try flush()
    try send(.alive, WireWriter())
  }

  /// Sends what reading came to.
  func finish(_ reading: FeedReader.Reading) throws(Fault) {
    var wire = WireWriter()
    ReadingWire.write(reading, to: &wire)
    try send(.reading, wire)
  }

  /// Sends a draft of a mapping.
  func finish(draft: [String]) throws(Fault) {
    var wire = WireWriter()
    DraftWire.write(draft, to: &wire)
    try send(.draft, wire)
  }

  /// Sends why reading was refused; what still waits counts for nothing then.
  func refuse(_ fault: Fault) throws(Fault) {
    var wire = WireWriter()
    ReadingWire.write(fault, to: &wire)
    try send(.fault, wire)
  }

  /// Sends the last frame.
  func close() throws(Fault) {
    var wire = WireWriter()
    wire.add(pipe.count)
    wire.add(sent.records)
    wire.add(sent.rows)
    var hash = pipe.hash.value
    for _ in 0..<8 {
      wire.add(byte: UInt8(truncatingIfNeeded: hash))
      hash >>= 8
    }
    try send(.end, wire)
  }

  private func flush() throws(Fault) {
    sent = (sent.records + waiting.records, sent.rows + waiting.rows)
    waiting = (0, 0)
    if records.written.count > 0 {
      try sendNewCodes()
      try send(.records, records)
      records.clear()
    }
    if rows.written.count > 0 {
      try send(.rows, rows)
      rows.clear()
      lastRow = Source(file: -1, line: 0)
    }
  }

  private func sendNewCodes() throws(Fault) {
    guard codes.count > sentCodes else { return }
    var wire = WireWriter()
    wire.add(each: sentCodes..<codes.count) { wire, index in
      wire.add(codes.text(Code(index: Int32(index))))
    }
    sentCodes = codes.count
    try send(.codes, wire)
  }

  private func send(_ kind: FrameKind, _ wire: borrowing WireWriter) throws(Fault) {
    do throws(FrameWriter.Broken) {
      try pipe.write(kind, wire.written)
    } catch {
      throw Fault(.inputOutput, "nobody waits for what was read", next: "start the run again")
    }
  }
}
