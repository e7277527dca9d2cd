import Files
import Glibc

/// Reads frames from a pipe, waiting no longer for the next byte than it is told to.
struct FrameReader {
  /// The reason why there is no frame.
  enum Failure: Error {
    /// The pipe ended.
    case ended
    /// Nothing came for too long.
    case silent
    /// The bytes are no frame.
    case nonsense
  }

  /// One frame.
  struct Frame {
    let kind: FrameKind
    let bytes: [UInt8]
  }

  /// The number of frames read.
  private(set) var count = 0
  /// The number of their bytes.
  private(set) var bytesRead = 0
  /// The hash of them.
  private(set) var hash = FrameHash()

  private let descriptor: Int32
  private let patience: Int32

  /// A reader of a pipe.
  ///
  /// - Parameters:
  ///   - descriptor: the pipe's end.
  ///   - patience: how many milliseconds to wait for the next byte.
  init(descriptor: Int32, patience: Int32) {
    self.descriptor = descriptor
    self.patience = patience
  }

  /// Reads the next frame.
  mutating func next() throws(Failure) -> Frame {
    let head = try read(5)
    guard let kind = FrameKind(rawValue: head[0]) else { throw .nonsense }
    let size = head[1...].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= FrameKind.largest else { throw .nonsense }
    let bytes = try read(size)
    bytes.withUnsafeBytes { hash.add(kind.rawValue, $0) }
    count += 1
    bytesRead += size + 5
    return Frame(kind: kind, bytes: bytes)
  }

  private func read(_ count: Int) throws(Failure) -> [UInt8] {
    // The room of an array without any is shared by all of them, and would be written to.
    guard count > 0 else { return [] }
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = poll(&waited, 1, patience)
        if ready == 0 { failure = .silent }
        if ready < 0, errno != EINTR { failure = .ended }
        guard failure == nil else { return }
        guard ready > 0 else { continue }
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got == 0 || got < 0 && errno != EINTR {
          failure = .ended
          return
        }
        filled += max(0, got)
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Writes frames to a pipe.
struct FrameWriter: ~Copyable {
  /// The other end is gone, so that nobody waits for what would be written.
  struct Broken: Error {}

  /// The number of frames written.
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
