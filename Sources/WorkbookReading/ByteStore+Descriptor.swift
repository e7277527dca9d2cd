import Glibc

extension ByteStore {
  /// Reads an open descriptor from its position to its end.
  ///
  /// An archive is read from its end, and a hash of the file from its start; with the whole file
  /// in memory both see the same bytes, and no second look at the file can differ from the first.
  static func whole(
    _ descriptor: Int32, limit: Int, onBytes: ((RawSpan) -> Void)?
  ) throws(WorkbookReadingError) -> ByteStore {
    let store = ByteStore(capacity: 1 << 20)
    while true {
      let room = store.room(256 << 10)
      var count: Int
      repeat {
        count = Glibc.read(descriptor, room.baseAddress, room.count)
      } while count < 0 && errno == EINTR
      guard count >= 0 else { throw WorkbookReadingError(.inputOutput(errno: errno)) }
      guard count > 0 else { return store }
      guard count <= limit - store.count else {
        throw WorkbookReadingError(.tooManyBytes(limit: limit))
      }
      if let onBytes { onBytes(UnsafeRawBufferPointer(rebasing: room[..<count]).bytes) }
      store.advance(count)
    }
  }
}
