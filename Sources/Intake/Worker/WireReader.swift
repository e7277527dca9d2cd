import Clocks

/// Reads what a ``WireWriter`` wrote, and believes none of it.
///
/// The bytes come from a process that has read hostile files: each number is checked against what
/// it may be before anything is made of it.
struct WireReader {
  /// The bytes are not what a worker of this version writes.
  struct Nonsense: Error {}

  private let bytes: [UInt8]
  private var position = 0

  /// A reader of some bytes, at their start.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  /// Reads one byte.
  mutating func byte() throws(Nonsense) -> UInt8 {
    guard position < bytes.count else { throw Nonsense() }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a number of 0 to a limit.
  mutating func number(upTo limit: Int = Int(Int32.max)) throws(Nonsense) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = try byte()
      guard shift < 63 else { throw Nonsense() }
      number |= UInt(byte & 0x7F) << shift
      shift += 7
      guard byte >= 0x80 else { break }
    }
    guard number <= UInt(limit) else { throw Nonsense() }
    return Int(number)
  }

  /// Reads a number that may be negative.
  mutating func signed(in range: ClosedRange<Int>) throws(Nonsense) -> Int {
    let folded = try number(upTo: Int(UInt32.max))
    let number = folded & 1 == 0 ? folded >> 1 : -(folded >> 1) - 1
    guard range.contains(number) else { throw Nonsense() }
    return number
  }

  /// Reads a number of 32 bits.
  mutating func int32() throws(Nonsense) -> Int32 {
    Int32(try signed(in: Int(Int32.min)...Int(Int32.max)))
  }

  /// Reads how many things follow, of which each takes a byte at least.
  mutating func count() throws(Nonsense) -> Int {
    let count = try number()
    // What is left is known only behind the count itself.
    guard count <= bytes.count - position else { throw Nonsense() }
    return count
  }

  /// Reads bytes behind their count.
  mutating func held(upTo limit: Int = FrameKind.largest) throws(Nonsense) -> [UInt8] {
    let count = try count()
    guard count <= limit else { throw Nonsense() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// Reads bytes behind their count into room that is used again.
  mutating func held(into held: inout [UInt8]) throws(Nonsense) {
    let count = try count()
    held.append(contentsOf: bytes[position..<position + count])
    position += count
  }

  /// Reads a text behind its count of bytes.
  mutating func text(upTo limit: Int = FrameKind.largest) throws(Nonsense) -> String {
    let held = try held(upTo: limit)
    guard let text = String(validating: held, as: UTF8.self) else { throw Nonsense() }
    return text
  }

  /// Reads yes or no.
  mutating func truth() throws(Nonsense) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Nonsense()
    }
  }

  /// Reads a moment.
  mutating func moment() throws(Nonsense) -> Moment {
    let head = try byte()
    guard let precision = Moment.Precision(rawValue: head & 0xF),
      let fold = Moment.Fold(rawValue: head >> 4)
    else { throw Nonsense() }
    switch precision {
    case .absent: return .absent
    case .missing: return .missing
    case .unreadable: return .unreadable
    case .day: return .day(try day())
    case .minute:
      let day = try day()
      let minute = try number(upTo: 1439)
      return .minute(LocalMinute(day: day, minuteOfDay: Int16(minute)), fold: fold)
    }
  }

  /// Reads a day.
  mutating func day() throws(Nonsense) -> CivilDay {
    let number = try int32()
    guard CivilDay.span.contains(CivilDay(number: number)) else { throw Nonsense() }
    return CivilDay(number: number)
  }

  /// Reads several things behind their count.
  mutating func each<Thing>(
    _ read: (inout WireReader) throws(Nonsense) -> Thing
  ) throws(Nonsense) -> [Thing] {
    let count = try count()
    var things: [Thing] = []
    things.reserveCapacity(count)
    for _ in 0..<count { things.append(try read(&self)) }
    return things
  }
}
