import Clocks
import Synthesis

/// One child of the forms: what the file holds of it, and what each check must come to.
///
/// A plan writes the facts and the answers in the same breath.
struct FormCase {
  /// The child's id.
  let child: String
  /// The chances of this child alone.
  var random: PlantedRandom
  let arithmetic: PlantedArithmetic
  /// The bank holidays in their order.
  let holidays: [CivilDay]
  private(set) var facts: [FormFact] = []
  private(set) var answers: [FormAnswer] = []
  private let plan: FormPlan
  private var ordinal = 0

  /// The case of a child, planted by a plan.
  init(
    child: String, plan: FormPlan, random: PlantedRandom, arithmetic: PlantedArithmetic,
    holidays: [CivilDay]
  ) {
    self.child = child
    self.plan = plan
    self.random = random
    self.arithmetic = arithmetic
    self.holidays = holidays
    plan.plant(&self)
  }

  // MARK: Facts

  /// Opens a process; its opening event is a row of its own.
  mutating func open(
    _ kind: String, _ at: FormTime, in parent: FormProcess? = nil, _ detail: String = ""
  ) -> FormProcess {
    ordinal += 1
    let process = FormProcess(kind: kind, id: "\(child)-\(ordinal)", parent: parent?.id ?? "")
    add(process.opened, at, in: process, detail)
    return process
  }

  /// Closes a process.
  mutating func close(_ process: FormProcess, _ at: FormTime, because reason: String = "") {
    add(process.closed, at, in: process, outcome: reason)
  }

  /// Writes an event down.
  mutating func add(
    _ type: String, _ at: FormTime, in process: FormProcess? = nil, _ detail: String = "",
    state: String = "", outcome: String = ""
  ) {
    facts.append(
      FormFact(
        child: child, process: process ?? FormProcess(), type: type, at: at, state: state,
        outcome: outcome, detail: detail))
  }

  /// Writes down who took part in an event, was there, sent a report or was sent the record.
  mutating func add(
    parts roles: [String], _ part: String, of type: String, _ at: FormTime,
    in process: FormProcess? = nil
  ) {
    for role in roles {
      facts.append(
        FormFact(
          child: child, process: process ?? FormProcess(), type: type, at: at, state: part,
          role: role))
    }
  }

  /// Writes the last row a second time.
  mutating func doubleLastRow() { if let last = facts.last { facts.append(last) } }

  /// Writes all rows so far down for another child as well, who shares the processes.
  mutating func share(with sibling: String) {
    facts += facts.filter { $0.child == child }.map { fact in
      var fact = fact
      fact.child = sibling
      return fact
    }
  }

  // MARK: Answers

  /// Writes an expected answer down; what is not stated is not compared.
  mutating func expect(
    _ outcome: FormOutcome, trigger: PlannedMoment? = nil, start: PlannedMoment? = nil,
    due: PlannedMoment? = nil, satisfied: PlannedMoment? = nil, because reason: FormReason? = nil,
    of rule: FormRule? = nil, child: String? = nil
  ) {
    answers.append(
      FormAnswer(
        child: child ?? self.child, rule: rule ?? plan.rule, intention: plan.intention,
        outcome: outcome, trigger: trigger, start: start, due: due, satisfied: satisfied,
        reason: reason))
  }

  /// Writes down that something is overdue from the day or minute after due, and due until then.
  mutating func expectUnsatisfied(
    trigger: PlannedMoment?, start: PlannedMoment? = nil, due: PlannedMoment,
    of rule: FormRule? = nil
  ) {
    expect(unsatisfied(due: due), trigger: trigger, start: start, due: due, of: rule)
  }

  /// What comes of a check that nothing has satisfied.
  func unsatisfied(due: PlannedMoment) -> FormOutcome { due.day < .asOf ? .overdue : .due }

  /// What comes of a check that something has satisfied.
  func satisfied(_ moment: PlannedMoment, due: PlannedMoment) -> FormOutcome {
    guard moment.day == due.day, let minute = moment.minute, let last = due.minute else {
      return moment.day <= due.day ? .met : .metLate
    }
    return minute <= last ? .met : .metLate
  }
}

