/// Tells whether a child was met before, by a 64-bit hash of its id in an open table.
///
/// Two ids of one hash would only cause a file to be gathered before it is judged.
struct SeenChildren {
  private var table = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Adds an id.
  ///
  /// - Returns: whether it is new.
  mutating func insert(_ id: ArraySlice<UInt8>) -> Bool {
    if count * 4 > table.count * 3 { grow() }
    let hash = SeenChildren.hash(id)
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] == hash { return false }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = hash
    count += 1
    return true
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

  /// FNV-1a over the bytes, then the finaliser of MurmurHash3; never 0, which marks an empty slot.
  private static func hash(_ id: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    return hash == 0 ? 1 : hash
  }
}
