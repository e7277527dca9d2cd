public import Faults
import GRDB
import RuleBook

extension HistoryStore {
  /// Writes a night in one transaction; it takes effect with ``markPublished(runID:)``.
  ///
  /// - Parameters:
  ///   - run: the night; its state is taken as staged.
  ///   - changes: the night compared with ``openFindings(authority:)``.
  ///   - counts: what its checks came to.
  ///   - lists: the rows of each list that had some, each list once.
  /// - Throws: ``Fault`` with 74; with 70 where the authority has a staged night already or the
  ///   changes do not fit what is open. The store is then as it was.
  public func stage(
    _ run: RecordedRun, changes: LifeCycleResult, counts: [OutcomeCount],
    lists: [RecordedList] = []
  ) throws(Fault) {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO runs (authority, name, run_id, as_of, duly, packs, calendars, content, oldest_as_of, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'staged')
          """,
        arguments: [
          run.authority, run.name, run.runID, run.asOf.column, run.duly, run.packs,
          run.calendars, run.content, run.oldestAsOf == run.asOf ? "" : run.oldestAsOf.column,
        ])
      let number = database.lastInsertedRowID
      try Self.open(changes.opened, of: run.authority, in: number, database)
      try Self.follow(changes.continuing, of: run.authority, in: number, database)
      try Self.close(changes.cleared, of: run.authority, in: number, database)
      let insert = try database.makeStatement(
        sql: "INSERT INTO counts (run, rule, outcome, count) VALUES (?, ?, ?, ?)")
      for count in counts {
        try insert.execute(arguments: [number, count.rule, count.outcome.word, count.count])
      }
      let insertList = try database.makeStatement(
        sql: "INSERT INTO lists (run, feed, list, rows) VALUES (?, ?, ?, ?)")
      for list in lists {
        try insertList.execute(arguments: [number, list.feed, list.list, list.rows])
      }
    }
  }

  private static func open(
    _ findings: [RecordedFinding], of authority: String, in run: Int64, _ database: Database
  ) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO findings (authority, rule, child, opened_run) VALUES (?, ?, ?, ?)")
    let sight = try Sighting(database)
    for finding in findings {
      try insert.execute(arguments: [authority, finding.rule, finding.child, run])
      try sight.record(finding, number: database.lastInsertedRowID, in: run)
    }
  }

  /// Records what a continuing finding says only where it is not what it said last.
  private static func follow(
    _ findings: [LifeCycleResult.Continuing], of authority: String, in run: Int64,
    _ database: Database
  ) throws {
    let isOpen = try database.makeStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM findings WHERE id = ? AND authority = ? AND closed_run IS NULL)
        """)
    let sight = try Sighting(database)
    for finding in findings {
      let number = finding.before.number
      guard try Bool.fetchOne(isOpen, arguments: [number, authority]) == true else {
        throw HistoryError.doesNotFollow
      }
      if finding.now.says(theSameAs: finding.before) { continue }
      try sight.record(finding.now, number: number, in: run)
    }
  }

  private static func close(
    _ cleared: [Clearance], of authority: String, in run: Int64, _ database: Database
  ) throws {
    let update = try database.makeStatement(
      sql: """
        UPDATE findings SET closed_run = ?, cause = ?, closed_as = ?
        WHERE id = ? AND authority = ? AND closed_run IS NULL
        """)
    for clearance in cleared {
      try update.execute(arguments: [
        run, clearance.cause.rawValue, clearance.now?.word, clearance.finding.number, authority,
      ])
      guard database.changesCount == 1 else { throw HistoryError.doesNotFollow }
    }
  }
}

/// Writes what a finding said in a night.
private struct Sighting {
  private let insert: Statement

  init(_ database: Database) throws {
    insert = try database.makeStatement(
      sql: """
        INSERT INTO sightings
          (finding, run, kind, key, siblings, outcome, start, due, satisfied)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  func record(_ finding: RecordedFinding, number: Int64, in run: Int64) throws {
    try insert.execute(arguments: [
      number, run, finding.triggerKind, finding.key, KeyList.text(of: finding.siblings),
      finding.outcome.word, finding.start.column, finding.due.column, finding.satisfied.column,
    ])
  }
}
