import Glibc

/// Threads that work on one thing and are waited for.
enum Threads {
  /// Number of processors.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs a body several times at once, each time with its own number, and returns when all have
  /// ended.
  ///
  /// The first run is on the thread of the caller. Where the system gives no further thread, the
  /// runs follow one another.
  ///
  /// - Parameters:
  ///   - count: number of runs, from 1.
  ///   - body: what is run; it guards itself what several runs touch.
  static func run(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var threads: [RunningThread] = []
      var late: [Int] = []
      for number in 1..<max(1, count) {
        if let thread = RunningThread({ body(number) }) {
          threads.append(thread)
        } else {
          late.append(number)
        }
      }
      body(0)
      for number in late { body(number) }
      for thread in threads { thread.join() }
    }
  }
}

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
  /// - Parameter body: what it runs; it guards itself what it shares with other threads.
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
