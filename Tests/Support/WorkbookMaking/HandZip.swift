/// Writes a zip archive by hand, so that it can be wrong in ways that no library writes.
public struct HandZip: Sendable {
  /// One entry.
  public struct Entry: Sendable {
    /// Its name.
    public var name: [UInt8]
    /// What is stored in it.
    public var bytes: [UInt8]
    /// The general purpose flags; bit 0 says encrypted.
    public var flags: UInt16 = 0
    /// How it says that it is packed.
    public var method: UInt16 = 0
  }

  /// The entries in order.
  public var entries: [Entry] = []

  /// An archive of texts by their names.
  public init(_ parts: [(String, String)]) {
    entries = parts.map { Entry(name: Array($0.0.utf8), bytes: Array($0.1.utf8)) }
  }

  /// The archive.
  public var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let shared =
        Self.two(20) + Self.two(Int(entry.flags)) + Self.two(Int(entry.method)) + Self.two(0)
        + Self.two(0x21) + Self.four(Int(Self.crc(entry.bytes))) + Self.four(entry.bytes.count)
        + Self.four(entry.bytes.count) + Self.two(entry.name.count) + Self.two(0)
      file += [0x50, 0x4B, 3, 4] + shared + entry.name + entry.bytes
      directory +=
        [0x50, 0x4B, 1, 2] + Self.two(20) + shared + Self.two(0) + Self.two(0) + Self.two(0)
        + Self.four(0) + Self.four(offset) + entry.name
    }
    let end =
      Self.two(0) + Self.two(0) + Self.two(entries.count) + Self.two(entries.count)
      + Self.four(directory.count) + Self.four(file.count) + Self.two(0)
    return file + directory + [0x50, 0x4B, 5, 6] + end
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] {
    two(number & 0xFFFF) + two(number >> 16 & 0xFFFF)
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = ~0
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
