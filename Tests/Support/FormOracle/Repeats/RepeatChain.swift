import Clocks
import Synthesis

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

  private func due(at place: Int, in form: FormCase) -> CivilDay? {
    var earlier = self
    earlier.days = Array(days.prefix(place))
    let start = earlier.days.last ?? opened
    return earlier.limit(in: form).map {
      form.arithmetic.due($0, after: PlannedMoment(start)).day
    }
  }

  /// Writes down what each interval comes to.
  func expect(in form: inout FormCase) {
    var isSilent = true
    for place in 0...days.count where place > 0 || rule.first != nil {
      let start = place == 0 ? opened : days[place - 1]
      // It ends on the day of an event: the event counts and opens nothing.
      if place > 0, let end, start >= end { break }
      if start < rule.since { continue }
      isSilent = false
      let asked = place == 0 ? rule.firstRule ?? rule.rule : rule.rule
      let trigger = PlannedMoment(start)
      let held = place < days.count ? PlannedMoment(days[place]) : nil
      if rule.isRelaxed, RepeatRule.relaxation.contains(start) {
        form.expect(.elapsed, trigger: trigger, start: trigger, satisfied: held, of: asked)
        continue
      }
      guard let day = due(at: place, in: form) else {
        form.expect(.notRequired, trigger: trigger, of: asked)
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
