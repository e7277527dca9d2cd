import Testing

@testable import Files

/// Patterns with stars, held against every short text and the plainest way to match one.
@Suite struct WildcardTests {
  /// The plain way: each star tries every length.
  private func matches(_ pattern: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return bytes.isEmpty }
    if first == UInt8(ascii: "*") {
      return (bytes.startIndex...bytes.endIndex).contains {
        matches(pattern.dropFirst(), bytes[$0...])
      }
    }
    return bytes.first == first && matches(pattern.dropFirst(), bytes.dropFirst())
  }

  /// All texts of some letters up to a length.
  private func texts(of letters: String, upTo length: Int) -> [[UInt8]] {
    var all: [[UInt8]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { text in letters.utf8.map { text + [$0] } }
      all += last
    }
    return all
  }

  @Test("every pattern of up to five signs fits what the plain way says it fits")
  func exhaustive() {
    let texts = texts(of: "ab", upTo: 5)
    var fitting = 0
    for pattern in self.texts(of: "ab*", upTo: 5) {
      for text in texts {
        let isFitting = matches(pattern[...], text[...])
        fitting += isFitting ? 1 : 0
        if Wildcard.matches(pattern, text) != isFitting {
          Issue.record("\(String(decoding: pattern, as: UTF8.self)) \(text)")
        }
      }
    }
    #expect(fitting > 1000)
  }

  @Test("a star that tries again and again does not try for ever")
  func manyStars() {
    let pattern = Array(String(repeating: "*a", count: 30).utf8) + Array("*b".utf8)
    #expect(!Wildcard.matches(pattern, [UInt8](repeating: UInt8(ascii: "a"), count: 2000)))
  }
}
