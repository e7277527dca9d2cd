import CaseModel
import Faults

/// Listens to one worker and hands what it read to a sink, believing none of it unchecked.
struct ConfinedReading {
  private let worker: WorkerProcess
  private let order: WorkerOrder
  private let allowance: WorkerAllowance
  private let confinement: Confinement
  private let codes: CodeBook
  private let fault: WorkerFault
  private var frames: FrameReader
  private var records: RecordReader
  private var record = ChildRecord()
  private var reading: FeedReader.Reading
  /// The lines of the draft, where one was asked for.
  private(set) var draft: [String] = []
  private var counted = (records: 0, rows: 0)
  private var ledger = ListLedger()
  private var state = State.before

  /// The state of the conversation.
  private enum State {
    case before
    case inFeed
    case behindFeed
    case done
    case refused(Fault)
    case over
  }

  /// Starts a worker for an order.
  ///
  /// - Throws: ``Fault`` where it cannot be started.
  init(
    _ order: WorkerOrder, _ files: [ExportFile], codes: CodeBook, _ confinement: Confinement
  ) throws(Fault) {
    self.init(
      order, of: try WorkerProcess(confinement, order: order, files: files), codes: codes,
      confinement)
  }

  /// Listens to a worker that was given an order.
  init(
    _ order: WorkerOrder, of worker: WorkerProcess, codes: CodeBook, _ confinement: Confinement
  ) {
    self.order = order
    self.codes = codes
    self.confinement = confinement
    allowance = WorkerAllowance(task: order.task, bytes: order.files.reduce(0) { $0 + $1.bytes })
    fault = WorkerFault(order: order, allowance: allowance, patience: confinement.patience)
    self.worker = worker
    frames = FrameReader(descriptor: worker.output, patience: confinement.patience)
    let indices = order.files.map(\.index)
    records = RecordReader(
      vocabulary: order.vocabulary, feeds: FeedSet(feed: order.feedIndex),
      files: (indices.min() ?? 0)..<((indices.max() ?? -1) + 1))
    reading = FeedReader.Reading(Feed(name: order.feed, format: ""))
    reading.files = indices
  }

  /// Listens to the end; what the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - sink: takes the records.
  ///   - files: the files of the run so far; learns the names of sheets.
  ///   - onList: told of each list of a mapping that was read to its end.
  /// - Returns: what reading came to.
  /// - Throws: ``Fault`` where the file was refused, or the worker is not to be believed.
  mutating func listen(
    _ sink: any RecordSink, _ files: inout FileTable, onList: ((ListReading) -> Void)? = nil
  ) throws(Fault) -> FeedReader.Reading {
    defer { worker.end() }
    try checkLevel(try next())
    while true {
      let hash = frames.hash.value
      try take(try next(), hash: hash, sink, &files, onList)
      guard case .over = state else { continue }
      return reading
    }
  }

  private mutating func next() throws(Fault) -> FrameReader.Frame {
    do throws(FrameReader.Failure) {
      let frame = try frames.next()
      guard frames.bytesRead <= allowance.frameBytes else { throw .nonsense }
      return frame
    } catch {
      switch error {
      case .silent:
        worker.end()
        throw fault.silent
      case .nonsense:
        worker.end()
        throw fault.notBelieved
      case .ended: throw fault.ended(status: worker.wait())
      }
    }
  }

  /// The first frame: what the worker has given up, and whether that is enough.
  private mutating func checkLevel(_ frame: FrameReader.Frame) throws(Fault) {
    let fault = fault
    let found = try believe { () throws(WireReader.Nonsense) in
      guard frame.kind == .confinement else { throw WireReader.Nonsense() }
      var wire = WireReader(frame.bytes)
      return (givenUp: try wire.number(upTo: 255), doors: try wire.number(upTo: 255))
    }
    let level = ConfinementLevel(
      givenUp: Int32(found.givenUp), openDoors: Int32(found.doors))
    reading.confinement = level
    guard level >= confinement.required else {
      throw fault.confinementTooLow(
        level, required: confinement.required,
        missing: ConfinementMeans.missing(from: Int32(found.givenUp)))
    }
  }

  private mutating func take(
    _ frame: FrameReader.Frame, hash: UInt64, _ sink: any RecordSink, _ files: inout FileTable,
    _ onList: ((ListReading) -> Void)?
  ) throws(Fault) {
    var wire = WireReader(frame.bytes)
    switch (frame.kind, state) {
    case (.alive, _): break
    case (.feed, .before) where isFeed:
      reading.feed = try feed(&wire)
      try sink.begin(reading.feed)
      state = .inFeed
    case (.sheet, .inFeed): try takeSheet(&wire, &files)
    case (.codes, .inFeed): try takeCodes(&wire)
    case (.records, .inFeed): try takeRecords(&wire, sink, files)
    case (.rows, .inFeed): try takeRows(&wire, sink)
    case (.list, .inFeed) where order.task.tellsLists: try takeList(&wire, files, onList)
    case (.feedEnd, .inFeed):
      reading.feed = try feed(&wire)
      reading.counts = try believe { () throws(WireReader.Nonsense) in
        try FeedWire.counts(&wire)
      }
      guard reading.counts.isBalanced, reading.counts.setAside == counted.rows,
        !order.task.tellsLists || ledger.areAll(of: reading.counts)
      else { throw fault.notBelieved }
      try sink.finish(reading.feed, counts: reading.counts)
      state = .behindFeed
    case (.reading, .behindFeed):
      (reading.issues, reading.notes) = try believe { () throws(WireReader.Nonsense) in
        try ReadingWire.read(&wire, records)
      }
      state = .done
    case (.draft, .before) where order.task == .draft:
      draft = try believe { () throws(WireReader.Nonsense) in
        try DraftWire.read(&wire, vocabulary: order.vocabulary)
      }
      state = .done
    case (.fault, .before), (.fault, .inFeed), (.fault, .behindFeed):
      state = .refused(
        try believe { () throws(WireReader.Nonsense) in try ReadingWire.fault(&wire) })
    case (.end, _): try close(&wire, hash: hash)
    default: throw fault.notBelieved
    }
    guard wire.isAtEnd else { throw fault.notBelieved }
  }

