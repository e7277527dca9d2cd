import Clocks

/// Something that comes again while a process is open: each interval runs from the one before that
/// was held.
struct RepeatForm: FormPlanner {
  var forms: [String]
  var rule: String
  var process: String
  var trigger: String
  var detail = ""
  var closing: String
  var event: String
  /// Whether there is a first interval, from the start.
  var first: FormLimit?
  /// The interval after an event: the number of events held by then, and the day of the last.
  var then: @Sendable (_ held: Int, _ last: CivilDay, _ case: Known) -> FormLimit
  /// Days from the start before which events do not count; nil for none.
  var notBefore: FormLimit?
  var from: CivilDay
  /// Rows besides, and what the intervals depend on.
  var prepare: @Sendable (_ start: CivilDay, inout FormMaker) -> Known = { _, _ in Known() }

  /// What the intervals of one case depend on.
  struct Known: Sendable {
    var start = CivilDay.asOf
    var born: CivilDay?
    var review: CivilDay?
  }

  var rules: [String] { [rule] }
  let variants = 6

  func plan(_ variant: Int, _ maker: inout FormMaker) {
    let asOf = CivilDay.asOf
    // A young case too, whose clock is still running.
    let earliest = variant == 5 ? asOf.adding(days: -20) : max(from, asOf.adding(days: -900))
    let start = maker.day(earliest, variant == 5 ? asOf : asOf.adding(days: -60))
    var known = prepare(start, &maker)
    known.start = start
    let place = maker.process(process)
    maker.add(trigger, start, in: place, detail: detail)
    var closed: CivilDay?
    if variant == 3 || variant == 4 {
      closed = maker.day(start.adding(days: 10), asOf)
      if let closed { maker.add(closing, closed, in: place) }
    }
    let last = closed ?? asOf
    var opened = start
    var held = 0
    if first == nil {
      // The rule leaves the first to another; intervals begin with the first that was held.
      opened = start.adding(days: maker.random.number(1...10))
      guard opened <= last else { return }
      maker.add(event, opened, in: place)
      held = 1
    }
    while true {
      let limit = held == 0 ? first ?? then(held, opened, known) : then(held, opened, known)
      let due = limit.due(after: PlannedMoment(opened), maker.arithmetic).day
      var answer = FormAnswer(
        rule: rule, trigger: PlannedMoment(opened), start: PlannedMoment(opened),
        due: PlannedMoment(due), outcome: "")
      let lowest =
        held == 0
        ? notBefore.map { $0.due(after: PlannedMoment(start), maker.arithmetic).day }
          ?? opened.adding(days: 1) : opened.adding(days: 1)
      let next: CivilDay
      switch maker.random.number(0...9) {
      case 0...3: next = max(lowest, due)
      case 4...6: next = due < lowest ? lowest : maker.day(lowest, due)
      case 7: next = max(lowest, due.adding(days: 1))
      default: next = max(lowest, due.adding(days: maker.random.number(2...25)))
      }
      let isLast = next > last || variant == 1 && held > 2
      if isLast {
        if let closed, closed <= due {
          answer.outcome = "stopped"
        } else {
          answer.outcome = due < asOf ? "overdue" : "due"
        }
        maker.expect(answer)
        return
      }
      maker.add(event, next, in: place)
      answer.satisfied = PlannedMoment(next)
      answer.outcome = next <= due ? "met" : "met late"
      maker.expect(answer)
      // What is over on the day of the event needs no other.
      guard next != closed else { return }
      (opened, held) = (next, held + 1)
    }
  }
}
