import CaseModel
import Testing

@testable import Nightly

/// What one thread hands over comes to the other once and in order, however the two are paced.
@Suite struct RecordExchangeTests {
  @Test(
    "records come in order, whatever the batches and however many there are",
    arguments: [(1, 1), (1, 3), (2, 1), (4, 5)], [0, 1, 4, 5, 500])
  func order(_ room: (batches: Int, size: Int), count: Int) throws {
    let exchange = RecordExchange(batches: room.batches, size: room.size)
    final class Came: @unchecked Sendable { var lines: [Int32] = [] }
    let came = Came()
    let thread = try #require(
      RunningThread {
        while let batch = exchange.takeFull() {
          for place in 0..<batch.count { came.lines.append(batch[place].source.line) }
          exchange.hand(empty: batch)
        }
      })
    var batch = exchange.takeEmpty()
    for line in 0..<count {
      var record = ChildRecord()
      record.source.line = Int32(line)
      batch.take(&record)
      guard batch.isFull else { continue }
      exchange.hand(full: batch)
      batch = exchange.takeEmpty()
    }
    exchange.hand(full: batch)
    exchange.close()
    thread.join()
    #expect(came.lines == (0..<Int32(count)).map { $0 })
  }

  @Test("a thread that waits ends when nothing more will come")
  func closed() throws {
    let exchange = RecordExchange()
    let thread = try #require(RunningThread { while exchange.takeFull() != nil {} })
    exchange.close()
    thread.join()
    #expect(exchange.takeFull() == nil)
  }
}
