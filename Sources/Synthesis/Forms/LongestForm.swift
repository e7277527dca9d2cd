import Clocks

/// A longest time that a process may last, with or without an extension.
struct LongestForm: FormPlanner {
  var forms: [String]
  var rule: String
  var process: String
  var trigger: String
  var detail = ""
  var closing: String
  var limit: FormLimit
  var extensionBy = ""
  var extensionLimit: FormLimit?
  var from: CivilDay
  var until: CivilDay?
  var stopsAtDeath = false

  var rules: [String] { [rule] }
  var variants: Int { extensionLimit == nil ? (stopsAtDeath ? 8 : 7) : 11 }

  func plan(_ number: Int, _ maker: inout FormMaker) {
    // An edition that has ended has no clock that is due today.
    let variant = until != nil && (4...5).contains(number) ? 3 : number
    let asOf = CivilDay.asOf
    let day =
      variant == 4
      ? asOf
      : variant == 5
        ? lastOverdue(maker) : maker.day(from, until ?? asOf.adding(days: -300))
    let start = limit.isElapsed ? maker.time(day) : PlannedMoment(day)
    let due = limit.due(after: start, maker.arithmetic)
    let place = maker.process(process)
    maker.add(trigger, start, in: place, detail: detail)
    var answer = FormAnswer(rule: rule, trigger: start, start: start, due: due, outcome: "")
    func end(_ at: PlannedMoment, _ outcome: String) {
      maker.add(closing, at, in: place)
      answer.satisfied = at
      answer.outcome = outcome
    }
    func later(_ moment: PlannedMoment, _ count: Int) -> PlannedMoment {
      limit.isElapsed
        ? maker.arithmetic.minutes(count, after: moment)
        : PlannedMoment(moment.day.adding(days: count))
    }
    switch variant {
    case 0: end(due, "met")
    case 1: end(later(due, 1), "met late")
    case 2:
      end(
        limit.isElapsed
          ? maker.arithmetic.minutes(maker.random.number(30...600), after: start)
          : PlannedMoment(maker.day(start.day, due.day)), "met")
    case 3, 5: answer.outcome = "overdue"
    case 4: answer.outcome = "due"
    case 6:
      maker.addUnreadable(closing, in: place)
      answer.outcome = "not evaluable"
      answer.reason = "date_unreadable"
    default:
      if let extensionLimit {
        planExtension(variant, due, extensionLimit, place, &answer, &maker)
      } else {
        maker.add("child_died", due.day)
        answer.outcome = "stopped"
      }
    }
    maker.expect(answer)
  }

  /// The youngest start whose clock has run out before the as-of day.
  private func lastOverdue(_ maker: FormMaker) -> CivilDay {
    var day = CivilDay.asOf
    while limit.due(after: PlannedMoment(day, minute: 720), maker.arithmetic).day >= .asOf {
      day = day.adding(days: -1)
    }
    return limit.isElapsed ? day.adding(days: -1) : day
  }

  /// Extended on the last day, a day too late, once too often, or up to the new end.
  private func planExtension(
    _ variant: Int, _ due: PlannedMoment, _ extra: FormLimit, _ place: FormFact.Process,
    _ answer: inout FormAnswer, _ maker: inout FormMaker
  ) {
    let moved = extra.due(after: due, maker.arithmetic)
    switch variant {
    case 7, 8:
      maker.add(extensionBy, due, in: place)
      let end = PlannedMoment(moved.day.adding(days: variant == 7 ? 0 : 1))
      maker.add(closing, end, in: place)
      (answer.due, answer.satisfied) = (moved, end)
      answer.outcome = variant == 7 ? "met" : "met late"
    case 9:
      maker.add(extensionBy, due.day.adding(days: 1), in: place)
      let end = PlannedMoment(due.day.adding(days: 2))
      maker.add(closing, end, in: place)
      answer.satisfied = end
      answer.outcome = "met late"
    default:
      // The second extension is one too many.
      maker.add(extensionBy, due, in: place)
      maker.add(extensionBy, moved, in: place)
      let end = PlannedMoment(moved.day.adding(days: 3))
      maker.add(closing, end, in: place)
      (answer.due, answer.satisfied) = (moved, end)
      answer.outcome = "met late"
    }
  }
}
