import Files
import Glibc

/// Writes frames to a pipe.
struct FrameWriter: ~Copyable {
  /// The other end is gone, so that nobody waits for what would be written.
  struct Broken: Error {}

  /// How many frames were written.
  private(set) var count = 0
  /// The hash of them.
  private(set) var hash = FrameHash()

  private let descriptor: Int32
  private var head = ByteRun(room: 8)

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Writes one frame.
  mutating func write(_ kind: FrameKind, _ bytes: borrowing ByteRun) throws(Broken) {
    head.removeAll()
    head.append(kind.rawValue)
    head.append(raw: UInt32(bytes.count).littleEndian)
    try head.withBytes { bytes throws(Broken) in try send(bytes) }
    try bytes.withBytes { bytes throws(Broken) in try send(bytes) }
    bytes.withBytes { hash.add(kind.rawValue, $0) }
    count += 1
  }

  private func send(_ bytes: UnsafeRawBufferPointer) throws(Broken) {
    var rest = bytes
    while !rest.isEmpty {
      let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        guard errno == EINTR else { throw Broken() }
      } else {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
