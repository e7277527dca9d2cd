import CaseModel
import Clocks
import Faults
import Glibc
import History
import Intake

/// The moment that a night describes.
enum NightAsOf {
  /// The newest of the feeds' own, by which the run is named; each rule is judged as of the feeds
  /// that carry what it asks for.
  ///
  /// - Parameter feeds: what was delivered, with how old each may be; nil for any age.
  /// - Returns: a known moment, and the oldest of the feeds'.
  /// - Throws: ``Fault`` with 66 where a feed is too old, with 78 where one lies in the future.
  static func find(
    _ feeds: [(feed: Feed, oldestData: Int?)]
  ) throws(Fault) -> (newest: Moment, oldest: Moment) {
    let moments = feeds.map(\.feed.asOf).filter(\.isKnown)
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
    for (feed, limit) in feeds {
      guard let limit, let day = feed.asOf.day, today.days(since: day) > limit else { continue }
      throw Fault(
        .inputMissing,
        "the export of the feed \"\(feed.name)\" is as of \(day), and its oldest data allowed are \(limit) days old",
        next:
          "find out why no newer export arrived, for the last report stands; or write under the feed how old it may be, as \"oldest data: \(today.days(since: day) + 1) days\""
      )
    }
    return (newest, oldest)
  }

  /// How many days old each feed of a night may be; nil for any age.
  ///
  /// What a feed says of itself comes first. Else the configuration's number holds, or that of the
  /// feed's format or mapping where it is more.
  static func oldestData(
    _ configuration: NightConfiguration, _ cases: GatheredCases, _ library: RuleLibrary
  ) throws(Fault) -> [(feed: Feed, oldestData: Int?)] {
    var feeds: [(feed: Feed, oldestData: Int?)] = []
    for (written, reading) in zip(configuration.feeds, cases.readings) {
      let ofFormat =
        try written.mapping.map { (name) throws(Fault) in try library.mapping(name).oldestData }
        ?? ExportFormat.oldestData(ofFeed: reading.feed)
      let limit: Int? =
        switch written.oldestData ?? configuration.oldestData {
        case .any: nil
        case .days(let days): written.oldestData == nil ? max(days, ofFormat ?? 0) : days
        }
      feeds.append((reading.feed, limit))
    }
    return feeds
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
