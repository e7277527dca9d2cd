import Glibc
import Synchronization

@testable import Publishing

/// Spoils one chosen system call of a night, and counts them all.
final class Saboteur: Sendable {
  /// What becomes of the chosen call.
  enum Deed: Hashable, CaseIterable {
    case error(Int32)
    case lost
    /// The process ends there: neither this call nor any later one has an effect.
    case killed

    static let allCases: [Deed] = [
      .error(EIO), .error(ENOSPC), .error(EACCES), .error(EINTR), .lost, .killed,
    ]
  }

  private let made = Atomic(0)
  private let deed: Deed
  private let position: Int

  /// The number of calls so far.
  var count: Int { made.load(ordering: .relaxed) }

  /// Spoils the call at a position, counted from 1; none at 0.
  init(_ deed: Deed = .killed, at position: Int = 0) {
    self.deed = deed
    self.position = position
  }

  /// The gate to publish through, which also calls `watch` before each call.
  func calls(watch: @escaping @Sendable () -> Void = {}) -> SystemCalls {
    var calls = SystemCalls()
    calls.largestWrite = 64
    calls.interference = { [self] _ in
      watch()
      let number = made.add(1, ordering: .relaxed).newValue
      guard position > 0 else { return nil }
      switch deed {
      case .killed: return number >= position ? .error(EIO) : nil
      case .lost: return number == position ? .lost : nil
      case .error(let code): return number == position ? .error(code) : nil
      }
    }
    return calls
  }
}
