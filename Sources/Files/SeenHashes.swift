/// The 64-bit hashes met so far, in an open table: eight bytes each and nothing beside.
///
/// It believes the hashes: two things that share one are one thing to it.
public struct SeenHashes: Sendable {
  private var table: [UInt64]
  /// How many there are.
  public private(set) var count = 0

  /// No hash met.
  ///
  /// - Parameter room: a power of two; it grows by itself.
  public init(room: Int = 1 << 12) {
    table = [UInt64](repeating: 0, count: room)
  }

  /// Adds a hash whose low bits are as good as any.
  ///
  /// - Returns: whether it is new.
  public mutating func insert(_ hash: UInt64) -> Bool {
    if count * 4 > table.count * 3 { grow() }
    // 0 marks an empty slot.
    let hash = hash == 0 ? 1 : hash
    let mask = table.count - 1
    let isNew = table.withUnsafeMutableBufferPointer { table in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while table[slot] != 0 {
        if table[slot] == hash { return false }
        slot = (slot + 1) & mask
      }
      table[slot] = hash
      return true
    }
    if isNew { count += 1 }
    return isNew
  }

  private mutating func grow() {
    let old = table
    table = [UInt64](repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 {
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = hash
    }
  }
}
