import Glibc

/// The bytes of a file in blocks, counted, capped and shown to whoever hashes them.
struct ByteSource: ~Copyable {
  /// Where bytes come from.
  enum Origin {
    case descriptor(Int32)
    case memory([UInt8])
  }

  /// The bytes that ``fillHead()`` gathers, if the file has so many.
  static let headBytes = 4096

  private let origin: Origin
  private let block: Int
  private let limit: Int
  private let onBytes: ((RawSpan) -> Void)?
  private let buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  /// The bytes taken from the origin so far.
  private(set) var bytesRead = 0
  /// Whether the origin has said that it has no more.
  private(set) var isAtEnd = false
  /// Why there are no more bytes, where it is not the end of the file.
  private(set) var fault: XMLReadingError.Cause?

  init(_ origin: Origin, block: Int, limit: Int, onBytes: ((RawSpan) -> Void)?) {
    self.origin = origin
    self.block = block
    self.limit = limit
    self.onBytes = onBytes
    buffer = .allocate(byteCount: max(block, 1) + Self.headBytes, alignment: 16)
  }

  deinit {
    buffer.deallocate()
  }

  /// Whether everything was read and handed out.
  var isDrained: Bool { isAtEnd && start == end }

  /// The bytes that were read and not yet handed out.
  var waiting: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[start..<end]) }

  /// Reads ahead until the first 4 KiB or the whole file are ``waiting``.
  mutating func fillHead() {
    while end < Self.headBytes, readBlock() {}
  }

  /// Fills the whole of the destination, or less only at the end of the file or at a fault.
  ///
  /// libxml2 looks ahead by some bytes without asking again, so a short answer in the middle of a
  /// file would change what it sees.
  mutating func hand(to destination: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < destination.count {
      if start == end {
        start = 0
        end = 0
        guard readBlock() else { break }
      }
      let count = min(destination.count - filled, end - start)
      UnsafeMutableRawBufferPointer(rebasing: destination[filled...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<(start + count)]))
      start += count
      filled += count
    }
    return filled
  }

  /// Throws away what is left and answers how much there was.
  mutating func drain() -> Int {
    var left = end - start
    repeat {
      start = 0
      end = 0
      guard readBlock() else { return left }
      left += end
    } while true
  }

  /// Appends one block, and answers false at the end and at a fault.
  private mutating func readBlock() -> Bool {
    guard !isAtEnd, fault == nil else { return false }
    let room = UnsafeMutableRawBufferPointer(
      rebasing: buffer[end..<min(buffer.count, end + max(block, 1))])
    let count: Int
    switch origin {
    case .memory(let bytes):
      count = min(room.count, bytes.count - bytesRead)
      bytes.withUnsafeBytes { all in
        room.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[bytesRead..<(bytesRead + count)]))
      }
    case .descriptor(let descriptor):
      var answer: Int
      repeat {
        answer = Glibc.read(descriptor, room.baseAddress, room.count)
      } while answer < 0 && errno == EINTR
      guard answer >= 0 else {
        fault = .inputOutput(errno: errno)
        return false
      }
      count = answer
    }
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    bytesRead += count
    guard bytesRead <= limit else {
      fault = .tooManyBytes(limit: limit)
      return false
    }
    if let onBytes {
      onBytes(UnsafeRawBufferPointer(rebasing: buffer[end..<(end + count)]).bytes)
    }
    end += count
    return true
  }
}
