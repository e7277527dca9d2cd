import Glibc

/// Finds the fields of one record.
///
/// It knows nothing of files: given the text from the start of a record on, it finds the record,
/// or a fault, or that the text is too short to tell. Then it is asked again with more text.
struct RecordScanner: ~Copyable {
  /// What there is at the start of a text.
  enum Finding {
    /// A record of so many bytes; `lines` of them are line ends inside quotes.
    case record(bytes: Int, lines: Int)
    /// An empty line of so many bytes.
    case blank(bytes: Int)
    /// Nothing: the text is empty, and so is the rest of the file.
    case nothing
    /// The text ends too early to tell.
    case unfinished
    /// A fault at an offset.
    case fault(CSVReadingError.Cause, offset: Int)
  }

  private let delimiter: UInt8
  private let delimiters: UInt64
  private let fieldBytes: Int
  private let fieldLimit: Int
  /// The fields found; there is room for as many as a record may have.
  let fields: UnsafeMutablePointer<CSVField>
  private(set) var fieldCount = 0
  /// The values that had doubled quotes, one behind the other.
  private(set) var unescaped: UnsafeMutablePointer<UInt8>
  private var unescapedCount = 0
  private var unescapedCapacity = 4096

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  init(delimiter: UInt8, limits: CSVLimits) {
    self.delimiter = delimiter
    delimiters = UInt64(delimiter) &* Self.ones
    fieldBytes = limits.fieldBytes
    fieldLimit = max(limits.fields, 0)
    fields = .allocate(capacity: fieldLimit)
    unescaped = .allocate(capacity: unescapedCapacity)
  }

  deinit {
    fields.deallocate()
    unescaped.deallocate()
  }

  /// Finds the record at the start of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 without zero bytes, below 2 GiB.
  ///   - isLast: whether the file ends where the text ends.
  /// - Returns: what there is; the fields of a record are in ``fields``.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Finding {
    fieldCount = 0
    unescapedCount = 0
    guard let base = text.baseAddress, text.count > 0 else {
      return isLast ? .nothing : .unfinished
    }
    if let end = lineEnd(base, 0, text.count, isLast) {
      return end < 0 ? .unfinished : .blank(bytes: end)
    }
    var at = 0
    var lines = 0
    while true {
      let written = at
      guard fieldCount < fieldLimit else {
        return .fault(.tooManyFields(limit: fieldLimit), offset: written)
      }
      if at < text.count, base[at] == Self.quote {
        if let stop = scanQuoted(base, &at, text.count, isLast, &lines) { return stop }
      } else {
        at = endOfPlain(base, at, text.count)
        append(start: written, count: at - written, written: written, isUnescaped: false)
      }
      guard fields[fieldCount - 1].count <= fieldBytes else {
        return .fault(.fieldTooLong(limit: fieldBytes), offset: written)
      }
      guard at < text.count else {
        return isLast ? .record(bytes: at, lines: lines) : .unfinished
      }
      if base[at] == delimiter {
        at += 1
        continue
      }
      guard let end = lineEnd(base, at, text.count, isLast) else {
        let isQuoted = base[written] == Self.quote
        return .fault(isQuoted ? .textAfterQuote : .quoteInField, offset: at)
      }
      return end < 0 ? .unfinished : .record(bytes: end, lines: lines)
    }
  }

  /// The offset behind the line end at an offset: nil where there is none, -1 if too short to tell.
  private func lineEnd(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int, _ isLast: Bool
  ) -> Int? {
    switch base[at] {
    case Self.lineFeed: return at + 1
    case Self.carriageReturn:
      if at + 1 < count { return base[at + 1] == Self.lineFeed ? at + 2 : at + 1 }
      return isLast ? at + 1 : -1
    default: return nil
    }
  }

  private mutating func append(start: Int, count: Int, written: Int, isUnescaped: Bool) {
    fields[fieldCount] = CSVField(
      start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: count),
      written: Int32(truncatingIfNeeded: written), isUnescaped: isUnescaped)
    fieldCount += 1
  }

  /// Reads a quoted field and stops behind its closing quote.
  private mutating func scanQuoted(
    _ base: UnsafePointer<UInt8>, _ at: inout Int, _ count: Int, _ isLast: Bool, _ lines: inout Int
  ) -> Finding? {
    let written = at
    let unescapedStart = unescapedCount
    var isUnescaped = false
    at += 1
    while true {
      guard let found = memchr(base + at, Int32(Self.quote), count - at) else {
        return isLast ? .fault(.unclosedQuote, offset: written) : .unfinished
      }
      let quote = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      lines += Self.lineEnds(UnsafeBufferPointer(start: base + at, count: quote - at))
      // Whether it closes the field is for the next byte to say.
      guard quote + 1 < count || isLast else { return .unfinished }
      let isDoubled = quote + 1 < count && base[quote + 1] == Self.quote
      if isDoubled || isUnescaped {
        unescape(base + at, quote - at + (isDoubled ? 1 : 0))
      }
      if isDoubled {
        isUnescaped = true
        at = quote + 2
        continue
      }
      if isUnescaped {
        append(
          start: unescapedStart, count: unescapedCount - unescapedStart, written: written,
          isUnescaped: true)
      } else {
        append(start: written + 1, count: quote - written - 1, written: written, isUnescaped: false)
      }
      at = quote + 1
      return nil
    }
  }

  private mutating func unescape(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    if unescapedCount + count > unescapedCapacity {
      unescapedCapacity = max(unescapedCapacity * 2, unescapedCount + count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: unescapedCapacity)
      larger.update(from: unescaped, count: unescapedCount)
      unescaped.deallocate()
      unescaped = larger
    }
    (unescaped + unescapedCount).update(from: bytes, count: count)
    unescapedCount += count
  }

  /// The next delimiter, quote or line end, eight bytes at a time.
  private func endOfPlain(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var at = start
    while at + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let hits =
        (Self.zeros(word ^ delimiters) | Self.zeros(word ^ (0x22 &* Self.ones))
          | Self.zeros(word ^ (0x0A &* Self.ones)) | Self.zeros(word ^ (0x0D &* Self.ones)))
        & Self.highs
      if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count {
      let byte = base[at]
      if byte == delimiter || byte == Self.quote || byte == Self.lineFeed
        || byte == Self.carriageReturn
      {
        break
      }
      at += 1
    }
    return at
  }

  /// Marks the high bit of the zero bytes of a word; the lowest mark is always right.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  /// The line ends in a text: LF, CR LF and CR count one each.
  static func lineEnds(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var lines = 0
    var last: UInt8 = 0
    for byte in text {
      if byte == carriageReturn || (byte == lineFeed && last != carriageReturn) { lines += 1 }
      last = byte
    }
    return lines
  }
}
