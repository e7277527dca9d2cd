import Clocks

/// Something that is to have happened so long before an event, held or planned.
struct LookBackForm: FormPlanner {
  var forms: [String]
  var rule: String
  var process = ""
  var opening = ""
  var trigger: String
  var before: FormLimit
  var event: String
  var from: CivilDay

  var rules: [String] { [rule] }
  let variants = 8

  func plan(_ variant: Int, _ maker: inout FormMaker) {
    let asOf = CivilDay.asOf
    let isPlanned = variant >= 5
    let day =
      isPlanned ? maker.day(asOf.adding(days: 1), asOf.adding(days: 70)) : maker.day(from, asOf)
    let due = latest(before: day, maker.arithmetic)
    let place = process.isEmpty ? FormFact.Process.none : maker.process(process)
    if !opening.isEmpty { maker.add(opening, due.adding(days: -120), in: place) }
    maker.add(trigger, day, in: place, state: isPlanned ? "planned" : "")
    var answer = FormAnswer(
      rule: rule, trigger: PlannedMoment(day), start: PlannedMoment(day), due: PlannedMoment(due),
      outcome: "")
    func hold(_ on: CivilDay, _ outcome: String) {
      maker.add(event, on, in: place)
      answer.satisfied = PlannedMoment(on)
      answer.outcome = outcome
    }
    switch variant {
    case 0: hold(due, "met")
    case 1: hold(due.adding(days: 1), "met late")
    case 2: hold(maker.day(due.adding(days: -40), due), "met")
    case 3: answer.outcome = "not met"
    case 4:
      maker.addUnreadable(event, in: place)
      answer.outcome = "not evaluable"
      answer.reason = "date_unreadable"
    case 5 where due <= asOf: hold(due, "met")
    default: answer.outcome = due < asOf ? "overdue" : "due"
    }
    maker.expect(answer)
  }

  /// The last day that lies at least the limit before a day.
  private func latest(before day: CivilDay, _ arithmetic: PlantedArithmetic) -> CivilDay {
    guard case .workingDays(let count) = before else {
      var due = day
      while before.due(after: PlannedMoment(due), arithmetic).day > day {
        due = due.adding(days: -1)
      }
      return due
    }
    // Counted backwards: the nth working day strictly before it.
    var due = day
    var left = count
    while left > 0 {
      due = due.adding(days: -1)
      if arithmetic.isWorking(due) { left -= 1 }
    }
    return due
  }
}
