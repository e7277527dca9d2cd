import CaseModel
import Clocks
import Faults

/// How somebody says of which moment an export is: with an option on a command line, and with a key
/// of the feed in a configuration.
enum AsOfStep {
  /// The next step on a command line.
  static let option = "give the day with --as-of YYYY-MM-DD"
  /// The next step in a configuration.
  static let key = "write the day under the feed as \"as of: YYYY-MM-DD\""

  /// A fault with the step of a configuration in place of that of a command line.
  static func naming(keyIn fault: Fault) -> Fault {
    let (step, option) = (Array(fault.nextStep.utf8), Array(self.option.utf8))
    guard step.count >= option.count,
      let start = (0...(step.count - option.count)).first(where: { start in
        step[start..<(start + option.count)].elementsEqual(option)
      })
    else { return fault }
    var fault = fault
    fault.nextStep = String(
      decoding: step[..<start] + Array(key.utf8) + step[(start + option.count)...], as: UTF8.self)
    return fault
  }
}

/// What the files of one feed say of the feed itself; the files must agree.
struct FeedTally {
  /// The moment of the feed; absent before its first file.
  private(set) var asOf: Moment = .absent
  private var hasUnmarkedRow = false
  private var hasMarkedRow = false

  /// Takes a file's as-of; the one from outside goes before it.
  ///
  /// - Throws: ``Fault`` where there is none, or where two files describe different moments.
  mutating func state(
    asOf written: Moment?, override given: Moment?, at place: Place, in feed: inout Feed
  ) throws(Fault) {
    guard let moment = given ?? written else {
      throw Fault(
        .inputRefused, at: place, "an export says of which moment it is, and this one does not",
        next: "write its day into its name, as in lcs-2026-03-31.csv, or \(AsOfStep.option)")
    }
    guard asOf == .absent || asOf == moment else {
      throw Fault(
        .inputRefused, at: place, "the files of a feed are of one moment, and this is of another",
        next: "deliver the files of one export, or \(AsOfStep.option)")
    }
    asOf = moment
    feed.asOf = moment
  }

  /// Takes the authority that a file names; false where the feed has another already.
  func state(authority: String, in feed: inout Feed) -> Bool {
    if feed.authority.isEmpty { feed.authority = authority }
    return feed.authority == authority
  }

  /// Counts a row with or without the mark of made-up children.
  mutating func count(marked isMarked: Bool) {
    if isMarked { hasMarkedRow = true } else { hasUnmarkedRow = true }
  }

  /// Whether every child in the feed is made up: one row without the mark is one too many.
  var isSynthetic: Bool { hasMarkedRow && !hasUnmarkedRow }
}

extension EventCoverage {
  /// The coverage of a type of event by two files together: the lesser of both.
  ///
  /// Of participants, the coverage of one file counts where the other has none.
  func merged(with other: EventCoverage) -> EventCoverage {
    let parts: Participants
    switch (participants, other.participants) {
    case (.none, let only), (let only, .none): parts = only
    case (.complete, .complete): parts = .complete
    default: parts = .some
    }
    return EventCoverage(
      precision: precision == .minute && other.precision == .minute ? .minute : .day,
      depth: depth == .all && other.depth == .all ? .all : .latest, participants: parts)
  }
}

extension Feed {
  /// Adds a way of carrying a type of event.
  mutating func add(_ coverage: EventCoverage, of type: EventType) {
    events[type] = events[type].map { $0.merged(with: coverage) } ?? coverage
  }
}
