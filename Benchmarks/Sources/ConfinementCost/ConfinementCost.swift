import Faults
import Glibc
import Intake

/// Reads a census in a confined worker and without one.
///
/// - `ConfinementCost file VOCABULARY CENSUS WORKER RUNS` reads it in turn in this process and in a
///   worker, starts the same program with nothing to do, and prints the medians.
/// - `ConfinementCost read VOCABULARY CENSUS [WORKER]` reads it once, for the time it takes.
///
/// No child is judged. The worker is any program that reads exports when it is started as one.
@main struct ConfinementCost {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("file", 5):
        try measure(
          Census(vocabulary: arguments[1], path: arguments[2]), worker: arguments[3],
          runs: max(Int(arguments[4]) ?? 1, 1))
      case ("read", 3), ("read", 4):
        let census = try Census(vocabulary: arguments[1], path: arguments[2])
        print("\(try census.read(worker: arguments.count > 3 ? arguments[3] : nil)) children")
      default:
        print("usage: ConfinementCost file|read VOCABULARY CENSUS [WORKER [RUNS]]")
        exit(64)
      }
    } catch {
      print(error)
      exit(70)
    }
  }

  private static func measure(
    _ census: Census, worker: String, runs: Int
  ) throws(Fault) {
    var (here, confined, empty): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<runs {
      here.append(try time { () throws(Fault) in _ = try census.read(worker: nil) })
      confined.append(try time { () throws(Fault) in _ = try census.read(worker: worker) })
      empty.append(try time { () throws(Fault) in startWithoutOrder(worker) })
    }
    let all = zip(zip(confined, here), empty).map { $0.0 - $0.1 - $1 }
    print(
      "in this process \(words(here)), in a worker \(words(confined)), an empty process \(words(empty))"
    )
    print("confinement beyond that process: \(words(all))")
  }

  /// Starts the program as a worker that gets no order, and waits for its end.
  private static func startWithoutOrder(_ program: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var child: pid_t = 0
    let words = [strdup("duly"), strdup(ExportWorker.argument), nil]
    defer { for word in words { free(word) } }
    var status: Int32 = 0
    guard posix_spawn(&child, program, &actions, nil, words, environ) == 0,
      waitpid(child, &status, 0) == child, status >> 8 == ExitCode.usage.rawValue
    else {
      print("\(program) did not start as a worker")
      exit(70)
    }
  }

  /// Milliseconds that something takes.
  private static func time(_ work: () throws(Fault) -> Void) throws(Fault) -> Double {
    let began = now
    try work()
    return now - began
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  private static func words(_ times: [Double]) -> String {
    "\((times.sorted()[times.count / 2] * 100).rounded() / 100) ms"
  }
}
