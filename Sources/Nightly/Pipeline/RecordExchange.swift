import CaseModel
import Glibc

/// Where one thread hands records to another, a batch at a time, and gets used ones back.
///
/// There are a few batches in all: whoever is faster waits for the other, and the memory is the same
/// whatever the number of records.
final class RecordExchange: @unchecked Sendable {
  /// Records that travel together; who holds a batch is the only one who looks at it.
  final class Batch {
    private var records: [ChildRecord]

    fileprivate init(size: Int) {
      records = [ChildRecord](repeating: ChildRecord(), count: size)
    }

    /// Whether no further record fits.
    var isFull: Bool { count == records.count }

    /// How many were taken.
    private(set) var count = 0

    /// A record that was taken: where it lies, for it is large to copy.
    subscript(index: Int) -> ChildRecord { _read { yield records[index] } }

    /// Takes a record, for which the one that lay there is given.
    func take(_ record: inout ChildRecord) {
      swap(&records[count], &record)
      count += 1
    }

    fileprivate func clear() { count = 0 }
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var full: [Batch] = []
  private var empty: [Batch] = []
  private var isOver = false

  /// An exchange of so many batches of so many records, all of them empty.
  init(batches: Int = 4, size: Int = 128) {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    empty = (0..<batches).map { _ in Batch(size: size) }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// An empty batch to fill, once there is one.
  func takeEmpty() -> Batch {
    locked {
      while empty.isEmpty { pthread_cond_wait(changed, mutex) }
      return empty.removeLast()
    }
  }

  /// Hands over a batch to be worked on.
  func hand(full batch: Batch) {
    locked {
      full.insert(batch, at: 0)
      pthread_cond_signal(changed)
    }
  }

  /// The batch that was handed over first, once there is one; nil where none will come.
  func takeFull() -> Batch? {
    locked {
      while full.isEmpty, !isOver { pthread_cond_wait(changed, mutex) }
      return full.popLast()
    }
  }

  /// Gives back a batch that was worked on.
  func hand(empty batch: Batch) {
    batch.clear()
    locked {
      empty.append(batch)
      pthread_cond_signal(changed)
    }
  }

  /// Says that nothing more will be handed over.
  func close() {
    locked {
      isOver = true
      pthread_cond_signal(changed)
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
