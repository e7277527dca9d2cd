/// Whom a file is for.
enum Audience: String {
  /// The safeguarding board: pseudonyms, no file, line, team or worker.
  case board
  /// The authority's teams: the case system's own ids.
  case team
}
