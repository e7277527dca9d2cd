/// A small hash table from words to values, looked up by bytes without making a text.
///
/// Words are compared without the case of their ASCII letters.
struct WordTable<Value: Sendable>: Sendable {
  private var slots: [Int32]
  private var entries: [(word: [UInt8], value: Value)] = []
  /// The low six bits of the first bytes of the words, as a set: most values tell by their first.
  private var starts: UInt64 = 0

  /// A table of words; of two equal words the first counts.
  init(_ words: some Sequence<(String, Value)>) {
    for (word, value) in words { entries.append((word.foldedBytes, value)) }
    var size = 8
    while size < entries.count * 3 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      let slot = entry.word.withUnsafeBytes { find($0) }
      if slots[slot] < 0 { slots[slot] = Int32(index) }
      starts |= entry.word.withUnsafeBytes { Self.start(of: $0) }
    }
  }

  /// The value of a word.
  func value(_ word: UnsafeRawBufferPointer) -> Value? {
    guard starts & Self.start(of: word) != 0 else { return nil }
    let index = slots[find(word)]
    return index < 0 ? nil : entries[Int(index)].value
  }

  /// The value of a word as the vocabulary spells it, or with capitals and blanks: `School nurse`.
  func value(written word: UnsafeRawBufferPointer) -> Value? {
    if let value = value(word) { return value }
    return String.wordBytes(word).withUnsafeBytes { value($0) }
  }

  /// The bit of a word's first byte; that of no byte for the empty word.
  private static func start(of word: UnsafeRawBufferPointer) -> UInt64 {
    1 << UInt64(UnsafeRawBufferPointer.folded(word.first ?? 0) & 63)
  }

  /// The slot that holds a word; for a word that is not in the table, the empty slot for it.
  private func find(_ word: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      hash = (hash ^ UInt64(UnsafeRawBufferPointer.folded(byte))) &* 0x100_0000_01B3
    }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] >= 0, !word.isWord(entries[Int(slots[slot])].word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}

/// The spellings of yes and no in exports of every format.
enum TruthWords {
  /// Each spelling with what it says; letters may be capitals.
  static let spellings: [(word: String, value: Bool)] = [
    ("yes", true), ("true", true), ("y", true), ("t", true), ("1", true),
    ("no", false), ("false", false), ("n", false), ("f", false), ("0", false),
  ]

  private static let table = WordTable<Bool>(spellings.map { ($0.word, $0.value) })

  /// Yes or no; nil for any other bytes.
  static func read(_ bytes: UnsafeRawBufferPointer) -> Bool? { table.value(bytes) }
}
