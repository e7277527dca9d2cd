import Faults
import GRDB

/// What is wrong with a store or with a call, where SQLite itself sees nothing wrong.
enum HistoryError: Error {
  /// A row holds what Duly never writes.
  case damaged
  /// A newer Duly wrote the store.
  case newer
  /// The file is a database of something else.
  case foreign
  /// The file system cannot hold a store that survives a power cut.
  case noWriteAheadLog
  /// The night does not follow from what the store holds.
  case doesNotFollow
}

extension Fault {
  /// The fault that an error of the store is at the edge.
  ///
  /// It is made from the kind of error alone: what SQLite says, and the values of a statement,
  /// never reach a message.
  init(history error: any Error, at path: String) {
    let place = Place(file: path)
    switch error {
    case let fault as Fault: self = fault
    case let error as HistoryError: self.init(error, at: place)
    case let error as DatabaseError: self.init(error, at: place)
    default:
      self.init(
        .ownFault, at: place, "the history failed in a way that nobody foresaw",
        next: "report it with the version of Duly")
    }
  }

  private init(_ error: HistoryError, at place: Place) {
    switch error {
    case .damaged: self = .damaged(at: place)
    case .newer:
      self.init(
        .configuration, at: place, "the history was written by a newer Duly",
        next: "install that version again, or put back the history from before it")
    case .foreign:
      self.init(
        .configuration, at: place, "the file is a database of another program",
        next: "name another file for the history")
    case .noWriteAheadLog:
      self.init(
        .inputOutput, at: place, "the file system cannot hold a history that survives a power cut",
        next: "put it on a local disk")
    case .doesNotFollow:
      self.init(
        .ownFault, at: place, "the night does not follow from what the history holds",
        next: "run again; if it comes back, report it with the version of Duly")
    }
  }

  private init(_ error: DatabaseError, at place: Place) {
    let number = error.extendedResultCode.rawValue
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(at: place)
    case .SQLITE_FULL:
      self.init(
        .inputOutput, at: place, "the disk is full, and the history was left as it was",
        next: "free space on that file system and run again")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .tryAgain, at: place, "another program holds the history",
        next: "try again when it has ended")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .inputOutput, at: place, "the history cannot be written",
        next: "give the account that runs duly the right to write the file and its folder")
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOLFS:
      self.init(
        .inputOutput, at: place, "the history cannot be read or written (SQLite error \(number))",
        next: "check the disk and the system log, then run again")
    case .SQLITE_CONSTRAINT: self.init(.doesNotFollow, at: place)
    default:
      self.init(
        .ownFault, at: place, "the history failed (SQLite error \(number))",
        next: "report it with the version of Duly")
    }
  }

  private static func damaged(at place: Place) -> Fault {
    Fault(
      .ownFault, at: place, "the history is damaged",
      next: "put back its newest copy, or move it away: the next night then starts a new one")
  }
}
