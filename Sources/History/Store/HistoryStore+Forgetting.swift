public import Faults
import GRDB

extension HistoryStore {
  /// Takes everything about some children out of the store; what nights counted stays.
  ///
  /// Afterwards none of their bytes is left in the file or in the log beside it. Deleting
  /// overwrites, but copies that SQLite made when it moved rows between pages stay behind, so the
  /// file is written anew. Harmless to repeat, and to be repeated after a kill.
  ///
  /// - Parameters:
  ///   - children: the case system's own ids of the children.
  ///   - authority: the authority's code.
  /// - Returns: how many findings, open or cleared, were taken out.
  /// - Throws: ``Fault`` with 74, or 75 where another program holds the store.
  @discardableResult
  public func forget(
    children: some Sequence<String>, authority: String
  ) throws(Fault) -> Int {
    let count = try writing { database in
      let delete = try database.makeStatement(
        sql: "DELETE FROM findings WHERE child = ? AND authority = ?")
      var count = 0
      for child in children {
        try delete.execute(arguments: [child, authority])
        count += database.changesCount
      }
      if count > 0 {
        try database.execute(
          sql: "INSERT INTO purges (authority) VALUES (?)", arguments: [authority])
      }
      return count
    }
    try withoutTransaction { database in try database.execute(sql: "VACUUM") }
    try checkpoint()
    return count
  }
}
