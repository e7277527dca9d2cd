import Files
import Foundation
import Testing

@testable import Nightly
@testable import Reporting

/// The manual's pages that are made from tables of the code; `RECORD=1` writes them anew.
@Suite struct GeneratedPagesTests {
  static let root = Path.folder(Path.folder(Path.folder(#filePath)))

  static let pages: [(String, String)] = [
    ("configuration.md", ConfigurationPage.markdown),
    (
      "templates.md",
      [
        PageSchema.all.map(\.documentation).joined(separator: "\n"), DataDictionary.columns,
        DataDictionary.measures,
      ]
      .joined(separator: "\n")
    ),
  ]

  @Test("a page of the manual says what the code's own table says", arguments: pages)
  func page(_ name: String, _ made: String) throws {
    let path = Path.join(Self.root, "Documentation/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(Array(made.utf8), to: path)
    }
    #expect(try SmallFile.text(path) == made)
  }
}
