/// The manual's page of every key of a configuration, made from the loader's own table.
public enum ConfigurationPage {
  /// The page in Markdown.
  public static var markdown: String {
    var lines = [
      "# Configuration", "",
      "A night is configured by one YAML file, named with `duly run --config FILE`. Paths in it are",
      "relative to the file's own folder. Every value is text; a key that is not listed here is refused",
      "with its line and column and the nearest right word. This page is made from the table that the",
      "loader itself works with.",
    ]
    let titles = [
      ("", "The file"), ("feeds", "Each feed under `feeds`"),
      ("pseudonyms", "The map under `pseudonyms`"),
    ]
    for (owner, title) in titles {
      lines += ["", "## \(title)", "", "| key | needed | meaning | left out | example |"]
      lines.append("| --- | --- | --- | --- | --- |")
      for key in ConfigurationKey.all where key.owner == owner {
        lines.append(
          "| `\(key.word)` | \(key.isRequired ? "yes" : "no") | \(key.meaning) | \(key.byDefault.isEmpty ? "–" : key.byDefault) | `\(key.example)` |"
        )
      }
    }
    lines += [
      "", "## An example", "", "```yaml", "feeds:", "  - name: census", "    files: cin-census.xml",
      "  - name: local", "    files: lcs/lcs-*.csv", "    mapping: lcs-example",
      "packs: [england, local-002, local-004]", "oldest data: 3 days", "pseudonyms:",
      "  key file: /etc/duly/pseudonym.key", "  key id: 2026-a", "reports: ../Reports", "```", "",
    ]
    return lines.joined(separator: "\n")
  }
}
