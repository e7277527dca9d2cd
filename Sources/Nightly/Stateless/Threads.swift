import Glibc

/// Threads that work on one thing and are waited for.
enum Threads {
  private final class Work {
    let body: (Int) -> Void
    let place: Int

    init(_ body: @escaping (Int) -> Void, _ place: Int) {
      self.body = body
      self.place = place
    }
  }

  /// How many processors there are.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs a body so many times at once, each with its own number, and returns when all are done.
  ///
  /// The first runs on the thread of the caller; where no further thread can be had, they run one
  /// behind the other.
  ///
  /// - Parameters:
  ///   - count: how many, from 1.
  ///   - body: what is run; what several of them touch is its own affair.
  static func run(_ count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      var late: [Int] = []
      for place in 1..<max(1, count) {
        let work = Unmanaged.passRetained(Work(body, place))
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { pointer in
            guard let pointer else { return nil }
            let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
            work.body(work.place)
            return nil
          }, work.toOpaque())
        if code == 0 {
          threads.append(thread)
        } else {
          work.release()
          late.append(place)
        }
      }
      body(0)
      for place in late { body(place) }
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}
