import Files
import Testing

/// Hashes met before are known, whatever their number and their bits.
@Suite struct SeenHashesTests {
  @Test("a table says of each hash what a set says", arguments: [1, 7, 4096])
  func set(spread: UInt64) {
    var table = SeenHashes(room: 4)
    var set: Set<UInt64> = []
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      // Few values, and some that differ in their high bits only.
      let hash = random.next(upperBound: UInt64(9000)) &* spread | 1 << 40
      let (isNew, isNewToSet) = (table.insert(hash), set.insert(hash).inserted)
      #expect(isNew == isNewToSet)
    }
    #expect(table.count == set.count)
  }

  @Test("the hash that marks an empty slot is kept as another one")
  func zero() {
    var table = SeenHashes(room: 4)
    let answers = [table.insert(0), table.insert(0)]
    #expect(answers == [true, false])
    #expect(table.count == 1)
  }
}
