import Clocks
import Faults
import GRDB

@testable import History

/// The night of a day, with an id of its own.
func night(_ name: String, authority: String = "999") -> RecordedRun {
  RecordedRun(
    name: name, runID: "id-\(name)", asOf: moment(name), authority: authority, duly: "0.1.0",
    packs: "packs", calendars: "calendars")
}

extension HistoryStore {
  /// Does a night up to the point where its folder would be published.
  @discardableResult
  func stageNight(
    _ name: String, _ checks: [TonightCheck], authority: String = "999",
    changed: BookChanges = BookChanges()
  ) throws(Fault) -> LifeCycleResult {
    let asOf = try latestPublished(authority: authority)?.asOf ?? .absent
    let result = LifeCycle.compare(
      previous: try openFindings(authority: authority), asOf: asOf, tonight: checks,
      changed: changed)
    try stage(
      night(name, authority: authority), changes: result, counts: OutcomeCount.tally(checks))
    return result
  }

  /// Does a whole night.
  @discardableResult
  func doNight(
    _ name: String, _ checks: [TonightCheck], authority: String = "999",
    changed: BookChanges = BookChanges()
  ) throws(Fault) -> LifeCycleResult {
    let result = try stageNight(name, checks, authority: authority, changed: changed)
    try markPublished(runID: "id-\(name)")
    return result
  }

  /// Every row of every table as text.
  func everything() throws(Fault) -> [String] {
    try reading { database in
      try ["runs", "findings", "sightings", "counts", "purges", "lists"].flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }.sorted()
    }
  }
}

/// The fault that something ends in.
func fault(_ body: () throws(Fault) -> Void) -> Fault? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}
