import Faults
import Glibc

/// A system call that failed, with the kernel's number for why.
struct SystemError: Error, Hashable {
  /// The call that failed.
  var call: SystemCall
  /// The value of `errno`.
  var number: Int32

  /// The exit code: disk trouble is always 74, refused permission to write always 73, the rest
  /// depends on whether something was to be created.
  var code: ExitCode {
    switch number {
    case EWOULDBLOCK where call == .lock: .tryAgain
    case EIO, ENOSPC, EDQUOT: .inputOutput
    case EACCES, EPERM, EROFS: call.isReading ? .inputOutput : .cannotCreate
    default: call.isCreating ? .cannotCreate : .inputOutput
    }
  }

  /// The error in words for an operator.
  ///
  /// - Parameter path: the path as the operator knows it.
  /// - Returns: the fault, with its code, its rule and what to do.
  func fault(at path: String) -> Fault {
    if code == .tryAgain {
      return Fault(
        code, at: Place(file: path), "another run holds the lock",
        next: "try again when that run has ended")
    }
    let reason = String(cString: strerror(number))
    return Fault(code, at: Place(file: path), "\(call.failure) (\(reason))", next: nextStep)
  }

  private var nextStep: String {
    switch number {
    case ENOSPC, EDQUOT: "free space on that file system and run again"
    case EACCES, EPERM: "give the account that runs duly the right to it and run again"
    case EROFS: "make that file system writable and run again"
    case ENOENT: "see whether it or the folder above it was moved away, and run again"
    case EEXIST, ENOTDIR, EISDIR, ELOOP, ENOTEMPTY:
      "something else stands in its place: move that away and run again"
    default: "check the disk and the system log, then run again"
    }
  }
}
