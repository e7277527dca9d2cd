import Glibc

/// One run of a command: how long it took.
struct Run {
  /// Seconds on the clock.
  let wall: Double
  /// Seconds of processor time, in the program and in the system for it.
  let processor: Double

  /// Runs a command to its end; ends the benchmark where the command fails.
  init(_ command: [String], output: String) {
    let began = Run.now
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var child: pid_t = 0
    let words = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let failed = posix_spawnp(&child, command[0], &actions, nil, words, environ)
    posix_spawn_file_actions_destroy(&actions)
    var status: Int32 = 0
    var usage = rusage()
    guard failed == 0, wait4(child, &status, 0, &usage) == child, status == 0 else {
      print("\(command[0]) did not run well")
      exit(70)
    }
    wall = Run.now - began
    processor = Run.seconds(usage.ru_utime) + Run.seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
