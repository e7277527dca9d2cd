/// The texts that cells point to by number.
final class SharedTexts {
  private let store = ByteStore()
  private var ends: [Int] = []

  /// How many there are.
  var count: Int { ends.count }

  /// Adds one.
  func append(_ text: [UInt8]) {
    _ = store.append(text)
    ends.append(store.count)
  }

  /// One of them; valid until the next is added.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : ends[index - 1]
    return store.slice(start, ends[index] - start)
  }
}
