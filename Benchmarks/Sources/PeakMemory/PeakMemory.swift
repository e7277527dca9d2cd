import Glibc

/// Runs a command and prints the most memory that each of its processes held.
///
/// `PeakMemory COMMAND…`: its standard output goes to nowhere. A run of its own, because looking
/// takes time from what is looked at. The system is asked a thousand times a second for the high
/// water mark that it keeps of each process, so that only what a process took in its last
/// thousandth is missed; their sum is the most that they can have held together.
@main struct PeakMemory {
  static func main() {
    let command = Array(CommandLine.arguments.dropFirst())
    guard !command.isEmpty else {
      print("usage: PeakMemory COMMAND…")
      exit(64)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var first: pid_t = 0
    let words = command.map { strdup($0) } + [nil]
    guard posix_spawnp(&first, command[0], &actions, nil, words, environ) == 0 else {
      print("\(command[0]) did not start")
      exit(70)
    }
    var tree = ProcessTree(first)
    var status: Int32 = 0
    while waitpid(first, &status, WNOHANG) == 0 {
      tree.look()
      usleep(1000)
    }
    guard status == 0 else {
      print("\(command[0]) did not run well")
      exit(70)
    }
    let each = tree.peaks.map { String($0 / 1024) }.joined(separator: " + ")
    let all = tree.peaks.reduce(0, +) / 1024
    print(tree.peaks.count > 1 ? "\(each) = \(all) MiB" : "\(all) MiB")
  }
}
