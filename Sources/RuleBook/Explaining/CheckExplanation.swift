public import CaseModel
public import Clocks

/// Everything that is to be told of one check: what was looked at, counted, and came of it.
///
/// The sentences that people read and the fields that programs read come from the same check.
public struct CheckExplanation: Sendable {
  /// A day between the start and due that is no working day.
  public struct DayNotCounted: Sendable {
    /// The day.
    public let day: CivilDay
    /// The holiday's name, or the day of the week.
    public let name: String
  }

  /// The check.
  public let check: Check
  /// The rule's id.
  public let rule: String
  /// Its title.
  public let title: String
  /// The edition that was in force.
  public let edition: Edition
  /// What triggered it.
  public let trigger: RecordedFact
  /// What could have started the clock, the one that did and why.
  public let starts: [StartAccount]
  /// The limit in words; empty where there is none or several may apply.
  public let limit: String
  /// The calendar that the edition counts working days by.
  public let calendar: String
  /// The days up to due that are not counted; empty for a limit that counts them all.
  public let notCounted: [DayNotCounted]
  /// What satisfied it; nil where nothing did.
  public let satisfiedBy: RecordedFact?
  /// Calendar days from the start until it was met, or until now.
  public let days: Int?
  /// Working days from the start until it was met, or until now.
  public let workingDays: Int?
  /// Minutes from the start until it was met, or until now, for a limit of hours; nil where a time
  /// of day is not recorded.
  public let minutes: Int?
  /// Days from the child's first concern until it was met, or until now; nil where the rule has no
  /// such clock.
  public let livedDays: Int?
  /// The day of that first concern.
  public let livedFrom: CivilDay?
  /// How late it is, in words; empty where it is not late.
  public let lateness: String
  /// How the rule is counted, in words.
  public let howCounted: String
  /// How this check was worked out, in sentences.
  public let sentences: [String]
  /// What to do next; empty for nothing.
  public let nextStep: String

  /// The explanation of a check.
  public init(
    _ check: Check, of record: ChildRecord, by judge: Judge, _ explainer: CheckExplainer
  ) {
    let compiled = judge.compiled
    let compiledRule = compiled.rules[Int(check.rule)]
    self.check = check
    rule = compiledRule.rule.id
    title = compiledRule.rule.title
    edition = compiledRule.rule.editions[Int(check.edition)]
    let workingDays = compiledRule.calendar(ofEdition: Int(check.edition))
    trigger = RecordedFact(check.trigger, of: record, compiled.vocabulary)
    starts = StartAccount.all(check, of: record, compiled)
    let limit = CheckNote.limit(check, of: compiledRule)
    self.limit = limit.map(\.description) ?? ""
    calendar = workingDays.name
    notCounted =
      limit?.unit == .workingDays
      ? CheckExplanation.notCounted(from: check.start, to: check.due, workingDays) : []
    satisfiedBy = CheckExplanation.satisfier(check, record, compiled)
    let end = CheckExplanation.end(of: check)
    let hasClock = !compiledRule.editions[Int(check.edition)].body.requirement.startsNoClock
    if hasClock, let first = check.start.day, let last = end.day, first <= last {
      days = last.days(since: first)
      self.workingDays = workingDays.workingDays(from: first, to: last)
    } else {
      (days, self.workingDays) = (nil, nil)
    }
    minutes = limit?.isElapsed == true ? CheckExplanation.minutes(from: check.start, to: end) : nil
    livedDays = LivedClock.days(check, compiledRule, record)
    livedFrom = livedDays.flatMap { days in end.day?.adding(days: -days) }
    lateness = CheckNote.lateness(check, of: compiledRule)
    howCounted = RuleSentences.text(compiledRule, vocabulary: compiled.vocabulary)
    sentences = explainer.sentences(check, of: record)
    nextStep = explainer.nextStep(check, of: record)
  }

  /// The moment up to which the clocks ran; absent where they did not.
  private static func end(of check: Check) -> Moment {
    switch check.outcome {
    case .met, .metLate: check.satisfied
    case .overdue, .due, .elapsed: check.stopped.isKnown ? check.stopped : check.asOf
    case .stopped: check.stopped
    case .notMet, .notRequired, .invalid, .notEvaluable: .absent
    }
  }

  private static func minutes(from start: Moment, to end: Moment) -> Int? {
    guard start.hasTime, end.hasTime, let first = start.instants, let last = end.instants,
      first.lowerBound == first.upperBound, last.lowerBound == last.upperBound,
      first.lowerBound.minutes <= last.lowerBound.minutes
    else { return nil }
    return Int(last.lowerBound.minutes - first.lowerBound.minutes)
  }

