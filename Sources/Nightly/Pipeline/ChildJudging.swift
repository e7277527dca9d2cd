import CaseModel
import Faults
import Glibc
import Intake
import Publishing
import RuleBook

/// On how many threads children are judged, and how many of them a thread takes at once.
struct JudgingThreads {
  /// Number of threads at most.
  var count = min(Threads.available, 8)
  /// Number of children in one piece of work.
  var pieceSize = 512
}

/// What judging counted beside what the sink made of it.
struct JudgedTotals {
  /// How far the feeds reach, for each rule.
  let evaluabilities: [RuleEvaluability]
  /// What was counted of each rule.
  private(set) var tallies: [JudgeTally]
  /// Number of checks.
  private(set) var checks = 0

  /// Nothing counted yet of some rules.
  init(_ evaluabilities: [RuleEvaluability]) {
    self.evaluabilities = evaluabilities
    tallies = [JudgeTally](repeating: JudgeTally(), count: evaluabilities.count)
  }

  /// Triggers that lie before the first edition of their rule and made no check.
  var beforeFirstEdition: Int { tallies.reduce(0) { $0 + $1.beforeFirstEdition } }

  /// Adds what one thread counted.
  mutating func add<Worker: ChildWorker>(_ bench: JudgingBench<Worker>) {
    checks += bench.checks
    for (rule, tally) in bench.judge.tallies.enumerated() {
      tallies[rule].triggers += tally.triggers
      tallies[rule].beforeFirstEdition += tally.beforeFirstEdition
      tallies[rule].unlinked += tally.unlinked
    }
  }
}

/// What one thread judges with: nothing of it is another's, not even to count references.
struct JudgingBench<Worker: ChildWorker> {
  /// The judge, with what it counted.
  private(set) var judge: Judge
  /// Makes something of the children.
  var worker: Worker
  /// Number of checks made.
  private(set) var checks = 0
  private var found: [Check] = []

  /// A bench with nothing counted.
  init(_ rules: JudgingRules, worker: Worker) {
    judge = Judge(compiled: rules.compiled, feeds: rules.feeds)
    self.worker = worker
  }

  /// Joins and judges a record where it lies: it is large to copy.
  mutating func take(_ record: inout ChildRecord, joiningBy joiner: RecordJoiner) {
    guard worker.wants(record) else { return }
    let joined = joiner.join(&record)
    judge(record, joined.issues)
  }

  /// Judges a record that is whole.
  mutating func take(_ record: ChildRecord) {
    guard worker.wants(record) else { return }
    judge(record, [])
  }

  private mutating func judge(_ record: ChildRecord, _ issues: [DataIssue]) {
    found.removeAll(keepingCapacity: true)
    judge.judge(record, into: &found)
    checks += found.count
    worker.take(record, found, issues)
  }
}

/// Joins and judges gathered records on all processors.
struct ChildJudging {
  /// What the children are judged by.
  let rules: JudgingRules
  /// On how many threads.
  let threads: JudgingThreads

  /// Joins and judges all records, cut into pieces that threads take in turn.
  ///
  /// - Parameters:
  ///   - cases: the records, each of which is joined where it lies.
  ///   - sink: takes the children in the order of the records.
  /// - Returns: what was counted.
  /// - Throws: ``Fault`` of the sink, and with 75 where the run is to end.
  func judge<Sink: ChildSink>(
    _ cases: GatheredCases, into sink: inout Sink
  ) throws(Fault) -> JudgedTotals {
    let (count, pieceSize) = (cases.records.count, threads.pieceSize)
    let pieces = (count + pieceSize - 1) / pieceSize
    var benches = [JudgingBench(rules, worker: try sink.worker(rules))]
    var joiners = [cases.joiner]
    for _ in 1..<max(1, min(threads.count, pieces)) {
      let rules = try rules.copy()
      benches.append(JudgingBench(rules, worker: try sink.worker(rules)))
      joiners.append(RecordJoiner(vocabulary: rules.vocabulary, feeds: rules.feeds))
    }
    let queue = PieceQueue(count: pieces, sink)
    cases.withRecords { records in
      benches.withUnsafeMutableBufferPointer { benches in
        Threads.run(benches.count) { number in
          var bench = benches[number]
          let joiner = joiners[number]
          while let piece = queue.take() {
            let start = piece * pieceSize
            for index in start..<min(start + pieceSize, count) {
              bench.take(&records[index], joiningBy: joiner)
            }
            queue.deliver(bench.worker.handOver(), of: piece)
          }
          benches[number] = bench
        }
      }
    }
    sink = try queue.end()
    var totals = JudgedTotals(benches[0].judge.evaluabilities)
    for bench in benches { totals.add(bench) }
    return totals
  }
}

/// Pieces of work that several threads take, and whose results a sink collects in their order.
final class PieceQueue<Sink: ChildSink>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let count: Int
  private var sink: Sink
  private var taken = 0
  private var collected = 0
  private var waiting: [Int: Sink.Worker.Piece] = [:]
  private var failure: Fault?

  /// A queue of pieces, none of them taken.
  init(count: Int, _ sink: Sink) {
    self.count = count
    self.sink = sink
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// The number of the next piece that no thread has taken; nil where none is left, collecting
  /// failed, or the run is to end.
  func take() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard taken < count, failure == nil else { return nil }
    do throws(Fault) {
      try Interruption.check()
    } catch {
      failure = error
      return nil
    }
    defer { taken += 1 }
    return taken
  }

  /// Takes what was made of a piece, and has the sink collect what is whole up to it.
  func deliver(_ result: Sink.Worker.Piece, of piece: Int) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    waiting[piece] = result
    while failure == nil, let next = waiting.removeValue(forKey: collected) {
      collected += 1
      do throws(Fault) {
        try sink.collect(next)
      } catch {
        failure = error
      }
    }
  }

  /// The sink, once all threads have ended.
  ///
  /// - Throws: ``Fault`` where it could not collect a piece, and with 75 where the run is to end.
  func end() throws(Fault) -> Sink {
    if let failure { throw failure }
    return sink
  }
}
