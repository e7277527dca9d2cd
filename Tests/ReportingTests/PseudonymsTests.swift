import Testing

@testable import Reporting

@Suite("Pseudonyms")
struct PseudonymsTests {
  @Test(
    "Base 32 of five bytes against a bit-by-bit reference",
    arguments: [
      [0, 0, 0, 0, 0], [255, 255, 255, 255, 255], [1, 2, 3, 4, 5], [0x84, 0x21, 8, 0x42, 0x10],
    ])
  func base32(bytes: [UInt8]) {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0)) & 1 } }
    var expected = ""
    for start in stride(from: 0, to: bits.count, by: 5) {
      if start == 20 { expected += "-" }
      expected.append(alphabet[bits[start..<(start + 5)].reduce(0) { $0 * 2 + $1 }])
    }
    #expect(CrockfordBase32.grouped(bytes) == expected)
  }

  @Test("The same child has the same pseudonym, and no other")
  func stable() {
    let names = Pseudonyms(key: [UInt8](repeating: 7, count: 32), keyID: "k1")
    let name = names.pseudonym(of: "C000001", authority: "999")
    #expect(name.utf8.count == 19)
    #expect(name == names.pseudonym(of: " C000001 ", authority: "999"))
    #expect(name != names.pseudonym(of: "c000001", authority: "999"))
    #expect(name != names.pseudonym(of: "C000001", authority: "998"))
    #expect(name != Pseudonyms.demonstration.pseudonym(of: "C000001", authority: "999"))
    #expect(
      names.pseudonym(of: "1C", authority: "99") != names.pseudonym(of: "C", authority: "991"))
  }

  @Test("Blanks inside an id and blanks beyond ASCII count")
  func blanks() {
    let names = Pseudonyms.demonstration
    #expect(names.pseudonym(of: "C 1", authority: "1") != names.pseudonym(of: "C1", authority: "1"))
    #expect(
      names.pseudonym(of: "C1\u{A0}", authority: "1") != names.pseudonym(of: "C1", authority: "1"))
    #expect(names.isDemonstration && names.keyID == "demonstration")
  }

  /// Made with Python's `hmac` over `duly/pseudonym/child/v1`, NUL, `999`, NUL, `C000001`.
  @Test("A vector made with another tool")
  func vector() {
    #expect(
      Pseudonyms.demonstration.pseudonym(of: "C000001", authority: "999") == "MPQB-4CB9-DKCK-0S4S")
  }
}
