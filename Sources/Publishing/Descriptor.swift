import Glibc
import Synchronization

/// An open file or folder that is closed once, at the latest when nobody holds it any more.
final class Descriptor: Sendable {
  /// The kernel's number for it.
  let number: Int32
  private let isOpen = Atomic(true)

  /// Takes over an open descriptor.
  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    _ = close()
  }

  /// Closes it, unless that was done before.
  ///
  /// An interrupted close counts as done: Linux has let go of the descriptor by then, and a second
  /// try could close somebody else's.
  ///
  /// - Returns: 0 or the `errno` of the close.
  func close() -> Int32 {
    guard isOpen.exchange(false, ordering: .relaxed), Glibc.close(number) < 0 else { return 0 }
    return errno == EINTR ? 0 : errno
  }
}
