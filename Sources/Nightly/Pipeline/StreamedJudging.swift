import CaseModel
import Faults
import Files
import Publishing
import RuleBook

/// Has each child judged as soon as it is read, and keeps nothing of it but what the sink keeps.
///
/// Only for a single census, which holds each child whole: its record needs no joining, and the
/// memory stays flat whatever the size of the file, but for eight bytes a child that tell a
/// repeated child.
final class StreamedJudging<Sink: ChildSink>: RecordSink {
  private let begin: (Feed) throws(Fault) -> (JudgingRules, Sink)
  private var met = SeenChildren()
  private var isChildRepeated = false
  private var thread: JudgingThread<Sink>?
  /// What the feed is and carries.
  private(set) var feeds: [Feed] = []
  /// Rows that cannot be used.
  private(set) var quarantine: [QuarantinedRow] = []

  /// A judging of one feed.
  ///
  /// - Parameter begin: gives what its children are judged by and what takes them, once the feed is
  ///   known.
  init(_ begin: @escaping (Feed) throws(Fault) -> (JudgingRules, Sink)) {
    self.begin = begin
  }

  /// What took the children, once the feed was read to its end; nil where a child came twice, so
  /// that the file must be gathered before it is judged.
  var sink: Sink? { isChildRepeated ? nil : thread?.sink }

  /// What was counted, once the feed was read to its end.
  var totals: JudgedTotals { thread?.totals ?? JudgedTotals([]) }

  func begin(_ feed: Feed) throws(Fault) {
    feeds = [feed]
    let (rules, sink) = try begin(feed)
    thread = JudgingThread(
      JudgingBench(rules, worker: try sink.worker(rules)), sink)
  }

  func receive(_ record: inout ChildRecord) throws(Fault) {
    assert(record.brokenInvariant == nil, record.brokenInvariant ?? "")
    guard !isChildRepeated else { return }
    guard met.insert(record.bytes(record.id)) else {
      isChildRepeated = true
      return
    }
    thread?.take(&record)
  }

  func setAside(_ row: QuarantinedRow) throws(Fault) {
    quarantine.append(row)
  }

  func finish(_ feed: Feed, counts: RowCounts) throws(Fault) {
    try thread?.finish()
  }
}

/// Judges children on a thread of its own while the next ones are read.
final class JudgingThread<Sink: ChildSink> {
  /// What the thread works with; others look at it once the thread has ended.
  private final class Work: @unchecked Sendable {
    var bench: JudgingBench<Sink.Worker>
    var sink: Sink
    var failure: Fault?

    init(_ bench: JudgingBench<Sink.Worker>, _ sink: Sink) {
      self.bench = bench
      self.sink = sink
    }

    func judge(_ batch: RecordExchange.Batch) {
      guard failure == nil else { return }
      do throws(Fault) {
        try Interruption.check()
        for index in 0..<batch.count { bench.take(batch[index]) }
        try sink.collect(bench.worker.handOver())
      } catch {
        failure = error
      }
    }
  }

  private let work: Work
  private let exchange: RecordExchange
  private var batch: RecordExchange.Batch
  private var thread: RunningThread?

  /// Starts the thread; where there is none to be had, children are judged as they come.
  ///
  /// - Parameters:
  ///   - bench: what children are judged with.
  ///   - sink: collects what becomes of them, a batch at a time.
  ///   - isThreaded: whether a thread is asked for at all.
  init(_ bench: JudgingBench<Sink.Worker>, _ sink: Sink, isThreaded: Bool = true) {
    let work = Work(bench, sink)
    let exchange = RecordExchange()
    self.work = work
    self.exchange = exchange
    batch = exchange.takeEmpty()
    guard isThreaded else { return }
    thread = RunningThread {
      while let batch = exchange.takeFull() {
        work.judge(batch)
        exchange.hand(empty: batch)
      }
    }
  }

  deinit { exchange.close() }

  /// What took the children, once all are judged.
  var sink: Sink { work.sink }

  /// What was counted, once all are judged.
  var totals: JudgedTotals {
    var totals = JudgedTotals(work.bench.judge.evaluabilities)
    totals.add(work.bench)
    return totals
  }

  /// Takes a record to be judged, and gives one whose room can be used again.
  func take(_ record: inout ChildRecord) {
    batch.take(&record)
    if batch.isFull { pass() }
  }

  /// Waits until all are judged.
  ///
  /// - Throws: ``Fault`` of the sink, and with 75 where the run is to end.
  func finish() throws(Fault) {
    pass()
    exchange.close()
    thread?.join()
    if let failure = work.failure { throw failure }
  }

  private func pass() {
    if thread == nil {
      work.judge(batch)
      exchange.hand(empty: batch)
    } else {
      exchange.hand(full: batch)
    }
    batch = exchange.takeEmpty()
  }
}

/// Tells whether a child was met before, by a 64-bit hash of its id.
///
/// Two ids of one hash would only cause a file to be gathered before it is judged.
struct SeenChildren {
  private var hashes = SeenHashes()

  /// Adds an id.
  ///
  /// - Returns: whether it is new.
  mutating func insert(_ id: ArraySlice<UInt8>) -> Bool { hashes.insert(SeenChildren.hash(id)) }

  /// FNV-1a over the bytes, then the finaliser of MurmurHash3.
  private static func hash(_ id: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}
