import Synthesis
import Testing

@Suite struct DeterminismTests {
  @Test func sameSeedSameBytes() throws {
    let first = try Exports(children: 120, seed: 7)
    let again = try Exports(children: 120, seed: 7)
    for file in Exports.files {
      #expect(!first.text(file).isEmpty)
      #expect(first.text(file) == again.text(file), "\(file)")
    }
  }

  @Test func anotherSeedAnotherAuthority() throws {
    let first = try Exports(children: 40, seed: 1).text("answer-key.csv")
    let other = try Exports(children: 40, seed: 2).text("answer-key.csv")
    #expect(first != other)
  }

  /// Files in which rows follow one another grow at the end only.
  @Test func childrenDoNotDependOnTheirNumber() throws {
    let fewer = try Exports(children: 150, seed: 3)
    let more = try Exports(children: 260, seed: 3)
    for file in Exports.files where !file.hasSuffix(".xml") {
      #expect(more.text(file).utf8.starts(with: fewer.text(file).utf8), "\(file)")
    }
  }

  @Test func censusChildrenDoNotDependOnTheirNumber() throws {
    let fewer = try Exports(children: 50, seed: 3).text("cin-census.xml")
    let more = try Exports(children: 90, seed: 3).text("cin-census.xml")
    let end = "  </Children>\n</Message>\n"
    #expect(fewer.utf8.suffix(end.utf8.count).elementsEqual(end.utf8))
    #expect(more.utf8.starts(with: fewer.utf8.dropLast(end.utf8.count)))
  }

  @Test func onlyTheAskedPartsAreWritten() throws {
    let exports = try Exports(children: 5, seed: 1, parts: [.census])
    #expect(!exports.text("cin-census.xml").isEmpty)
    for file in Exports.files.dropFirst() { #expect(exports.text(file).isEmpty) }
  }
}