  /// Whether a feed is read, and not only looked at.
  private var isFeed: Bool { if case .read = order.task { true } else { false } }

  private func feed(_ wire: inout WireReader) throws(Fault) -> Feed {
    try believe { () throws(WireReader.Nonsense) in
      try FeedWire.read(&wire, name: order.feed, vocabulary: order.vocabulary)
    }
  }

  /// A sheet of a workbook is a file of the run from here on, behind those of the feed.
  private mutating func takeSheet(
    _ wire: inout WireReader, _ files: inout FileTable
  ) throws(Fault) {
    let name = try believe { () throws(WireReader.Nonsense) in try wire.text() }
    guard name.utf8.count <= 1000, files.add(sheet: name) == records.files.upperBound else {
      throw fault.notBelieved
    }
    records.files = records.files.lowerBound..<records.files.upperBound + 1
  }

  private mutating func takeCodes(_ wire: inout WireReader) throws(Fault) {
    let texts = try believe { () throws(WireReader.Nonsense) in
      try wire.each { (wire) throws(WireReader.Nonsense) in try wire.text() }
    }
    for text in texts { records.codes.append(codes.code(text)) }
  }

  private mutating func takeRecords(
    _ wire: inout WireReader, _ sink: any RecordSink, _ files: FileTable
  ) throws(Fault) {
    while !wire.isAtEnd {
      do throws(WireReader.Nonsense) {
        try records.read(&wire, into: &record)
      } catch {
        throw fault.notBelieved
      }
      counted.records += 1
      let source = record.source
      do throws(Fault) {
        try sink.receive(&record)
      } catch {
        var fault = error
        if fault.code == .inputRefused, fault.place == nil { fault.place = files.place(of: source) }
        throw fault
      }
    }
  }

  private mutating func takeRows(_ wire: inout WireReader, _ sink: any RecordSink) throws(Fault) {
    var last = Source(file: -1, line: 0)
    while !wire.isAtEnd {
      let row = try believe { () throws(WireReader.Nonsense) in
        try ReadingWire.row(&wire, after: &last, records)
      }
      counted.rows += 1
      ledger.setAside(row.source)
      try sink.setAside(row)
    }
  }

  /// A list of a mapping, by which what was read before a refusal can be told.
  private mutating func takeList(
    _ wire: inout WireReader, _ files: FileTable, _ onList: ((ListReading) -> Void)?
  ) throws(Fault) {
    let list = try believe { () throws(WireReader.Nonsense) in
      try ListWire.read(&wire, lists: order.lists, files, records)
    }
    guard ledger.take(list) else { throw fault.notBelieved }
    reading.lists.append(list)
    onList?(list)
  }

  /// The last frame: what it counts must be what came.
  private mutating func close(_ wire: inout WireReader, hash: UInt64) throws(Fault) {
    let isTrue = try believe { () throws(WireReader.Nonsense) in
      let count = try wire.number()
      let (records, rows) = (try wire.number(), try wire.number())
      var said: UInt64 = 0
      for shift in 0..<8 { said |= UInt64(try wire.byte()) << UInt64(shift * 8) }
      return count == frames.count - 1 && records == counted.records && rows == counted.rows
        && said == hash
    }
    guard isTrue else { throw fault.notBelieved }
    if case .refused(let refusal) = state { throw refusal }
    switch (state, order.task) {
    case (.done, _), (.before, .structure): break
    default: throw fault.notBelieved
    }
    // Whatever it said, a worker that does not end well has not read well.
    let status = worker.wait()
    guard status == 0 else { throw fault.ended(status: status) }
    state = .over
  }

  /// The thing read, or the fault of a worker that wrote nonsense.
  private func believe<Thing>(
    _ read: () throws(WireReader.Nonsense) -> Thing
  ) throws(Fault) -> Thing {
    do throws(WireReader.Nonsense) {
      return try read()
    } catch {
      throw fault.notBelieved
    }
  }
}

/// Holds what a worker says of lists against the rows that it handed over, and against each other.
struct ListLedger {
  private var setAside: [Int32: Int] = [:]
  private var told: Set<Int32> = []
  private var counts = RowCounts()

  /// A row of a list was set aside.
  mutating func setAside(_ source: Source) { setAside[source.file, default: 0] += 1 }

  /// A list was told.
  ///
  /// - Returns: whether it was told for the first time, and counts the rows that came as set aside.
  mutating func take(_ list: ListReading) -> Bool {
    guard told.insert(list.index).inserted,
      list.counts.setAside == setAside[list.index, default: 0]
    else { return false }
    counts = counts + list.counts
    return true
  }

  /// Whether the lists together are the feed.
  func areAll(of feed: RowCounts) -> Bool { counts == feed }
}
