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
