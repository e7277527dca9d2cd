public import Faults
import GRDB

extension HistoryStore {
  /// Lets a staged night take effect, for every authority that the run staged; does nothing for a
  /// run that is published already.
  ///
  /// - Parameter runID: the run's id.
  /// - Throws: ``Fault`` with 74; with 70 where there is no such run.
  public func markPublished(runID: String) throws(Fault) {
    try writing { database in
      try database.execute(
        sql: "UPDATE runs SET state = 'published' WHERE run_id = ?", arguments: [runID])
      guard database.changesCount > 0 else { throw HistoryError.doesNotFollow }
    }
  }

  /// Settles what a kill left behind: a staged night whose run folder was published takes effect,
  /// and every other staged night is taken away, with all that it wrote.
  ///
  /// It belongs under the lock of the reports folder, before anything else is asked of the store.
  ///
  /// - Parameter names: the names of the run folders that are published.
  /// - Returns: the nights that were taken away.
  /// - Throws: ``Fault`` with 74 or 70.
  @discardableResult
  public func discardStaged(
    exceptPublished names: some Sequence<String>
  ) throws(Fault) -> [RecordedRun] {
    let published = Set(names)
    return try writing { database in
      var discarded: [RecordedRun] = []
      let rows = try Row.fetchAll(
        database, sql: "SELECT * FROM runs WHERE state = 'staged' ORDER BY id")
      for row in rows {
        let run = try Self.run(row)
        let number: Int64 = row["id"]
        if published.contains(run.name) {
          try database.execute(
            sql: "UPDATE runs SET state = 'published' WHERE id = ?", arguments: [number])
          continue
        }
        try database.execute(
          sql: """
            UPDATE findings SET closed_run = NULL, cause = NULL, closed_as = NULL
            WHERE closed_run = ?
            """,
          arguments: [number])
        try database.execute(sql: "DELETE FROM runs WHERE id = ?", arguments: [number])
        discarded.append(run)
      }
      return discarded
    }
  }
}
