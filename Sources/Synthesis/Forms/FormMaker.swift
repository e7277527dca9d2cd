import Clocks

/// Gathers the facts and answers of one child while a planner draws its dates.
struct FormMaker {
  let child: String
  let arithmetic: PlantedArithmetic
  var random: PlantedRandom
  private(set) var facts: [FormFact] = []
  private(set) var answers: [FormAnswer] = []

  init(child: String, random: PlantedRandom, arithmetic: PlantedArithmetic) {
    self.child = child
    self.random = random
    self.arithmetic = arithmetic
  }

  // MARK: Drawing

  /// A day between two, both among them.
  mutating func day(_ first: CivilDay, _ last: CivilDay) -> CivilDay {
    first.adding(days: random.number(0...max(0, last.days(since: first))))
  }

  /// A quarter of an hour from 03:00 to 19:45, which London's clocks show once on every day.
  mutating func time(_ day: CivilDay) -> PlannedMoment {
    PlannedMoment(day, minute: random.number(12...79) * 15)
  }

  /// The process of a kind with an id of its own for this child.
  func process(_ kind: String, _ number: Int = 1, in parent: FormFact.Process = .none)
    -> FormFact.Process
  {
    FormFact.Process(kind: kind, id: "\(child)-\(kind)-\(number)", parent: parent.id)
  }

  // MARK: Noting down

  /// Adds a row.
  mutating func add(
    _ type: String, _ at: PlannedMoment, in process: FormFact.Process = .none, state: String = "",
    outcome: String = "", role: String = "", detail: String = ""
  ) {
    facts.append(
      FormFact(
        process: process, type: type, at: .at(at), state: state, outcome: outcome, role: role,
        detail: detail))
  }

  /// Adds a row of a day.
  mutating func add(
    _ type: String, _ day: CivilDay, in process: FormFact.Process = .none, state: String = "",
    outcome: String = "", role: String = "", detail: String = ""
  ) {
    add(
      type, PlannedMoment(day), in: process, state: state, outcome: outcome, role: role,
      detail: detail)
  }

  /// Adds a row whose date nobody can read.
  mutating func addUnreadable(
    _ type: String, in process: FormFact.Process = .none, detail: String = ""
  ) {
    facts.append(FormFact(process: process, type: type, at: .unreadable, detail: detail))
  }

  /// Adds a check that is to be made.
  mutating func expect(_ answer: FormAnswer) { answers.append(answer) }

  /// The case of these facts and answers.
  func planned(by planner: any FormPlanner) -> FormCase {
    FormCase(
      child: child, forms: planner.forms, rules: planner.rules, facts: facts, answers: answers)
  }
}
