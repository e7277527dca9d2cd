public import Faults
import Glibc
import Synchronization

/// The wish of an operator or of the service manager that the run should end (SIGTERM, SIGINT).
///
/// The handler only takes a note; the night asks for it between its steps and leaves what it staged
/// to the next night's healing. A second signal ends the process at once, which is as safe.
public enum Interruption {
  private static let signal = Atomic<Int32>(0)

  /// Begins to take note of SIGTERM and SIGINT.
  public static func listen() {
    // A global is set up when it is first touched: that must not be inside the handler.
    _ = isRequested
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Interruption.signal.store($0, ordering: .relaxed) }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    for number in [SIGTERM, SIGINT] { sigaction(number, &action, nil) }
  }

  /// Whether such a signal has come.
  public static var isRequested: Bool { signal.load(ordering: .relaxed) != 0 }

  /// Ends the step at hand if such a signal has come.
  ///
  /// - Throws: code 75 if so.
  public static func check() throws(Fault) {
    guard isRequested else { return }
    throw Fault(
      .tryAgain, "the run was asked to stop and published nothing",
      next: "run it again; what it had begun is tidied up then")
  }
}
