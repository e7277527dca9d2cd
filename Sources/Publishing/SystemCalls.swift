import Faults
import Glibc

/// The one gate through which every system call of this module goes, so that a test can fail any.
struct SystemCalls: Sendable {
  /// What a test does to one call instead of making it.
  enum Interference: Sendable {
    /// The call fails with this `errno` and has no effect.
    case error(Int32)
    /// The call claims success and has no effect, as a broken disk or driver may.
    case lost
  }

  /// Asked before each call; nil lets it through.
  var interference: @Sendable (SystemCall) -> Interference? = { _ in nil }
  /// The most that one write is given, in bytes.
  var largestWrite = 1 << 20

  /// Makes a call, and again for as long as a signal interrupts it.
  ///
  /// - Parameters:
  ///   - call: the kind of call.
  ///   - claim: what a lost call of this kind would return; nil where it cannot be lost.
  ///   - body: the call itself: -1 and `errno`, or its result.
  /// - Returns: the call's result.
  /// - Throws: the call and its `errno`.
  func attempt(
    _ call: SystemCall, claiming claim: Int? = 0, _ body: () -> Int
  ) throws(SystemError) -> Int {
    while true {
      let result: Int
      switch (interference(call), claim) {
      case (.error(let number), _): (result, errno) = (-1, number)
      case (.lost, let claim?): result = claim
      default: result = body()
      }
      guard result < 0 else { return result }
      let number = errno
      guard number == EINTR else { throw SystemError(call: call, number: number) }
    }
  }

  /// Makes a call like ``attempt(_:claiming:_:)``, with an error that names the path.
  ///
  /// - Parameters:
  ///   - call: the kind of call.
  ///   - path: the path for the message.
  ///   - claim: what a lost call of this kind would return; nil where it cannot be lost.
  ///   - body: the call itself.
  /// - Returns: the call's result.
  /// - Throws: a fault for the operator.
  @discardableResult
  func perform(
    _ call: SystemCall, on path: String, claiming claim: Int? = 0, _ body: () -> Int
  ) throws(Fault) -> Int {
    do {
      return try attempt(call, claiming: claim, body)
    } catch {
      throw error.fault(at: path)
    }
  }

  /// Reads an open file from its beginning, wherever its position stands.
  ///
  /// - Parameters:
  ///   - descriptor: the open file.
  ///   - path: the path for the message.
  ///   - body: takes a block of at most 256 KiB that is only valid for the length of its call.
  /// - Throws: a fault for the operator.
  func forEachBlock(
    of descriptor: Int32, at path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(Fault) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { block.deallocate() }
    var offset = 0
    while true {
      let count = try perform(.read, on: path, claiming: nil) {
        pread(descriptor, block.baseAddress, block.count, off_t(offset))
      }
      guard count > 0 else { return }
      body(UnsafeRawBufferPointer(rebasing: block[..<count]))
      offset += count
    }
  }
}
