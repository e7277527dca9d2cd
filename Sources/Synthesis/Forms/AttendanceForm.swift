import Clocks

/// Who is to take part in a meeting; its list of people is declared to name everybody.
struct AttendanceForm: FormPlanner {
  var forms: [String]
  var rule: String
  var process: String
  var opening: String
  var meeting: String
  var from: CivilDay
  /// Lists of those who come, with the words for how, and what each comes to.
  var lists: [(people: [(role: String, part: String)], outcome: String)]

  var rules: [String] { [rule] }
  var variants: Int { lists.count }

  func plan(_ variant: Int, _ maker: inout FormMaker) {
    let list = lists[variant % lists.count]
    let day = maker.day(from, .asOf)
    let place = maker.process(process)
    maker.add(opening, day.adding(days: -30), in: place)
    let at = maker.time(day)
    maker.add(meeting, at, in: place)
    for (role, part) in list.people { maker.add(meeting, at, in: place, state: part, role: role) }
    maker.expect(
      FormAnswer(
        rule: rule, trigger: at, start: PlannedMoment(day), due: PlannedMoment(day),
        outcome: list.outcome))
  }
}
