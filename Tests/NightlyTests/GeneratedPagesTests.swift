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
        "# Templates and tables\n", templatesHead, DataDictionary.pages, DataDictionary.columns,
        DataDictionary.flags, DataDictionary.measures,
      ].joined(separator: "\n")
    ),
  ]

  static let templatesHead = """
    Pages are mustache templates and tables are YAML files under `Templates/`. Copy the folder, name
    the copy with `templates:` in the configuration, and change what the pages say and show. Every
    name that a page may use is listed here; another is refused with its line, column and the nearest
    right name, and so is any way to place a value unescaped. What an audience may not see has no name.

    """

  @Test("a page of the manual says what the code's own table says", arguments: pages)
  func page(_ name: String, _ made: String) throws {
    let path = Path.join(Self.root, "Documentation/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(Array(made.utf8), to: path)
    }
    #expect(try SmallFile.text(path) == made)
  }
}