extension FormCase {
  /// The first day on which anything of the forms starts: the holidays are known from here on.
  static let first = CivilDay.of(2012, 1, 1)

  /// Some day of a range; often one near a holiday, a change of the clocks, the end of a month, a
  /// leap day or the edge of the range.
  mutating func day(_ range: ClosedRange<CivilDay>) -> CivilDay {
    for _ in 0..<4 {
      let day = candidate(range)
      if range.contains(day) { return day }
    }
    return plainDay(range)
  }

  /// Some day so many days after another.
  mutating func day(_ count: ClosedRange<Int>, after day: CivilDay) -> CivilDay {
    day.adding(days: random.number(count))
  }

  private mutating func plainDay(_ range: ClosedRange<CivilDay>) -> CivilDay {
    let length = range.upperBound.days(since: range.lowerBound)
    return range.lowerBound.adding(days: random.number(0...max(0, length)))
  }

  private mutating func candidate(_ range: ClosedRange<CivilDay>) -> CivilDay {
    let plain = plainDay(range)
    let (year, month, _) = plain.civil
    switch random.number(1...10) {
    case 1...3:
      return (random.pick(holidays) ?? plain).adding(days: -random.number(0...16))
    case 4:
      let march = random.chance(50)
      return PlantedArithmetic.lastSunday(ofMonth: march ? 3 : 10, year: year)
        .adding(days: -random.number(0...3))
    case 5:
      let next = month == 12 ? CivilDay.of(year + 1, 1, 1) : CivilDay.of(year, month + 1, 1)
      return next.adding(days: -random.number(1...2))
    case 6:
      let leap = year / 4 * 4
      return CivilDay.of(leap, 3, 1).adding(days: -random.number(1...3))
    case 7 where random.chance(50):
      return random.chance(50) ? range.lowerBound : range.upperBound
    default: return plain
    }
  }

  /// A time of a day at which the clocks never change: from 04:00 to 22:59.
  mutating func time(on day: CivilDay) -> PlannedMoment {
    PlannedMoment(day, random.number(4...22), random.number(0...59))
  }

  /// A day as a limit needs it: to the minute where it is counted in hours.
  mutating func moment(_ day: CivilDay, for limit: PlantedLimit) -> PlannedMoment {
    limit.isTimed ? time(on: day) : PlannedMoment(day)
  }

  /// A start whose limit runs out on a day, or the last one whose limit does so after it.
  func start(of limit: PlantedLimit, due day: CivilDay, minute: Int? = nil) -> PlannedMoment {
    var start = PlannedMoment(day, minute: limit.isTimed ? minute ?? 600 : nil)
    while arithmetic.due(limit, after: start).day > day { start.day = start.day.adding(days: -1) }
    if arithmetic.due(limit, after: start).day < day { start.day = start.day.adding(days: 1) }
    return start
  }

  /// The moment right after another: a minute or a day.
  func next(_ moment: PlannedMoment) -> PlannedMoment {
    moment.minute == nil
      ? PlannedMoment(moment.day.adding(days: 1)) : arithmetic.minutes(1, after: moment)
  }

  /// Some moment from one to another, and at neither unless there is nothing between.
  mutating func between(_ start: PlannedMoment, _ end: PlannedMoment) -> PlannedMoment {
    let days = end.day.days(since: start.day)
    guard start.minute != nil, end.minute != nil else {
      guard days > 1 else { return PlannedMoment(days < 1 ? start.day : end.day) }
      return PlannedMoment(day(1...(days - 1), after: start.day))
    }
    guard days > 1 else { return arithmetic.minutes(random.number(1...59), after: start) }
    return time(on: day(1...(days - 1), after: start.day))
  }

  /// Some moment after another, days later.
  mutating func late(_ due: PlannedMoment) -> PlannedMoment {
    let day = day(2...40, after: due.day)
    return due.minute == nil ? PlannedMoment(day) : time(on: day)
  }
}
