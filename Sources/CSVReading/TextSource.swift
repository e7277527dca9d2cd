import Glibc

/// The text of a file as UTF-8, a window of it at a time.
///
/// The window begins at the record that is being read and grows by a block whenever the record
/// turns out to go on; what is in front of it is forgotten.
struct TextSource: ~Copyable {
  /// Where bytes come from.
  enum Origin {
    case descriptor(Int32)
    case memory([UInt8])
  }

  private let origin: Origin
  private let block: Int
  private let limit: Int
  private let onBytes: ((RawSpan) -> Void)?
  private var encoding: CSVEncoding
  private var hasBegun = false
  /// Raw bytes that are not decoded yet: a cut character, and the block just read.
  private let raw: UnsafeMutableRawBufferPointer
  private var rawCount = 0
  private var text: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0
  private var isExhausted = false
  /// The bytes taken from the origin so far.
  private(set) var bytesRead = 0
  /// What is wrong with the file just behind the window.
  private(set) var fault: CSVReadingError.Cause?

  /// The bytes looked at for a byte order mark and the signatures of other formats.
  private static let headBytes = 8

  init(
    _ origin: Origin, encoding: CSVEncoding, block: Int, limit: Int,
    onBytes: ((RawSpan) -> Void)?
  ) {
    self.origin = origin
    self.encoding = encoding
    self.block = max(block, 1)
    self.limit = limit
    self.onBytes = onBytes
    raw = .allocate(byteCount: self.block + Self.headBytes, alignment: 16)
    capacity = raw.count * CSVEncoding.growth
    text = .allocate(capacity: capacity)
  }

  deinit {
    raw.deallocate()
    text.deallocate()
  }

  /// The text from the start of the record on.
  var window: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text + start, count: end - start)
  }

  /// Whether the window reaches to the sound end of the file.
  var isAtEnd: Bool { isExhausted && fault == nil }

  /// Moves the start of the window forward.
  mutating func skip(_ count: Int) {
    start += count
  }

  /// Makes the window longer; answers false at the end of the file and at a fault.
  mutating func grow() -> Bool {
    while fault == nil, !isExhausted {
      var next: CSVReadingError.Cause?
      if hasBegun {
        next = readBlock()
      } else {
        while rawCount < Self.headBytes, !isExhausted, next == nil { next = readBlock() }
        begin()
        hasBegun = true
      }
      let before = end - start
      decode()
      if fault == nil { fault = next }
      if end - start > before { return true }
    }
    return false
  }

  /// Reads one block; answers what went wrong.
  private mutating func readBlock() -> CSVReadingError.Cause? {
    let room = UnsafeMutableRawBufferPointer(
      rebasing: raw[rawCount..<min(rawCount + block, raw.count)])
    var count: Int
    switch origin {
    case .memory(let bytes):
      count = min(room.count, bytes.count - bytesRead)
      bytes.withUnsafeBytes { all in
        room.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: all[bytesRead..<(bytesRead + count)]))
      }
    case .descriptor(let descriptor):
      repeat {
        count = Glibc.read(descriptor, room.baseAddress, room.count)
      } while count < 0 && errno == EINTR
      guard count >= 0 else { return .inputOutput(errno: errno) }
    }
    guard count > 0 else {
      isExhausted = true
      return nil
    }
    let isTooMuch = count > limit - bytesRead
    count = min(count, limit - bytesRead)
    if let onBytes {
      onBytes(UnsafeRawBufferPointer(rebasing: raw[rawCount..<(rawCount + count)]).bytes)
    }
    bytesRead += count
    rawCount += count
    return isTooMuch ? .tooManyBytes(limit: limit) : nil
  }

  /// Looks at the first bytes: other formats are refused, a byte order mark is obeyed and skipped.
  private mutating func begin() {
    let head = UnsafeRawBufferPointer(rebasing: raw[..<rawCount])
    if Self.workbooks.contains(where: { head.starts(with: $0) }) {
      fault = .workbook
    } else if Self.compressed.contains(where: { head.starts(with: $0) }) {
      fault = .compressed
    } else if let (mark, marked) = Self.marks.first(where: { head.starts(with: $0.0) }) {
      encoding = marked
      dropRaw(mark.count)
    }
  }

  private static let marks: [([UInt8], CSVEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  /// The beginnings of a zip archive, which every `.xlsx` is, and of an OLE file, as `.xls` is.
  private static let workbooks: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x07, 0x08],
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
  ]

  /// gzip, xz, Zstandard, 7-Zip, and bzip2 at its nine levels.
  private static let compressed: [[UInt8]] =
    [
      [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
      [0x37, 0x7A, 0xBC, 0xAF],
    ] + (UInt8(ascii: "1")...UInt8(ascii: "9")).map { [0x42, 0x5A, 0x68, $0, 0x31, 0x41, 0x59] }

  /// Turns the raw bytes into text behind the window.
  private mutating func decode() {
    guard fault == nil else { return }
    makeRoom(rawCount * CSVEncoding.growth)
    let decoded = encoding.decode(
      UnsafeRawBufferPointer(rebasing: raw[..<rawCount]), into: text + end, isLast: isExhausted)
    end += decoded.produced
    fault = decoded.fault
    dropRaw(decoded.consumed)
  }

  private mutating func dropRaw(_ count: Int) {
    rawCount -= count
    raw.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[count..<(count + rawCount)]))
  }

  /// Makes room behind the window, by moving it to the front and if need be to a larger place.
  private mutating func makeRoom(_ count: Int) {
    guard capacity - end < count else { return }
    let kept = end - start
    if kept + count > capacity {
      capacity = max(capacity * 2, kept + count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.update(from: text + start, count: kept)
      text.deallocate()
      text = larger
    } else {
      memmove(text, text + start, kept)
    }
    start = 0
    end = kept
  }
}
