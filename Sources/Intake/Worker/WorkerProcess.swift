import Faults
import Glibc

/// A worker that was started, with the pipe on which it answers.
///
/// It is ended when nobody holds it any more.
final class WorkerProcess {
  /// The pipe's end.
  let output: Int32
  private let identifier: pid_t
  private var status: Int32?

  /// Starts a worker and gives it its order.
  ///
  /// - Parameters:
  ///   - confinement: which program is started, and how long it may take to listen.
  ///   - order: what it is to read.
  ///   - files: its files, in the order that it names them.
  /// - Throws: ``Fault`` where no process can be started.
  init(_ confinement: Confinement, order: WorkerOrder, files: [ExportFile]) throws(Fault) {
    var sockets: [Int32] = [-1, -1]
    var pipe: [Int32] = [-1, -1]
    defer { for descriptor in [sockets[1], pipe[1]] where descriptor >= 0 { close(descriptor) } }
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0, &sockets) == 0 else {
      throw WorkerProcess.notStarted(errno)
    }
    defer { close(sockets[0]) }
    guard Glibc.pipe(&pipe) == 0 else { throw WorkerProcess.notStarted(errno) }
    output = pipe[0]
    for descriptor in pipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    // Fewer turns between the two; where it is refused they just take turns more often.
    _ = fcntl(pipe[0], WorkerProcess.setPipeSize, 1 << 20)
    let moved = [sockets[1], pipe[1]].map { fcntl($0, F_DUPFD_CLOEXEC, 256) }
    defer { for descriptor in moved where descriptor >= 0 { close(descriptor) } }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, moved[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, moved[1], STDOUT_FILENO)
    // What a library would print might hold bytes of the file.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    for (index, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(
        &actions, file.descriptor, WorkerOrder.firstDescriptor + Int32(index))
    }
    var child: pid_t = 0
    let code = WorkerProcess.spawn(&child, confinement.program, &actions)
    guard code == 0 else {
      close(pipe[0])
      throw WorkerProcess.notStarted(code)
    }
    identifier = child
    WorkerProcess.send(order, to: sockets[0], patience: confinement.patience)
  }

  /// A worker that is over and ended well, of which only what it wrote is left.
  ///
  /// - Parameter output: where that is read, which is closed with this; a file will do.
  init(over output: Int32) {
    self.output = output
    identifier = -1
    status = 0
  }

  deinit {
    close(output)
    if status == nil { end() }
  }

  /// Ends it at once.
  func end() {
    guard status == nil else { return }
    kill(identifier, SIGKILL)
    _ = wait()
  }

  /// Waits for its end.
  ///
  /// - Returns: what the system says of the end: a status as of `waitpid`.
  func wait() -> Int32 {
    if let status { return status }
    var found: Int32 = 0
    while waitpid(identifier, &found, 0) < 0, errno == EINTR {}
    status = found
    return found
  }

  /// `F_SETPIPE_SZ` of Linux, which the C library's module does not show.
  private static let setPipeSize: Int32 = 1031

  private static func spawn(
    _ child: inout pid_t, _ program: String, _ actions: inout posix_spawn_file_actions_t
  ) -> Int32 {
    // A crash must end the process and not start a backtracer, which would print memory.
    var words = ["SWIFT_BACKTRACE=enable=no"]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      if let value = getenv(name) { words.append("\(name)=\(String(cString: value))") }
    }
    var environment = words.map { $0.withCString { strdup($0) } } + [nil]
    var arguments = ["duly", ExportWorker.argument].map { $0.withCString { strdup($0) } } + [nil]
    defer { for text in environment + arguments { free(text) } }
    // Whatever this process ignores or holds back, a worker dies of what it should die of.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    return posix_spawn(&child, program, &actions, &attributes, &arguments, &environment)
  }

  /// Sends the order; a worker that does not take it ends, and is found when it is listened to.
  private static func send(_ order: WorkerOrder, to socket: Int32, patience: Int32) {
    var patience = timeval(
      tv_sec: Int(patience) / 1000, tv_usec: Int(patience) % 1000 * 1000)
    setsockopt(
      socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let bytes = order.bytes
    let size = UInt32(bytes.count)
    let all =
      [FrameKind.order.rawValue]
      + (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) } + bytes
    var offset = 0
    while offset < all.count {
      let sent = all.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress?.advanced(by: offset), $0.count - offset, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return }
      offset += sent
    }
  }

  private static func notStarted(_ code: Int32) -> Fault {
    Fault(
      .inputOutput, "the process that reads exports cannot be started (error \(code))",
      next: "look at the limits of processes and open files of the user that runs Duly")
  }
}
