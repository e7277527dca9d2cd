import Files

/// Tells rows that say the same as a row before them.
///
/// Only counts hang on it: such rows are delivered all the same, and merged where rows of one child
/// meet, so that two rows that share a hash by chance lose nothing.
struct CopyCounter {
  private var seen = SeenHashes()

  /// Whether there was a row of this hash before.
  mutating func isCopy(_ hash: ByteHash) -> Bool { !seen.insert(hash.value) }
}