  private static func satisfier(
    _ check: Check, _ record: ChildRecord, _ compiled: CompiledRules
  ) -> RecordedFact? {
    guard check.outcome == .met || check.outcome == .metLate else { return nil }
    if check.satisfiedBy >= 0 {
      return RecordedFact(event: check.satisfiedBy, of: record, compiled.vocabulary)
    }
    guard case .process(let row) = check.trigger, check.satisfied.isKnown,
      check.satisfied == record.processes[Int(row)].closed
    else { return nil }
    return RecordedFact(process: row, isClosing: true, of: record, compiled.vocabulary)
  }

  private static func notCounted(
    from start: Moment, to due: Moment, _ calendar: WorkingDayCalendar
  ) -> [DayNotCounted] {
    guard let first = start.day, let last = due.day, first < last else { return [] }
    var days: [DayNotCounted] = []
    var day = first.adding(days: 1)
    while day <= last {
      if calendar.isWorkingDay(day) == false {
        let weekday = day.isWeekend ? (day.weekday == 5 ? "Saturday" : "Sunday") : ""
        days.append(DayNotCounted(day: day, name: calendar.holidays[day] ?? weekday))
      }
      day = day.adding(days: 1)
    }
    return days
  }
}

/// A row of a child's record as an explanation names it: what it is, when it was, where it stands.
public struct RecordedFact: Sendable {
  /// Whether it is something that opened or something that happened.
  public enum Kind: String, Sendable {
    /// The opening or closing of a process.
    case process
    /// An event.
    case event
  }

  /// What it is.
  public let kind: Kind
  /// The word of the vocabulary: `strategy_discussion`.
  public let word: String
  /// What reports call it: `strategy discussion`.
  public let name: String
  /// The case system's own id; empty where it has none.
  public let id: String
  /// When it was.
  public let at: Moment
  /// Where it stands.
  public let source: Source

  /// An event of a record.
  init(event row: Int32, of record: ChildRecord, _ vocabulary: Vocabulary) {
    let event = record.events[Int(row)]
    kind = .event
    word = vocabulary[event.type].word
    name = vocabulary[event.type].name
    id = record.string(event.id)
    at = event.at
    source = event.source
  }

  /// The opening of a process of a record, or its closing.
  init(
    process row: Int32, isClosing: Bool = false, of record: ChildRecord, _ vocabulary: Vocabulary
  ) {
    let process = record.processes[Int(row)]
    kind = .process
    word = vocabulary[process.kind].word
    name = vocabulary[process.kind].name
    id = record.string(process.id)
    at = isClosing ? process.closed : process.opened
    source = isClosing ? process.closedSource : process.source
  }

  /// What triggered a check.
  init(_ trigger: Check.Trigger, of record: ChildRecord, _ vocabulary: Vocabulary) {
    switch trigger {
    case .process(let row): self.init(process: row, of: record, vocabulary)
    case .event(let row): self.init(event: row, of: record, vocabulary)
    }
  }
}

/// The clock as the child lived it: from the first concern, whatever the rule starts with.
public enum LivedClock {
  /// The days from the first of the rule's `lived from` events to what satisfied the check, or to
  /// the as-of while nothing has.
  ///
  /// Repeated discussions cannot shorten it: the first counts.
  ///
  /// - Returns: nil where the rule has no such clock or the record no such event.
  public static func days(_ check: Check, _ compiledRule: CompiledRule, _ record: ChildRecord)
    -> Int?
  {
    let edition = compiledRule.editions[Int(check.edition)]
    guard !edition.body.livedFrom.isEmpty, let start = check.start.day else { return nil }
    let process: Int32
    switch check.trigger {
    case .process(let row): process = row
    case .event(let row): process = record.events[Int(row)].process
    }
    var first: CivilDay?
    for event in record.events
    where event.state == .held && edition.body.livedFrom.contains(event.type) {
      guard let day = event.at.day, day <= start,
        Links.relation(of: event.process, to: process, in: record) == .linked
      else { continue }
      first = min(first ?? day, day)
    }
    guard let first else { return nil }
    switch check.outcome {
    case .met, .metLate: return check.satisfied.day.map { $0.days(since: first) }
    case .overdue, .due:
      let end = check.stopped.day ?? check.asOf.day
      return end.map { $0.days(since: first) }
    case .notMet, .notRequired, .stopped, .invalid, .notEvaluable, .elapsed: return nil
    }
  }
}
