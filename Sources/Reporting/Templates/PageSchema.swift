/// What the template of one page can name: the published contract of that page.
///
/// What is not in it cannot be reached: the board's page has no ids because its schema has none.
public struct PageSchema: Sendable {
  /// What a name stands for.
  public indirect enum Kind: Sendable {
    /// Words of Duly's, of a pack or of the configuration.
    case text
    /// A value that came from an export; it stands between tags, never in an attribute.
    case exported
    /// A whole number.
    case number
    /// True or false, for `{{#name}}` and `{{^name}}`.
    case flag
    /// A list, for `{{#name}}`; the names inside it.
    case list([Entry])
  }

  /// One name with its meaning.
  public struct Entry: Sendable {
    /// The name in a template.
    public var name: String
    /// What it stands for.
    public var kind: Kind
    /// What it means, in one clause.
    public var meaning: String

    init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  /// The page, as its file in the run folder: `board/breach-report.html`.
  public var page: String
  /// The template's file name under `Templates/`; the same as the page's.
  public var template: String { page }
  /// What can be named.
  public var entries: [Entry]
  /// The parts that Duly writes as a whole, with their meaning: `table:counts`.
  public var parts: [Entry]
  /// The parts that a template must place, so that the page can be reconciled.
  public var required: [String]

  /// The schemas of all pages.
  public static let all = [board, worklist, dataQuality, index]

  /// Markdown that lists every name of the page with its meaning.
  public var documentation: String {
    var text = "## \(page)\n\n| name | kind | meaning |\n| --- | --- | --- |\n"
    PageSchema.describe(entries, under: "", into: &text)
    text += "\n| part | meaning |\n| --- | --- |\n"
    for part in parts {
      text += "| `{{{\(part.name)}}}` | \(part.meaning)"
      text += required.contains(part.name) ? "; must be placed |\n" : " |\n"
    }
    return text
  }

  private static func describe(_ entries: [Entry], under prefix: String, into text: inout String) {
    for entry in entries {
      text += "| `\(prefix)\(entry.name)` | \(entry.kind.word) | \(entry.meaning) |\n"
      if case .list(let inner) = entry.kind {
        describe(inner, under: "\(prefix)\(entry.name) / ", into: &text)
      }
    }
  }
}

extension PageSchema.Kind {
  /// The word of the documentation.
  var word: String {
    switch self {
    case .text: "text"
    case .exported: "value from an export"
    case .number: "number"
    case .flag: "flag"
    case .list: "list"
    }
  }
}
