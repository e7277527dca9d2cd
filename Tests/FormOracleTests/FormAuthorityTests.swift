import Checkouts
import FormOracle
import Foundation
import ScratchFolders
import Testing

/// The files of the forms: the same seed gives the same bytes, whatever the number of children.
@Suite struct FormAuthorityTests {
  private static let files = [
    "interchange-forms.csv", "interchange-forms.xml", "answer-key-forms.csv",
  ]

  /// The bytes of the files, in the order of their names above.
  private func written(children: Int, seed: UInt64) throws -> [Data] {
    let scratch = try ScratchFolder()
    try FormAuthority(children: children, seed: seed, holidays: Checkout.bankHolidays())
      .write(to: scratch.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(Set(names) == Set(Self.files))
    return try Self.files.map { try Data(contentsOf: URL(fileURLWithPath: scratch.path($0))) }
  }

  @Test("the same seed gives the same bytes, another seed others")
  func sameSeedSameBytes() throws {
    let first = try written(children: 120, seed: 7)
    let again = try written(children: 120, seed: 7)
    let other = try written(children: 120, seed: 8)
    for (index, name) in Self.files.enumerated() {
      #expect(first[index].count > 10_000, "\(name)")
      #expect(first[index] == again[index], "\(name)")
      #expect(first[index] != other[index], "\(name)")
    }
  }

  @Test("a child is the same whatever the number of children")
  func childrenDoNotDependOnTheirNumber() throws {
    let fewer = try written(children: 150, seed: 3)
    let more = try written(children: 260, seed: 3)
    let end = Data("</duly-interchange>\n".utf8)
    for (index, name) in Self.files.enumerated() {
      let isXML = name.hasSuffix(".xml")
      #expect(!isXML || fewer[index].suffix(end.count) == end)
      #expect(
        more[index].starts(with: isXML ? fewer[index].dropLast(end.count) : fewer[index]),
        "\(name)")
      #expect(more[index].count > fewer[index].count, "\(name)")
    }
  }
}
