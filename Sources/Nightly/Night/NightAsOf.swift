import CaseModel
import Clocks
import Faults
import Glibc
import History

/// The moment that a night describes.
enum NightAsOf {
  /// The oldest of the feeds' own.
  ///
  /// - Parameters:
  ///   - feeds: what was delivered.
  ///   - oldestData: how many days old the newest feed may be; nil for any.
  /// - Returns: a known moment.
  /// - Throws: ``Fault`` with 66 where the newest is too old, with 78 where it lies in the future.
  static func find(_ feeds: [Feed], oldestData: Int?) throws(Fault) -> Moment {
    let moments = feeds.map(\.asOf).filter(\.isKnown)
    guard let oldest = moments.min(by: { $0.civilDay < $1.civilDay }),
      let newest = moments.max(by: { $0.civilDay < $1.civilDay })
    else {
      throw Fault(
        .inputRefused, "an export says as of when it is", next: "give the feed an \"as of\"")
    }
    let today = WallClock.today
    guard newest.civilDay <= today else {
      throw Fault(
        .configuration,
        "an export describes a day that has come, and this one is as of \(newest.civilDay) while it is \(today)",
        next: "look at the export's date and at this machine's clock")
    }
    if let oldestData, today.days(since: newest.civilDay) > oldestData {
      throw Fault(
        .inputMissing,
        "the newest export is as of \(newest.civilDay), and the oldest data allowed are \(oldestData) days old",
        next: "find out why no newer export arrived; the last report stands")
    }
    return oldest
  }

  /// Refuses a night that describes an earlier day than the run before it.
  ///
  /// - Throws: ``Fault`` with 78 if so.
  static func check(_ asOf: Moment, after previous: RecordedRun?) throws(Fault) {
    guard let previous, let last = previous.asOf.day, asOf.civilDay < last else { return }
    throw Fault(
      .configuration,
      "a night's export is not older than the one before, and this is as of \(asOf.civilDay) while run \(previous.name) was as of \(last)",
      next: "look whether the right files were delivered")
  }
}

/// The clock on the wall: it decides whether exports are old, and nothing that is published.
enum WallClock {
  /// The day in London.
  static var today: CivilDay { LondonTime.local(of: now).day }

  /// The minute.
  static var now: Instant { Instant(minutes: Int64(time(nil)) / 60) }

  /// Seconds since 1970, for measuring how long a night took.
  static var seconds: Int { time(nil) }
}
