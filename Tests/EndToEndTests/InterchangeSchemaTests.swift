import Foundation
import Testing

/// The published schema of the interchange format says what Duly's own reader says; it is for those
/// who make such files, and Duly reads without it.
@Suite struct InterchangeSchemaTests {
  /// What Duly makes of a file: 65 refuses it, and rows that cannot be used are told.
  private func isRefused(_ path: String) throws -> Bool {
    let answer = try Duly.run("judge", path, "--rules", "england")
    #expect([0, 65].contains(answer.code), "\(answer.err)")
    return answer.code == 65 || answer.err.contains("rule not kept")
  }

  @Test("the documented example keeps to the schema and is read")
  func documented() throws {
    let page = try Scratch.read("\(Duly.checkout)/Documentation/interchange.md")
    let example = try #require(page.components(between: "```xml\n", and: "```").first)
    let scratch = try Scratch()
    let path = try scratch.write(example, to: "example.xml")
    let (isValid, said) = try SchemaCheck.run(path)
    #expect(isValid, "\(said)")
    let refused = try isRefused(path)
    #expect(!refused)
  }

  @Test("the files of the synthetic authority keep to the schema", arguments: ["", "-forms"])
  func synthetic(_ name: String) throws {
    let (isValid, said) = try SchemaCheck.run(Authority.shared.path("interchange\(name).xml"))
    #expect(isValid, "\(said.prefix(500))")
  }

  @Test("what the schema allows beyond the examples is read", arguments: SchemaDocument.sound)
  func sound(_ document: SchemaDocument) throws {
    let scratch = try Scratch()
    let path = try scratch.write(document.text, to: "sound.xml")
    let (isValid, said) = try SchemaCheck.run(path)
    #expect(isValid, "\(said)")
    let refused = try isRefused(path)
    #expect(!refused)
  }

  @Test("a broken document fails in the schema and in Duly", arguments: SchemaDocument.broken)
  func broken(_ document: SchemaDocument) throws {
    let scratch = try Scratch()
    let path = try scratch.write(document.text, to: "broken.xml")
    let (isValid, _) = try SchemaCheck.run(path)
    #expect(!isValid)
    let refused = try isRefused(path)
    #expect(refused)
  }
}

extension String {
  /// The texts between two marks.
  fileprivate func components(between first: String, and last: String) -> [String] {
    split(separator: first, omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      rest.range(of: last).map { String(rest[..<$0.lowerBound]) }
    }
  }
}
