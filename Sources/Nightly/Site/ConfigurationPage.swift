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
    lines += arrivals
    lines += calendars
    lines += [
      "", "## An example", "", "```yaml", "feeds:", "  - name: census", "    files: cin-census.xml",
      "  - name: local", "    files: lcs/lcs-*.csv", "    mapping: lcs-example",
      "packs: [england, local-002, local-004]", "oldest data: 3 days", "pseudonyms:",
      "  key file: /etc/duly/pseudonym.key", "  key id: 2026-a", "reports: ../Reports", "```", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// What becomes of exports from night to night.
  private static var arrivals: [String] {
    [
      "",
      "## Exports that keep coming",
      "",
      "- A feed whose folder keeps every night's export says `newest: yes`. Of the files found those of the newest day in their",
      "  names are read, and of two of one day that differ in the time alone the later one. Which set was taken is said on a",
      "  terminal and under `newest_sets` in `status.json`.",
      "- A feed that is older than its `oldest data` ends the night with exit code 66, and the last report stands.",
      "- A run is named by the as-of of its newest feed. Every check is judged as of the feeds that carry what its rule asks for.",
      "- A list of a mapping, or a feed, that had rows in the run before and is missing or has none ends the night with exit code 76:",
      "  nobody can tell from it what did not happen. The last report stays with a banner. Where it is so, give",
      "  `--accept-change` with the hash that the refusal prints: it publishes that very input and no other, the hash stands in",
      "  the receipt, and the data-quality list says it.",
      "- A first night names on standard error the lists of the mappings that have no row, and `lists_without_rows` in `status.json`",
      "  does every night.",
    ]
  }

  /// How a site keeps its calendars.
  private static var calendars: [String] {
    [
      "", "## Calendars", "",
      "Working days are counted by a calendar of whole years. The shipped ones lie in `Rules/calendars`; the",
      "government's list of bank holidays is published only a few years ahead and is corrected at times. To add",
      "the next years, to correct one, or to write a calendar of closure days, put a file into the site's own",
      "folder and name the folder with `calendars`. Nothing has to be built again.", "",
      "```text",
      "# Bank holidays of England and Wales, the next year", "# years: 2029 to 2029",
      "# source: gov.uk/bank-holidays.json, read on the day below", "# checked: 2027-10-01",
      "date,title", "2029-01-01,New Year's Day", "```", "",
      "- A file named as a shipped calendar, `england-and-wales.csv`, stands over it for the years that it covers. The",
      "  years of both follow on each other. Its rest days and base are those of the shipped one.",
      "- A file of another name is a calendar of its own, which a pack or a rule names as its `calendar`.",
      "- `# rest days: Sunday` says which days of the week nobody works; without it Saturday and Sunday.",
      "- `# based on: england-and-wales` takes over the days and rest days of another calendar and adds its own.",
      "  `example-council-closures` is one. A council's closure days are no bank holidays: a national timescale runs on",
      "  through them, so no national pack names such a calendar.",
      "- A name that is nearly one of these keys is refused, so that a slip is not counted by.", "",
      "Every report names the calendars that its rules count by, with their years, the calendar that they build on,",
      "whether a site's own file stands over the shipped one and on how many days the two differ. Their hashes stand in",
      "`run.json`.", "",
      "In the last 12 months of a calendar the data-quality list and `status.json` warn of it every night. After its last",
      "day the night is refused with exit code 78, and the last report stands.",
    ]
  }
}
