import Clocks
import Faults
import GRDB
import Glibc
import RuleBook
import Testing

@testable import History

@Suite("The store's file")
struct FileTests {
  @Test("it and the files beside it belong to one reader, whatever the umask")
  func modes() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue)])
    #expect(scratch.names.contains("history.sqlite-wal"))
    for name in scratch.names { #expect(mode(of: "\(scratch.path)/\(name)") == 0o600) }
  }

  @Test("a file that others could read is closed to them")
  func tightened() throws {
    let scratch = try Scratch()
    try HistoryStore(path: scratch.store).close()
    #expect(chmod(scratch.store, 0o644) == 0)
    let store = try HistoryStore(path: scratch.store)
    #expect(mode(of: scratch.store) == 0o600)
    try store.close()
  }

  @Test("what was written is there when it is opened again, and closing leaves one file")
  func reopened() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue), check(.notMet, key: "S2")])
    let before = try store.everything()
    try store.close()
    #expect(scratch.names == ["history.sqlite"])
    #expect(try HistoryStore(path: scratch.store).everything() == before)
  }

  @Test("a commit is flushed, deleting overwrites, references hold, nothing goes to other files")
  func settings() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    let settings = try store.reading { database in
      try [
        "journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store",
      ].map { try String.fetchOne(database, sql: "PRAGMA \($0)") ?? "" }
    }
    #expect(settings == ["wal", "2", "1", "1", "2"])
    let loose = try store.reading { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict")
    }
    #expect(loose.sorted() == ["grdb_migrations", "sqlite_schema"])
  }

  @Test("a store of a newer Duly is refused and left as it is")
  func newer() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.writing { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('3')")
    }
    try store.close()
    let before = bytes(of: scratch.store)
    let refused = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.store) }
    #expect(refused?.code == .configuration)
    #expect(refused?.rule == "the history was written by a newer Duly")
    #expect(bytes(of: scratch.store) == before)
  }

  @Test("a database of another program is refused and left as it is")
  func foreign() throws {
    let scratch = try Scratch()
    let other = try DatabaseQueue(path: scratch.store)
    try other.write { database in try database.execute(sql: "CREATE TABLE notes (text)") }
    try other.close()
    let before = bytes(of: scratch.store)
    let refused = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.store) }
    #expect(refused?.code == .configuration)
    #expect(bytes(of: scratch.store) == before)
    #expect(scratch.names == ["history.sqlite"])
  }

  @Test("a file that is no database is refused")
  func noDatabase() throws {
    let scratch = try Scratch()
    try write(Array(repeating: UInt8(ascii: "x"), count: 4096), to: scratch.store)
    let refused = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.store) }
    #expect(refused?.code == .ownFault)
    #expect(refused?.place == Place(file: scratch.store))
  }

  @Test("damage within the file is seen when it is opened", arguments: [2, 5, 9])
  func damaged(page: Int) throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", (1...500).map { check(.overdue, child: "child \($0)") })
    try store.close()
    try write(Array(repeating: 0xA5, count: 2048), to: scratch.store, at: (page - 1) * 4096)
    let refused = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.store) }
    #expect(refused?.code == .ownFault)
    #expect(refused?.rule == "the history is damaged")
    #expect(refused?.description.contains("child ") == false)
  }

  @Test("a row that Duly never writes is damage, not a crash")
  func strange() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue, child: "secret")])
    for change in ["outcome = 'late'", "start = 'soon'", "siblings = '9:a'"] {
      let before = try store.everything()
      try store.writing { database in
        try database.execute(sql: "UPDATE sightings SET \(change)")
      }
      #expect(try store.everything() != before)
      let refused = fault { () throws(Fault) in _ = try store.openFindings(authority: "999") }
      #expect(refused?.rule == "the history is damaged")
    }
  }

  @Test("a full disk leaves the store as it was")
  func fullDisk() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.doNight("2026-03-24", [check(.overdue)])
    let before = try store.everything()
    try store.withoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let refused = fault { () throws(Fault) in
      try store.stageNight("2026-03-25", (1...5000).map { check(.overdue, child: "secret \($0)") })
    }
    #expect(refused?.code == .inputOutput)
    #expect(refused?.description.contains("secret") == false)
    #expect(try store.everything() == before)
  }

  @Test("an error holds no value", arguments: ["secret", "s3cr3t'; --"])
  func noValues(child: String) throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store)
    try store.stageNight("2026-03-24", [check(.overdue, child: child)])
    let refused = fault { () throws(Fault) in
      try store.stageNight("2026-03-24", [check(.overdue, child: child)])
    }
    let message = try #require(refused?.description)
    #expect(!message.contains(child))
    #expect(!message.contains("2026-03-24"))
  }

  @Test("a folder that is not there is not made")
  func noFolder() throws {
    let scratch = try Scratch()
    let refused = fault { () throws(Fault) in
      _ = try HistoryStore(path: "\(scratch.path)/deeper/history.sqlite")
    }
    #expect(refused?.code == .cannotCreate)
    #expect(scratch.names.isEmpty)
  }

  @Test("a link or a folder in its place is refused")
  func noPlainFile() throws {
    let scratch = try Scratch()
    #expect(symlink("\(scratch.path)/elsewhere", scratch.store) == 0)
    let link = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.store) }
    #expect(link?.code == .inputOutput)
    #expect(scratch.names == ["history.sqlite"])
    let folder = fault { () throws(Fault) in _ = try HistoryStore(path: scratch.path) }
    #expect(folder?.code == .inputOutput)
  }

  @Test("another program that holds the store is named")
  func held() throws {
    let scratch = try Scratch()
    let store = try HistoryStore(path: scratch.store, patience: 0)
    let other = try HistoryStore(path: scratch.store)
    let refused = fault { () throws(Fault) in
      try other.writing { _ in
        _ = try store.stageNight("2026-03-24", [check(.overdue)])
      }
    }
    #expect(refused?.code == .tryAgain)
  }
}
