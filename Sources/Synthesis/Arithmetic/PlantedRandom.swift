/// A small generator of pseudo-random numbers: the same seed gives the same cases for ever.
///
/// Source: Sebastiano Vigna, SplitMix64. The standard library's own generator is never asked.
package struct PlantedRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The generator of one child, which knows nothing of the children before it.
  package init(seed: UInt64, child: Int) {
    var mixing = PlantedRandom(state: seed)
    state = mixing.next() ^ (UInt64(child) &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  private init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of a range; the tiny bias of a remainder does no harm here.
  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of several; nil only where there is none.
  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(0...(elements.count - 1))]
  }

  /// One of several by weight, or the fallback where all weights are 0.
  package mutating func pick<Element>(_ weighted: [(Int, Element)], else fallback: Element)
    -> Element
  {
    let total = weighted.reduce(0) { $0 + $1.0 }
    guard total > 0 else { return fallback }
    var left = number(1...total)
    for (weight, element) in weighted {
      left -= weight
      if left <= 0 { return element }
    }
    return fallback
  }
}
