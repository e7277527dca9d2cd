import Testing

@testable import Files

/// A run of bytes holds what was put into it, in that order.
@Suite struct ByteRunTests {
  @Test("pieces of any kind and size stand one behind the other", arguments: 0..<50)
  func pieces(seed: Int) {
    var random = Randomness(state: UInt64(seed))
    var run = ByteRun(room: seed % 3 == 0 ? 0 : seed)
    var expected: [UInt8] = []
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        run.append(7)
        expected.append(7)
      case 1:
        bytes.withUnsafeBytes { run.append($0) }
        expected += bytes
      case 2:
        // A view without storage of its own.
        run.append(contentsOf: bytes.lazy.map { $0 ^ 0x55 })
        expected += bytes.map { $0 ^ 0x55 }
      default:
        run.append(raw: UInt32(0x0403_0201).littleEndian)
        expected += [1, 2, 3, 4]
      }
    }
    #expect(run.count == expected.count)
    #expect(run.withBytes { Array($0) } == expected)
  }

  @Test("an emptied run begins anew, and an empty one has no bytes")
  func emptied() {
    var run = ByteRun()
    #expect(run.withBytes { $0.isEmpty })
    run.append(contentsOf: "abc".utf8)
    run.removeAll()
    #expect(run.count == 0)
    run.append(contentsOf: "d".utf8)
    #expect(run.withBytes { Array($0) } == Array("d".utf8))
  }

  @Test("a run with room for millions grows past it like any other")
  func large() {
    var run = ByteRun(room: 2 << 20)
    for number in 0..<(3 << 20) { run.append(UInt8(truncatingIfNeeded: number)) }
    #expect(run.count == 3 << 20)
    let isRight = run.withBytes { bytes in
      bytes.indices.allSatisfy { bytes[$0] == UInt8(truncatingIfNeeded: $0) }
    }
    #expect(isRight)
  }
}

/// SplitMix64.
private struct Randomness: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
