/// One key of a configuration: the loader refuses every other, and the manual lists these.
public struct ConfigurationKey: Sendable {
  /// The map that the key belongs to; empty for the file itself.
  public let owner: String
  /// The key as written.
  public let word: String
  /// Whether the file cannot do without it.
  public let isRequired: Bool
  /// What it says, in a sentence.
  public let meaning: String
  /// What holds where it is left out; empty for a required key.
  public let byDefault: String
  /// One value, as it would be written.
  public let example: String

  /// All keys, in the order of the manual.
  public static let all: [ConfigurationKey] = [
    ConfigurationKey(
      owner: "", word: "authority", isRequired: false,
      meaning: "The authority's code, for exports that do not say it.",
      byDefault: "what the exports say", example: "\"999\""),
    ConfigurationKey(
      owner: "", word: "feeds", isRequired: true,
      meaning: "The exports, a list of feeds; the keys of a feed stand below.", byDefault: "",
      example: "a list"),
    ConfigurationKey(
      owner: "", word: "packs", isRequired: true,
      meaning: "The packs of rules, by name in Rules or by path, the national one first.",
      byDefault: "", example: "[england, local-002]"),
    ConfigurationKey(
      owner: "", word: "oldest data", isRequired: false,
      meaning:
        "How old the export of any feed may be on the night of the run: a number of days, or any. A feed may have its own.",
      byDefault: "3 days", example: "3 days"),
    ConfigurationKey(
      owner: "", word: "pseudonyms", isRequired: true,
      meaning:
        "How the board's pseudonyms are made: demonstration, with a published key and only for exports that are marked as made up; or a map with a key file.",
      byDefault: "", example: "demonstration"),
    ConfigurationKey(
      owner: "", word: "reports", isRequired: true,
      meaning: "The folder that the runs are published in.", byDefault: "", example: "../Reports"),
    ConfigurationKey(
      owner: "", word: "history", isRequired: false,
      meaning: "The file that remembers runs and findings from night to night.",
      byDefault: "history.sqlite in the folder of the reports", example: "history.sqlite"),
    ConfigurationKey(
      owner: "", word: "templates", isRequired: false,
      meaning: "The folder of templates, for a site that has its own.",
      byDefault: "Templates in the data folders", example: "templates"),
    ConfigurationKey(
      owner: "", word: "calendars", isRequired: false,
      meaning:
        "The site's own folder of calendars. A file there is a calendar of its own, or stands over the shipped one of the same name for the years that it covers.",
      byDefault: "Rules/calendars in the data folders alone", example: "calendars"),
    ConfigurationKey(
      owner: "", word: "vocabulary", isRequired: false,
      meaning:
        "The site's own file of words, in the form of Rules/vocabulary.yaml and read after it: processes, events, roles and attributes of its own, and further outcomes and reasons of closing.",
      byDefault: "the shipped words alone", example: "words.yaml"),
    ConfigurationKey(
      owner: "", word: "confinement", isRequired: false,
      meaning:
        "How much the process that reads exports must have given up before it reads: full, partial or none. Below it nothing is read.",
      byDefault: "full", example: "full"),
    ConfigurationKey(
      owner: "feeds", word: "name", isRequired: true,
      meaning: "The name that reports use for the feed.", byDefault: "", example: "census"),
    ConfigurationKey(
      owner: "feeds", word: "files", isRequired: true,
      meaning:
        "The files of the feed, one or a list; the last part of a path may hold *, and each entry must find at least one file.",
      byDefault: "", example: "lcs/lcs-*.csv"),
    ConfigurationKey(
      owner: "feeds", word: "mapping", isRequired: false,
      meaning: "The mapping for CSV that is not interchange, by name in Mappings or by path.",
      byDefault: "none", example: "lcs-example"),
    ConfigurationKey(
      owner: "feeds", word: "as of", isRequired: false,
      meaning: "The moment that the export describes, where it does not say so itself.",
      byDefault: "what the export says", example: "2026-03-31"),
    ConfigurationKey(
      owner: "feeds", word: "newest", isRequired: false,
      meaning:
        "With yes, of the files found only the set of the newest day in their names is read; with no, all.",
      byDefault: "no", example: "yes"),
    ConfigurationKey(
      owner: "feeds", word: "oldest data", isRequired: false,
      meaning:
        "How old the feed's export may be on the night of the run: a number of days, or any.",
      byDefault:
        "that of the file; 400 days for a census, Annex A and the SSDA903 return, if that is more",
      example: "400 days"),
    ConfigurationKey(
      owner: "pseudonyms", word: "key file", isRequired: true,
      meaning:
        "The file that holds the site's key, 32 random bytes or more, readable by its owner alone (mode 0400).",
      byDefault: "", example: "/etc/duly/pseudonym.key"),
    ConfigurationKey(
      owner: "pseudonyms", word: "key id", isRequired: true,
      meaning: "The name of the key, which every page shows, so that a change of key is seen.",
      byDefault: "", example: "2026-a"),
  ]

  /// The words of one map.
  static func words(of owner: String) -> [String] {
    all.filter { $0.owner == owner }.map(\.word)
  }
}
