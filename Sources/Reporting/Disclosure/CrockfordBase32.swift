/// Douglas Crockford's base 32: no I, L, O or U, so that it can be read aloud and copied by hand.
enum CrockfordBase32 {
  /// The digits of bytes, five bits each, in groups of four parted by hyphens.
  ///
  /// - Parameter bytes: as many as make whole digits: a multiple of five.
  /// - Returns: the digits, the first bits first.
  static func grouped(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        if count > 0, count % 4 == 0 { digits.append(UInt8(ascii: "-")) }
        digits.append(alphabet[Int(held >> bits & 31)])
        count += 1
      }
      held &= 0xFF
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
