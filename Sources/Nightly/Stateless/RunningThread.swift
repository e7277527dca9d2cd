import Glibc

/// A thread that runs one body and is waited for.
final class RunningThread {
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private let thread: pthread_t
  private var isOver = false

  /// Starts a thread; nil where the system gives none.
  ///
  /// - Parameter body: what it runs; what it shares with other threads is its own affair.
  init?(_ body: @escaping () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  deinit { join() }

  /// Waits for its end.
  func join() {
    guard !isOver else { return }
    isOver = true
    pthread_join(thread, nil)
  }
}
