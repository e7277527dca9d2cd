import RuleBook

/// The documentation of what templates can name, made from the tables that the code itself uses.
public enum DataDictionary {
  /// Markdown that lists the columns of CSV templates.
  public static var columns: String {
    var text = "| column | meaning | board |\n| --- | --- | --- |\n"
    for column in CSVColumn.all {
      text += "| `\(column.name)` | \(column.meaning) | \(column.isForTeamsOnly ? "no" : "yes") |\n"
    }
    return text
  }

  /// Markdown that lists the flags of the column `flags`.
  public static var flags: String {
    var text = "Flags of the column `flags`:\n\n| flag | meaning |\n| --- | --- |\n"
    for flag in Flag.allCases { text += "| `\(flag.word)` | \(flag.meaning) |\n" }
    return text
  }

  /// Markdown that lists the columns of `board/measures.csv` and `board/published-measures.csv`.
  public static var measures: String {
    var text = "Columns of `board/measures.csv`:\n\n| column | meaning |\n| --- | --- |\n"
    for (name, meaning) in MeasuresTable.columns { text += "| `\(name)` | \(meaning) |\n" }
    text += "\nColumns of `board/published-measures.csv`:\n\n| column | meaning |\n| --- | --- |\n"
    for (name, meaning) in PublishedMeasuresTable.columns {
      text += "| `\(name)` | \(meaning) |\n"
    }
    return text
  }

  /// Markdown that lists what the template of each page can name.
  public static var pages: String {
    PageSchema.all.map(\.documentation).joined(separator: "\n")
  }
}
