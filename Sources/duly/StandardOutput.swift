import Faults
import Glibc

/// Writes bytes to standard output.
enum StandardOutput {
  /// Writes some lines.
  static func write(lines: [String]) throws(Fault) {
    try write(lines.flatMap { Array("\($0)\n".utf8) })
  }

  /// Writes all of them, in one go where the reader lets it.
  static func write(_ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Fault(
          .inputOutput, "the answer cannot be written (error \(errno))",
          next: "look whether the disk is full, or whoever reads the output has stopped")
      }
      rest = rest.dropFirst(count)
    }
  }
}
