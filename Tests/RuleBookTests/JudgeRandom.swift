/// Chances from a seed: the same seed gives the same records on every machine.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", SplitMix64.
struct JudgeRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0xD134_2543_DE82_EF95
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something of so many per cent happens.
  mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

  /// A number from 0 to below a limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
