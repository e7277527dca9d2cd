public import Faults
import GRDB

/// The nights before this one: runs, findings and their life-cycle, and what each night counted.
///
/// One SQLite file, readable by its owner only. Each night is one transaction; a night that is
/// staged and not published has no effect on any answer but ``stagedRuns()``. Everything that can
/// fail throws a ``Fault``: 73 where the file cannot be created, 74 where it cannot be read or
/// written or the disk is full, 75 where another program holds it, 78 where a newer Duly or
/// another program wrote it, 70 where it is damaged or a call does not fit it. A fault holds no
/// value of the store.
///
/// A store is used from one thread, and by one process at a time: the lock of the reports folder
/// sees to that.
public final class HistoryStore {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens the store, and makes it where there is none.
  ///
  /// - Parameter path: the file's path; the folder that it lies in must exist.
  /// - Throws: ``Fault`` with 73, 74, 75, 78 or 70.
  public convenience init(path: String) throws(Fault) {
    try self.init(path: path, patience: 5)
  }

  /// Opens the store, and waits so many seconds for another program that holds it.
  init(path: String, patience: Double) throws(Fault) {
    try HistoryFile.prepare(path)
    do {
      let configuration = Self.configuration(patience: patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try Schema.migrator.migrate(queue)
      self.queue = queue
    } catch {
      throw Fault(history: error, at: path)
    }
    self.path = path
  }

  /// Writes everything into the one file and closes it; no other call may follow.
  ///
  /// - Throws: ``Fault`` with 74 or 75.
  public func close() throws(Fault) {
    try checkpoint()
    do {
      try queue.close()
    } catch {
      throw Fault(history: error, at: path)
    }
  }

  /// Writes everything into the one file and empties the log beside it.
  ///
  /// - Throws: ``Fault`` with 74, or 75 where another program holds the store.
  public func checkpoint() throws(Fault) {
    try withoutTransaction { database in try database.checkpoint(.truncate) }
  }

  /// What the next run depends on: the newest published run of each authority, and how often a
  /// child was taken out.
  ///
  /// It is part of what the next run's id is made from. Staged nights are no part of it, so that
  /// a night that is done again after a kill has the id that it had.
  ///
  /// - Returns: one line of text; the same for the same history, wherever the file lies.
  /// - Throws: ``Fault`` with 74 or 70.
  public func fingerprint() throws(Fault) -> String {
    try reading { database in
      let heads = try Row.fetchAll(
        database,
        sql: """
          SELECT authority, run_id, max(id) FROM runs WHERE state = 'published'
          GROUP BY authority ORDER BY authority
          """)
      let purges = try Int.fetchOne(database, sql: "SELECT count(*) FROM purges") ?? 0
      let runs = heads.map { row in "\(row["authority"] as String) \(row["run_id"] as String)" }
      return (["history 1", "purges \(purges)"] + runs).joined(separator: "; ")
    }
  }

  /// Reads in one transaction.
  func reading<Value>(_ body: (Database) throws -> Value) throws(Fault) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw Fault(history: error, at: path)
    }
  }

  /// Writes in one transaction, which is undone where it fails.
  func writing<Value>(_ body: (Database) throws -> Value) throws(Fault) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw Fault(history: error, at: path)
    }
  }

  /// Does what cannot be done inside a transaction.
  func withoutTransaction(_ body: (Database) throws -> Void) throws(Fault) {
    do {
      try queue.writeWithoutTransaction(body)
    } catch {
      throw Fault(history: error, at: path)
    }
  }

  private static func configuration(patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.label = "history"
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // First, so that a file that is not ours is left as it is.
      try Schema.check(database)
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw HistoryError.noWriteAheadLog
      }
      // A commit that was acknowledged survives a power cut; what was deleted is overwritten; and
      // nothing of the store is ever put into a temporary file.
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA cell_size_check = ON;
          PRAGMA trusted_schema = OFF;
          """)
    }
    return configuration
  }
}
