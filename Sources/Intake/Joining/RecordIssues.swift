public import CaseModel
import Clocks
import Output

/// Finds what is wrong in a child's record and changes no outcome by itself.
public struct RecordIssues {
  private let vocabulary: Vocabulary
  private let feeds: [Feed]
  private let words: CensusWords?

  /// A search in the records of some feeds.
  public init(vocabulary: Vocabulary, feeds: [Feed]) {
    self.vocabulary = vocabulary
    self.feeds = feeds
    words = try? CensusWords(vocabulary)
  }

  /// The issues of one record, in no particular order, with the contradictions of its feeds.
  public func issues(_ record: ChildRecord) -> [DataIssue] {
    var issues: [DataIssue] = []
    for event in record.events { add(event, record, &issues) }
    for process in record.processes { add(process, record, &issues) }
    for other in record.otherValues { add(other, record, &issues) }
    issues += FeedDifferences(vocabulary: vocabulary, feeds: feeds).issues(record)
    return issues
  }

  /// Two values of one fact, with the positions of both.
  private func add(_ other: OtherValue, _ record: ChildRecord, _ issues: inout [DataIssue]) {
    let fact =
      switch other.fact {
      case .born: "the child's birth"
      case .expected: "the day on which the child is expected"
      case .died: "the child's death"
      case .opened(let row, _): "the start of \(name(ofProcess: row, record))"
      case .closed(let row, _): "the end of \(name(ofProcess: row, record))"
      case .closeReason(let row, _): "the reason why \(name(ofProcess: row, record)) was closed"
      case .parent(let row, _): "the case that \(name(ofProcess: row, record)) belongs to"
      case .happened(let row, _): "the date of \(name(ofEvent: row, record))"
      case .outcome(let row, _): "what came of \(name(ofEvent: row, record))"
      case .attribute(_, let name, _): "the \(vocabulary[name].name)"
      }
    issues.append(
      DataIssue(
        other.isOfAnotherFeed ? "feeds-differ-on-value" : "values-differ", .hindering,
        at: other.firstSource, and: other.source,
        other.isOfAnotherFeed
          ? "Two exports say different things of \(fact)."
          : "One export says two things of \(fact).",
        next: "find out which is right and correct the other"))
  }

  private func name(ofProcess row: Int32, _ record: ChildRecord) -> String {
    "the \(vocabulary[record.processes[Int(row)].kind].name)"
  }

  private func name(ofEvent row: Int32, _ record: ChildRecord) -> String {
    English.one(vocabulary[record.events[Int(row)].type].name)
  }

  private func add(_ event: EventRow, _ record: ChildRecord, _ issues: inout [DataIssue]) {
    let word = English.one(vocabulary[event.type].name)
    if event.state == .notRequired {
      if event.at.precision == .unreadable {
        issues.append(
          DataIssue(
            "mark-unreadable", .hindering, at: event.source,
            "Whether \(word) was not required is written in a way that cannot be read.",
            next: "write yes or no in the case system and export again"))
      } else if let held = record.events.first(where: {
        $0.type == event.type && $0.process == event.process && $0.state == .held
      }) {
        issues.append(
          DataIssue(
            "held-though-not-required", .worthALook, at: held.source, and: event.source,
            "\(English.capitalised(word)) is recorded as held and as not required.",
            next: "correct the one that is wrong"))
      }
      return
    }
    switch event.at.precision {
    case .unreadable:
      issues.append(
        DataIssue(
          "date-unreadable", .hindering, at: event.source,
          "The date of \(word) cannot be read.", next: nextStep(forDateOf: event.feeds)))
      return
    case .missing where event.state == .held, .absent where event.state == .held:
      issues.append(
        DataIssue(
          "date-missing", .hindering, at: event.source, "The date of \(word) is empty.",
          next: "fill in the date in the case system and export again"))
      return
    default: break
    }
    guard let day = event.at.day else { return }
    if event.state == .held, isAfterEveryAsOf(event) {
      issues.append(
        DataIssue(
          "dated-after-as-of", .harmful, at: event.source,
          "\(English.capitalised(word)) is recorded as held on a day after the export was made.",
          next: "correct the date, or record it as planned"))
    }
    if day.civil.year < 1990 || day.civil.year > 2100, event.state == .held {
      issues.append(
        DataIssue(
          "date-implausible", .hindering, at: event.source,
          "The date of \(word) lies in a year that cannot be right.",
          next: "correct the date in the case system and export again"))
    }
    if let died = record.died.day, day > died, event.state == .held {
      issues.append(
        DataIssue(
          "event-after-death", .worthALook, at: event.source, and: record.diedSource,
          "\(English.capitalised(word)) is dated after the child's death.",
          next: "look which of the two dates is wrong"))
    }
    if case .never = event.at.localMinute.map(LondonTime.reading) {
      issues.append(
        DataIssue(
          "time-impossible", .hindering, at: event.source,
          "The time of \(word) lies in the hour that the clocks leave out in March.",
          next: "correct the time; until then only its day counts"))
    }
    guard let words, event.type == words.reviewHeld, event.process >= 0 else { return }
    let plan = record.processes[Int(event.process)]
    if let start = plan.opened.day, day <= start {
      issues.append(
        DataIssue(
          "review-before-plan", .worthALook, at: event.source, and: plan.source,
          "A review conference is dated on or before the day on which its plan started.",
          next: "look whether it is the initial conference, or the date is wrong"))
    }
    if let end = plan.closed.day, day > end {
      issues.append(
        DataIssue(
          "review-after-plan", .worthALook, at: event.source, and: plan.closedSource,
          "A review conference is dated after its plan ended.",
          next: "look which of the two dates is wrong"))
    }
  }

