import CaseModel
import Faults

/// Judges children on a thread of its own while the next ones are read.
final class JudgingThread {
  /// What the thread found out, which others look at once it is over.
  private final class Work: @unchecked Sendable {
    let checks: StreamedChecks
    var failure: Fault?

    init(_ checks: StreamedChecks) { self.checks = checks }

    func judge(_ batch: RecordExchange.Batch) {
      guard failure == nil else { return }
      do throws(Fault) {
        for place in 0..<batch.count { try checks.judge(batch[place]) }
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
  ///   - checks: judges; nobody else touches it until ``finish()`` has returned.
  ///   - isThreaded: whether a thread is asked for at all.
  init(_ checks: StreamedChecks, isThreaded: Bool = true) {
    let work = Work(checks)
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

  /// Takes a record to be judged, and gives one whose room can be used again.
  func take(_ record: inout ChildRecord) {
    batch.take(&record)
    if batch.isFull { pass() }
  }

  /// Waits until all is judged.
  ///
  /// - Throws: ``Fault`` where rows found no room.
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
