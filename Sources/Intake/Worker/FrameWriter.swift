import Glibc

/// Writes frames to a pipe.
struct FrameWriter {
  /// The other end is gone, so that nobody waits for what would be written.
  struct Broken: Error {}

  /// How many frames were written.
  private(set) var count = 0
  /// The hash of them.
  private(set) var hash = FrameHash()

  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes one frame.
  mutating func write(_ kind: FrameKind, _ bytes: [UInt8]) throws(Broken) {
    let size = UInt32(bytes.count)
    let head = [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    try write(head)
    try write(bytes)
    bytes.withUnsafeBytes { hash.add(kind.rawValue, $0) }
    count += 1
  }

  private func write(_ bytes: [UInt8]) throws(Broken) {
    var place = 0
    while place < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: place), $0.count - place)
      }
      if written < 0 {
        guard errno == EINTR else { throw Broken() }
      } else {
        place += written
      }
    }
  }
}
