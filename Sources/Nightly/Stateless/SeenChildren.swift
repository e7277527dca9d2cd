import Files

/// Tells whether a child was met before, by a 64-bit hash of its id.
///
/// Two ids of one hash would only cause a file to be gathered before it is judged.
struct SeenChildren {
  private var hashes = SeenHashes()

  /// Adds an id.
  ///
  /// - Returns: whether it is new.
  mutating func insert(_ id: ArraySlice<UInt8>) -> Bool { hashes.insert(SeenChildren.hash(id)) }

  /// FNV-1a over the bytes, then the finaliser of MurmurHash3.
  private static func hash(_ id: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}
