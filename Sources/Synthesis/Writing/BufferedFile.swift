package import Faults
import Glibc

/// A file that is written from front to back in large blocks.
package struct BufferedFile: ~Copyable {
  /// The file's name below the folder of the exports.
  let name: String
  /// The line that the next byte stands on, from 1.
  private(set) var line = 1
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private static let blockSize = 1 << 18

  /// Creates a file, or empties the one that is there.
  ///
  /// - Throws: ``Fault`` where it cannot be created.
  package init(folder: String, name: String) throws(Fault) {
    self.name = name
    descriptor = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Fault(
        .cannotCreate, at: Place(file: name), "an export of the synthetic authority is a new file",
        next: "look at the folder's permissions and at the space on the disk")
    }
    bytes.reserveCapacity(BufferedFile.blockSize * 2)
  }

  deinit { close(descriptor) }

  /// Appends text without a line end.
  package mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends one byte that is no line end.
  package mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends a line end.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    line += 1
  }

  /// Appends a number in decimal, with zeros in front up to a width.
  mutating func number(_ number: Int, width: Int = 1) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while number / power > 9 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(48 + number / power % 10))
      power /= 10
    }
  }

  /// Hands full blocks to the kernel; called between two children.
  ///
  /// - Throws: ``Fault`` where writing fails.
  package mutating func flushIfFull() throws(Fault) {
    if bytes.count >= BufferedFile.blockSize { try flush() }
  }

  /// Hands everything to the kernel.
  ///
  /// - Throws: ``Fault`` where writing fails.
  package mutating func flush() throws(Fault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        raw.baseAddress.map { write(descriptor, $0 + written, raw.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Fault(
          .inputOutput, at: Place(file: name),
          "an export of the synthetic authority is written whole",
          next: "look at the space on the disk")
      }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
