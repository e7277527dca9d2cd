import Clocks
import Synthesis

/// A rule of something that comes again: what opens the chain, how long each interval is, and what
/// closes it.
struct RepeatRule: Sendable {
  /// What an interval's length may depend on.
  struct Interval: Sendable {
    /// The day on which the process was opened.
    var opened: CivilDay
    /// The day on which the interval starts.
    var start: CivilDay
    /// How many of the events were held up to then.
    var count: Int
    /// What the case chose, such as the day of a review or of the birth.
    var other: CivilDay?
  }

  /// The rule of the later intervals, and of the first where it has one of its own.
  var rule: FormRule
  /// The rule of the first interval, where that is another.
  var firstRule: FormRule?
  /// The first day of the first edition.
  var since: CivilDay
  var kind: String
  var detail = ""
  var otherDetail: String?
  /// The first interval; nil where the rule does not say.
  var first: PlantedLimit?
  /// Every later interval; nil where nothing is asked for.
  var then: @Sendable (Interval, PlantedArithmetic) -> PlantedLimit?
  /// Whether nobody can say how long an interval is for which `then` has no limit; else none is asked
  /// for.
  var isOpenWithoutLimit = false
  /// About how long an interval lasts at most, in days.
  var span: Int
  var met: String
  var metDetail = ""
  /// What an event carries that does not count, and one of which nobody knows whether it does.
  var wrongDetail: String?
  var unknownDetail: String?
  /// Whether one on the day of the opening does not count.
  var isAfterStartDay = false
  /// Nothing counts before so many months after the opening.
  var monthsBefore = 0
  /// Whether a death ends the chain.
  var endsAtDeath = true
  /// Whether intervals that began from 24 April to 25 September 2020 had no number.
  var isRelaxed = false
  /// Picks a day that the intervals depend on, near the opening.
  var draw: (@Sendable (CivilDay, inout FormCase) -> CivilDay?)?
  /// Writes that day down, before the process is opened; the process that the chain lies in.
  var note: (@Sendable (CivilDay?, CivilDay, inout FormCase) -> FormProcess?)?
  /// The event that sets another interval, where it lies in the chain's own process.
  var ownEvent: String?

  /// The days of the relaxed edition.
  static let relaxation = CivilDay.of(2020, 4, 24)...CivilDay.of(2020, 9, 25)

  /// The intervals are all the same.
  static func always(_ limit: PlantedLimit)
    -> @Sendable (Interval, PlantedArithmetic)
    -> PlantedLimit?
  {
    { _, _ in limit }
  }
}

/// What a chain of intervals is to come to.
enum RepeatIntention: String, CaseIterable, Sendable {
  case kept = "kept again and again, the next still to come"
  case lastDays = "each on its last day, the next due on the as-of day"
  case dueYesterday = "the last was due the day before the as-of day"
  case dayAfter = "one a day late, and the next runs from it"
  case longMissed = "one missed for long, and the next runs from when it was held"
  case missed = "missed, and still open"
  case endedInTime = "ended before the next was due"
  case endedOnLastDay = "ended on the day on which the next was due"
  case endedLate = "ended after the next was due"
  case endedOnEvent = "ended on the day of an event"
  case eventAfterEnd = "one after the end does not count"
  case diedInTime = "the child died before the next was due"
  case diedOnLastDay = "the child died on the day on which the next was due"
  case diedLate = "the child died after the next was due"
  case twiceOnOneDay = "two on one day are one"
  case onStartDay = "one on the day of the start does not count"
  case tooEarly = "one before the first day that counts"
  case wrongDetail = "one that does not count"
  case unknownDetail = "one of which nobody knows whether it counts"
  case undated = "one on a day that is missing"
  case unreadable = "one on a day that cannot be read"
  case never = "never any"
  case acrossFirstEdition = "begun before the first edition"
  case relaxed = "in the relaxed edition"
  case openedInFuture = "opened after the as-of day"
  case openedUndated = "opened on a day that is missing"
  case closedBeforeOpened = "closed before opened"
  case otherKind = "a process of another kind"
}

/// A chain of intervals while it is planned: its days, and what each interval comes to.
struct RepeatChain {
  let rule: RepeatRule
  var opened: CivilDay
  /// The days that count, each once and in their order.
  var days: [CivilDay] = []
  var closed: CivilDay?
  var died: CivilDay?
  var other: CivilDay?

  /// A chain that was opened on a day.
  init(_ rule: RepeatRule, opened: CivilDay, other: CivilDay? = nil) {
    self.rule = rule
    self.opened = opened
    self.other = other
  }

  /// The day of the end, if there is one.
  private var end: CivilDay? { [closed, rule.endsAtDeath ? died : nil].compactMap(\.self).min() }

  /// The last day in time of the interval that is open now; nil where nothing is asked for.
  func due(in form: FormCase) -> CivilDay? { due(at: days.count, in: form) }

  /// The limit of the interval that is open now.
  func limit(in form: FormCase) -> PlantedLimit? {
    guard let last = days.last else { return rule.first }
    let interval = RepeatRule.Interval(
      opened: opened, start: last, count: days.count, other: other)
    return rule.then(interval, form.arithmetic)
  }

  private func due(at index: Int, in form: FormCase) -> CivilDay? {
    var earlier = self
    earlier.days = Array(days.prefix(index))
    let start = earlier.days.last ?? opened
    return earlier.limit(in: form).map {
      form.arithmetic.due($0, after: PlannedMoment(start)).day
    }
  }

  /// Writes down what each interval comes to.
  func expect(in form: inout FormCase) {
    var isSilent = true
    for index in 0...days.count where index > 0 || rule.first != nil {
      let start = index == 0 ? opened : days[index - 1]
      // It ends on the day of an event: the event counts and opens nothing.
      if index > 0, let end, start >= end { break }
      if start < rule.since { continue }
      isSilent = false
      let asked = index == 0 ? rule.firstRule ?? rule.rule : rule.rule
      let trigger = PlannedMoment(start)
      let held = index < days.count ? PlannedMoment(days[index]) : nil
      if rule.isRelaxed, RepeatRule.relaxation.contains(start) {
        form.expect(.elapsed, trigger: trigger, start: trigger, satisfied: held, of: asked)
        continue
      }
      guard let day = due(at: index, in: form) else {
        if rule.isOpenWithoutLimit {
          form.expect(.notEvaluable, trigger: trigger, because: .valueMissing, of: asked)
        } else {
          form.expect(.notRequired, trigger: trigger, of: asked)
        }
        continue
      }
      let due = PlannedMoment(day)
      if let held {
        form.expect(
          form.satisfied(held, due: due), trigger: trigger, start: trigger, due: due,
          satisfied: held, of: asked)
      } else if let end {
        form.expect(
          end <= day ? .stopped : .overdue, trigger: trigger, start: trigger, due: due, of: asked)
      } else {
        form.expectUnsatisfied(trigger: trigger, start: trigger, due: due, of: asked)
      }
    }
    if isSilent { form.expect(.noCheck) }
  }
}
