import Glibc

/// A growing run of bytes for what is written by the million.
///
/// Beside an array of bytes it saves that each piece asks whether the array is shared, and that the
/// system maps a large one page by page.
public struct ByteRun: ~Copyable {
  /// How many bytes it holds.
  @inlinable public var count: Int { used }

  @usableFromInline var used = 0

  @usableFromInline var room: UnsafeMutableRawBufferPointer

  /// An empty run with room for so many bytes.
  public init(room count: Int = 0) {
    room = ByteRun.allocate(count)
  }

  deinit { room.deallocate() }

  /// Appends a byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    used += 1
  }

  /// Appends bytes that lie together.
  @inlinable
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let from = bytes.baseAddress else { return }
    if bytes.count > room.count - count { grow(by: bytes.count) }
    guard let to = room.baseAddress?.advanced(by: count) else { return }
    ByteRun.copy(from, to, bytes.count)
    used += bytes.count
  }

  /// Copies bytes; what is short, as most pieces are, by two pieces that may overlap.
  @inlinable
  static func copy(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int) {
    switch count {
    case 8...16: copyEnds(UInt64.self, from, to, count)
    case 4..<8: copyEnds(UInt32.self, from, to, count)
    case 1..<4:
      for place in 0..<count {
        to.storeBytes(
          of: from.loadUnaligned(fromByteOffset: place, as: UInt8.self), toByteOffset: place,
          as: UInt8.self)
      }
    default: to.copyMemory(from: from, byteCount: count)
    }
  }

  /// Copies the first and the last word of some bytes, which are one word at least and two at most.
  @inlinable
  static func copyEnds<Word: FixedWidthInteger & BitwiseCopyable>(
    _ word: Word.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int
  ) {
    let last = count - MemoryLayout<Word>.size
    let front = from.loadUnaligned(as: word)
    let back = from.loadUnaligned(fromByteOffset: last, as: word)
    to.storeBytes(of: front, as: word)
    to.storeBytes(of: back, toByteOffset: last, as: word)
  }

  /// Appends a number as it lies in memory.
  @inlinable
  public mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(raw number: Number) {
    let size = MemoryLayout<Number>.size
    if room.count - count < size { grow(by: size) }
    room.storeBytes(of: number, toByteOffset: count, as: Number.self)
    used += size
  }

  /// Appends any bytes.
  @inlinable
  public mutating func append(contentsOf bytes: some Collection<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable {
      append(UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in bytes { append(byte) } }
  }

  /// Forgets the bytes and keeps the room.
  public mutating func removeAll() { used = 0 }

  /// Lets the bytes be looked at.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
  }

  /// Makes room for so many more.
  @usableFromInline
  mutating func grow(by more: Int) {
    let larger = ByteRun.allocate(max(room.count * 2, count + more, 64))
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
    room.deallocate()
    room = larger
  }

  /// Room that the system may map in pieces of 2 MiB where it is that large.
  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let large = 2 << 20
    guard count >= large else { return .allocate(byteCount: count, alignment: 16) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: large)
    // Only a wish: where it is not granted, the same bytes come in smaller pieces.
    _ = madvise(room.baseAddress, room.count, MADV_HUGEPAGE)
    return room
  }
}
