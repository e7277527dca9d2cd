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
  /// The calendar that working days are counted by.
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

  /// The account of a check.
  public init(
    _ check: Check, of record: ChildRecord, by judge: Judge, _ explainer: CheckExplainer
  ) {
    let compiled = judge.compiled
    let compiledRule = compiled.rules[Int(check.rule)]
    self.check = check
    rule = compiledRule.rule.id
    title = compiledRule.rule.title
    edition = compiledRule.rule.editions[Int(check.edition)]
    trigger = RecordedFact(check.trigger, of: record, compiled.vocabulary)
    starts = StartAccount.all(check, of: record, compiled)
    let limit = CheckNote.limit(check, of: compiledRule)
    self.limit = limit.map(\.description) ?? ""
    calendar = compiledRule.calendar.name
    notCounted =
      limit?.unit == .workingDays
      ? CheckExplanation.notCounted(from: check.start, to: check.due, compiledRule.calendar) : []
    satisfiedBy = CheckExplanation.satisfier(check, record, compiled)
    let end = CheckExplanation.end(of: check)
    let hasClock = !compiledRule.editions[Int(check.edition)].body.requirement.startsNoClock
    if hasClock, let first = check.start.day, let last = end.day, first <= last {
      days = last.days(since: first)
      workingDays = compiledRule.calendar.workingDays(from: first, to: last)
    } else {
      (days, workingDays) = (nil, nil)
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
