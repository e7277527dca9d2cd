import Clocks
public import Faults
import GRDB
import RuleBook

extension HistoryStore {
  /// The newest published run of an authority.
  ///
  /// - Parameter authority: the authority's code.
  /// - Returns: the run; nil before the first.
  /// - Throws: ``Fault`` with 74 or 70.
  public func latestPublished(authority: String) throws(Fault) -> RecordedRun? {
    try reading { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM runs WHERE authority = ? AND state = 'published'
          ORDER BY id DESC LIMIT 1
          """,
        arguments: [authority]
      ).map(Self.run)
    }
  }

  /// The rows of each list that a run of an authority had.
  ///
  /// - Parameters:
  ///   - run: the run's id.
  ///   - authority: the authority's code.
  /// - Returns: the lists with rows, by feed and list in byte order; none for a run that an earlier
  ///   version published.
  /// - Throws: ``Fault`` with 74 or 70.
  public func lists(ofRun run: String, authority: String) throws(Fault) -> [RecordedList] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT l.feed, l.list, l.rows FROM lists l JOIN runs r ON r.id = l.run
          WHERE r.run_id = ? AND r.authority = ? ORDER BY l.feed, l.list
          """,
        arguments: [run, authority]
      ).map { RecordedList(feed: $0["feed"], list: $0["list"], rows: $0["rows"]) }
    }
  }

  /// The nights that were staged and are not published, at most one an authority.
  ///
  /// - Throws: ``Fault`` with 74 or 70.
  public func stagedRuns() throws(Fault) -> [RecordedRun] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT * FROM runs WHERE state = 'staged' ORDER BY id")
        .map(Self.run)
    }
  }

  /// The findings that were open after the newest published run of an authority.
  ///
  /// - Parameter authority: the authority's code.
  /// - Returns: the findings as they were last seen, by rule, child and key in byte order.
  /// - Throws: ``Fault`` with 74 or 70.
  public func openFindings(authority: String) throws(Fault) -> [RecordedFinding] {
    try reading { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT f.id, o.name, f.rule, f.child, s.kind, s.key, s.siblings, s.outcome, s.start,
            s.due, s.satisfied
          FROM findings f
          JOIN runs o ON o.id = f.opened_run AND o.state = 'published'
          JOIN sightings s ON s.finding = f.id AND s.run = (
            SELECT max(l.run) FROM sightings l JOIN runs r ON r.id = l.run
            WHERE l.finding = f.id AND r.state = 'published')
          WHERE f.authority = ? AND (
            f.closed_run IS NULL
            OR f.closed_run IN (SELECT id FROM runs WHERE state = 'staged'))
          ORDER BY f.rule, f.child, s.key, f.id
          """,
        arguments: [authority])
      var findings: [RecordedFinding] = []
      while let row = try rows.next() { findings.append(try Self.finding(row)) }
      return findings
    }
  }

  /// What the published runs of an authority counted.
  ///
  /// - Parameter authority: the authority's code.
  /// - Returns: one entry a run, oldest first.
  /// - Throws: ``Fault`` with 74 or 70.
  public func counts(authority: String) throws(Fault) -> [RunCounts] {
    try reading { database in
      let runs = try Row.fetchAll(
        database,
        sql: "SELECT * FROM runs WHERE authority = ? AND state = 'published' ORDER BY id",
        arguments: [authority])
      let counts = try database.makeStatement(
        sql: "SELECT rule, outcome, count FROM counts WHERE run = ? ORDER BY rule")
      return try runs.map { row in
        var counted = try Row.fetchAll(counts, arguments: [row["id"] as Int64]).map(Self.count)
        counted.sort { first, second in
          first.rule.utf8.elementsEqual(second.rule.utf8)
            ? first.outcome.rawValue < second.outcome.rawValue
            : first.rule.utf8.lexicographicallyPrecedes(second.rule.utf8)
        }
        return RunCounts(run: try Self.run(row), counts: counted)
      }
    }
  }

  static func run(_ row: Row) throws -> RecordedRun {
    guard let state = RecordedRun.State(rawValue: row["state"]) else {
      throw HistoryError.damaged
    }
    let oldest: String = row["oldest_as_of"]
    return RecordedRun(
      name: row["name"], runID: row["run_id"], asOf: try moment(row["as_of"]),
      authority: row["authority"], duly: row["duly"], packs: row["packs"],
      calendars: row["calendars"], content: row["content"],
      oldestAsOf: oldest.isEmpty ? nil : try moment(oldest), state: state)
  }

  private static func finding(_ row: Row) throws -> RecordedFinding {
    guard let siblings = KeyList.texts(of: row["siblings"] as String) else {
      throw HistoryError.damaged
    }
    let check = TonightCheck(
      rule: row["rule"], child: row["child"], key: row["key"], triggerKind: row["kind"],
      outcome: try outcome(row["outcome"]), start: try moment(row["start"]),
      due: try moment(row["due"]), satisfied: try moment(row["satisfied"]))
    var finding = RecordedFinding(check, siblings: siblings)
    finding.number = row["id"]
    finding.firstRun = row["name"]
    return finding
  }

  private static func count(_ row: Row) throws -> OutcomeCount {
    OutcomeCount(
      rule: row["rule"], outcome: try outcome(row["outcome"]), count: row["count"])
  }

  private static func outcome(_ word: String) throws -> Outcome {
    guard let outcome = Outcome(word: word) else { throw HistoryError.damaged }
    return outcome
  }

  private static func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(column: text) else { throw HistoryError.damaged }
    return moment
  }
}
