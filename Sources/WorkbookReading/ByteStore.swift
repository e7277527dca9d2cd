/// Bytes that are appended to and, once that is over, stay where they are.
final class ByteStore {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = max(capacity, 16)
    base = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit {
    base.deallocate()
  }

  /// All bytes; valid until the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Some of the bytes; valid until the next change.
  func slice(_ start: Int, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(start >= 0 && length >= 0 && start <= count - length, "outside the bytes")
    return UnsafeBufferPointer(
      start: (base + start).assumingMemoryBound(to: UInt8.self), count: length)
  }

  /// Room behind the bytes, of which ``advance(_:)`` then takes what was filled.
  func room(_ wanted: Int) -> UnsafeMutableRawBufferPointer {
    if capacity - count < wanted {
      let larger = max(capacity * 2, count + wanted)
      let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
      moved.copyMemory(from: base, byteCount: count)
      base.deallocate()
      base = moved
      capacity = larger
    }
    return UnsafeMutableRawBufferPointer(start: base + count, count: wanted)
  }

  /// Takes bytes that were written to ``room(_:)``.
  func advance(_ written: Int) {
    precondition(written >= 0 && written <= capacity - count, "more than there was room for")
    count += written
  }

  /// Appends bytes and answers where they begin.
  func append(_ more: some Collection<UInt8>) -> Int {
    let start = count
    room(more.count).copyBytes(from: more)
    advance(more.count)
    return start
  }
}
