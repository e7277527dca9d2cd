import Crypto

/// SHA-256 of bytes that come piece by piece.
public struct ContentHash: Sendable {
  private var function = SHA256()

  /// A hash of nothing yet.
  public init() {}

  /// Takes in further bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    function.update(bufferPointer: bytes)
  }

  /// Takes in further bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
  }

  /// Takes in a text as UTF-8.
  public mutating func update(_ text: String) {
    update(Array(text.utf8))
  }

  /// The hash of all that was taken in so far, as 64 lower-case hexadecimal digits.
  public func finish() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in function.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of these bytes, as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = ContentHash()
    hash.update(bytes)
    return hash.finish()
  }
}