  /// What a person does about a date that cannot be read.
  ///
  /// A mapping among the feeds that hold it comes first: it can be wrong itself.
  private func nextStep(forDateOf held: FeedSet) -> String {
    let formats = feeds.indices.compactMap { index in
      held.has(feed: index) ? ExportFormat(of: feeds[index]) : nil
    }
    let format: ExportFormat = formats.contains(.mapped) ? .mapped : formats.first ?? .census
    return format.definition.unreadableDateStep
  }

  private func isAfterEveryAsOf(_ event: EventRow) -> Bool {
    guard let day = event.at.day else { return false }
    var isAfter = false
    for (index, feed) in feeds.enumerated() where event.feeds.has(feed: index) {
      guard let asOf = feed.asOf.day else { continue }
      if day <= asOf { return false }
      isAfter = true
    }
    return isAfter
  }

  private func add(_ process: ProcessRow, _ record: ChildRecord, _ issues: inout [DataIssue]) {
    let word = English.one(vocabulary[process.kind].name)
    if process.opened.precision == .missing
      || process.opened.precision == .absent && carriesOpening(of: process)
    {
      issues.append(
        DataIssue(
          "opening-missing", .hindering, at: process.source,
          "\(English.capitalised(word)) has no date on which it opened.",
          next: "fill in the date in the case system and export again"))
    }
    if let opened = process.opened.day, let closed = process.closed.day, closed < opened {
      issues.append(
        DataIssue(
          "closed-before-opened", .harmful, at: process.closedSource, and: process.source,
          "\(English.capitalised(word)) was closed before it was opened.",
          next: "look which of the two dates is wrong"))
    }
    if process.closed.precision == .unreadable {
      issues.append(
        DataIssue(
          "date-unreadable", .hindering, at: process.closedSource,
          "The date on which \(word) closed cannot be read.",
          next: nextStep(forDateOf: process.feeds)))
    }
    guard let words else { return }
    if process.kind == words.s47, process.parent >= 0, let day = process.opened.day,
      let referral = record.processes[Int(process.parent)].opened.day, day < referral
    {
      issues.append(
        DataIssue(
          "enquiry-before-referral", .worthALook, at: process.source,
          and: record.processes[Int(process.parent)].source,
          "A section 47 enquiry started before the referral that it belongs to.",
          next: "look which of the two dates is wrong"))
    }
    if process.kind == words.cpPlan { addPlan(process, words, record, &issues) }
  }

  /// Whether an export that holds a process carries what opens it; where none does, a process without
  /// an opening is no fault of its rows.
  private func carriesOpening(of process: ProcessRow) -> Bool {
    let opening = vocabulary[process.kind].openedBy
    return feeds.indices.contains { index in
      process.feeds.has(feed: index) && feeds[index].carries(opening)
    }
  }

  private func addPlan(
    _ plan: ProcessRow, _ words: CensusWords, _ record: ChildRecord, _ issues: inout [DataIssue]
  ) {
    guard let day = plan.opened.day else { return }
    var nearest: EventRow?
    for event in record.events where event.type == words.icpcHeld && event.state == .held {
      guard let held = event.at.day else { continue }
      if held == day { return }
      let distance = abs(held.days(since: day))
      guard distance <= 30 else { continue }
      if nearest?.at.day.map({ distance < abs($0.days(since: day)) }) ?? true { nearest = event }
    }
    guard let nearest else { return }
    issues.append(
      DataIssue(
        "plan-not-on-conference-day", .worthALook, at: plan.source, and: nearest.source,
        "A child protection plan started on another day than its conference.",
        next: "look which of the two dates is wrong; the plan starts at the conference"))
  }
}
