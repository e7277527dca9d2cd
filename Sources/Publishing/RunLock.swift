import Faults
import Glibc

/// The lock of a reports folder: one holder at a time, and none once its process has ended.
final class RunLock: Sendable {
  private let descriptor: Descriptor

  /// Takes the lock, or fails at once.
  ///
  /// - Throws: code 75 where another run holds it.
  init(in folder: Folder) throws(Fault) {
    let name = ".lock"
    let path = folder.path(of: name)
    let number = try folder.calls.perform(.create, on: path, claiming: nil) {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
      return Int(openat(folder.descriptor.number, name, flags, 0o600))
    }
    let descriptor = Descriptor(Int32(number))
    try folder.calls.perform(.lock, on: path) { Int(flock(descriptor.number, LOCK_EX | LOCK_NB)) }
    self.descriptor = descriptor
  }

  /// Lets go of the lock itself, and not only of the descriptor: a child process that is between
  /// its fork and its exec holds a copy of that, and would hold the lock with it.
  deinit {
    flock(descriptor.number, LOCK_UN)
  }
}
