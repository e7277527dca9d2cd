import Clocks
import Files

/// Writes numbers, texts and moments as compact bytes, for the pipe between two processes.
///
/// Whole numbers are seven bits a byte, the low ones first; what may be negative is folded to and
/// fro around 0. `WireReader` reads the same.
struct WireWriter: ~Copyable {
  /// What was written.
  private(set) var written = ByteRun()

  /// What was written, in an array of its own.
  var bytes: [UInt8] { written.withBytes { Array($0) } }

  /// Empties it and keeps its room.
  mutating func clear() { written.removeAll() }

  /// Writes one byte.
  mutating func add(byte: UInt8) { written.append(byte) }

  /// Writes a number that is not negative.
  mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    written.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number that may be negative.
  mutating func add(signed number: Int) {
    add(Int(bitPattern: UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> 63)))
  }

  /// Writes bytes behind their count.
  mutating func add(_ held: [UInt8]) {
    add(held.count)
    written.append(contentsOf: held)
  }

  /// Writes a text behind its count of bytes.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(utf8.count)
      written.append(UnsafeRawBufferPointer(utf8))
    }
  }

  /// Writes yes or no.
  mutating func add(_ truth: Bool) { written.append(truth ? 1 : 0) }

  /// Writes a moment: what is known of it, and then only what is known.
  mutating func add(_ moment: Moment) {
    written.append(moment.precision.rawValue | moment.fold.rawValue << 4)
    guard moment.isKnown else { return }
    add(signed: Int(moment.civilDay.number))
    if moment.precision == .minute { add(Int(moment.minuteOfDay)) }
  }

  /// Writes several things behind their count.
  mutating func add<Things: Collection>(
    each things: Things, _ write: (inout WireWriter, Things.Element) -> Void
  ) {
    add(things.count)
    for thing in things { write(&self, thing) }
  }
}
