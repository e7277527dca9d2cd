import GRDB

/// The tables of the store and the steps that lead to them.
///
/// A night is written while it is staged and takes effect when its run's state becomes published.
/// What a staged night adds hangs on its run and goes with it; what it closes carries its run and
/// is opened again by emptying those columns: so discarding one is exact.
enum Schema {
  /// What a store of Duly has in its header: the letters `Duly`.
  static let applicationID = 0x4475_6C79

  /// The steps, in the order in which they came to be; a step never changes once released.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in try database.execute(sql: first) }
    migrator.registerMigration("2") { database in try database.execute(sql: second) }
    return migrator
  }

  /// Refuses what Duly did not write, and what a later Duly wrote.
  static func check(_ database: Database) throws {
    let isForeign = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')")
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    if isForeign == true, application != applicationID { throw HistoryError.foreign }
    if try migrator.hasBeenSuperseded(database) { throw HistoryError.newer }
    if try String.fetchOne(database, sql: "PRAGMA quick_check(1)") != "ok" {
      throw HistoryError.damaged
    }
  }

  private static let first = """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      authority TEXT NOT NULL,
      name TEXT NOT NULL,
      run_id TEXT NOT NULL,
      as_of TEXT NOT NULL,
      duly TEXT NOT NULL,
      packs TEXT NOT NULL,
      calendars TEXT NOT NULL,
      content TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('staged', 'published')),
      UNIQUE (authority, name),
      UNIQUE (authority, run_id)
    ) STRICT;
    CREATE UNIQUE INDEX runs_staged ON runs (authority) WHERE state = 'staged';

    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      authority TEXT NOT NULL,
      rule TEXT NOT NULL,
      child TEXT NOT NULL,
      opened_run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      closed_run INTEGER REFERENCES runs (id),
      cause TEXT,
      closed_as TEXT,
      CHECK ((closed_run IS NULL) = (cause IS NULL)),
      CHECK (cause IS NOT NULL OR closed_as IS NULL)
    ) STRICT;
    CREATE INDEX findings_closed ON findings (closed_run, authority);
    CREATE INDEX findings_opened ON findings (opened_run);
    CREATE INDEX findings_child ON findings (child, authority);

    CREATE TABLE sightings (
      finding INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      siblings TEXT NOT NULL,
      outcome TEXT NOT NULL,
      start TEXT NOT NULL,
      due TEXT NOT NULL,
      satisfied TEXT NOT NULL,
      PRIMARY KEY (finding, run)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sightings_run ON sightings (run);

    CREATE TABLE counts (
      run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      rule TEXT NOT NULL,
      outcome TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count > 0),
      PRIMARY KEY (run, rule, outcome)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE purges (
      number INTEGER PRIMARY KEY,
      authority TEXT NOT NULL
    ) STRICT;
    """

  /// The rows of each list of a night, so that a list that loses them is seen; and the as-of of its
  /// oldest feed, empty where it is that of the run.
  private static let second = """
    ALTER TABLE runs ADD COLUMN oldest_as_of TEXT NOT NULL DEFAULT '';

    CREATE TABLE lists (
      run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      feed TEXT NOT NULL,
      list TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows > 0),
      PRIMARY KEY (run, feed, list)
    ) STRICT, WITHOUT ROWID;
    """
}
