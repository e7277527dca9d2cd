public import Files

/// What bytes are appended to: an array for a file of a run, a `ByteRun` for rows by the million.
///
/// The writers of this module are generic over it, so that both get the same bytes by the same code.
public protocol ByteSink: ~Copyable {
  /// Appends a byte.
  mutating func append(_ byte: UInt8)

  /// Appends bytes in order.
  mutating func append(contentsOf bytes: some Collection<UInt8>)
}

extension ByteRun: ByteSink {}

extension Array: ByteSink where Element == UInt8 {}

extension ByteSink where Self: ~Copyable {
  /// Appends a whole number in decimal digits.
  @inlinable
  public mutating func append(decimal number: Int) {
    guard number >= 10 else {
      if number >= 0 { return append(UInt8(48 + number)) }
      return append(contentsOf: String(number).utf8)
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (index, rest) = (digits.count, number)
      while rest > 0 {
        index -= 1
        digits[index] = UInt8(48 + rest % 10)
        rest /= 10
      }
      append(contentsOf: digits[index...])
    }
  }
}
