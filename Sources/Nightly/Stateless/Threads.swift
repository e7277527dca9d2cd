import Glibc

/// Threads that work on one thing and are waited for.
enum Threads {
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
      var threads: [RunningThread] = []
      var late: [Int] = []
      for place in 1..<max(1, count) {
        if let thread = RunningThread({ body(place) }) {
          threads.append(thread)
        } else {
          late.append(place)
        }
      }
      body(0)
      for place in late { body(place) }
      for thread in threads { thread.join() }
    }
  }
}
