import Clocks
import Synthesis

/// A rule of who is to take part in a meeting, and the lists of people that it is tried with.
struct AttendanceRule: Sendable {
  /// A list of people: who was there, who sent apologies, was invited or sent a report.
  struct People: Sendable {
    var intention: String
    var attended: [String]
    var others: [(part: String, role: String)] = []
    /// What it comes to where the list is declared to name everybody, and where it is not.
    var complete: FormOutcome
    var incomplete: FormOutcome
  }

  var rule: FormRule
  var days: ClosedRange<CivilDay>
  var kind: String
  var meeting: String
  var detail = ""
  /// What the meeting carries where nothing is asked for.
  var otherDetail: String?
  /// Whether the file of the forms declares the lists of this meeting to name everybody.
  var isComplete: Bool
  var lists: [People]

  /// A plan for each list, and for meetings that were not held or lie outside.
  var plans: [FormPlan] {
    let past = days.lowerBound...min(days.upperBound, CivilDay.asOf)
    var plans = lists.map { list in
      FormPlan(rule, list.intention) { form in
        let day = form.day(past)
        plant(list, on: day, in: &form)
        let outcome = isComplete ? list.complete : list.incomplete
        let isOpen = outcome == .notEvaluable
        form.expect(
          outcome, trigger: PlannedMoment(day), start: PlannedMoment(day), due: PlannedMoment(day),
          satisfied: outcome == .met ? PlannedMoment(day) : nil,
          because: isOpen ? .attendanceIncomplete : nil)
      }
    }
    guard let all = lists.first else { return plans }
    for state in ["planned", "cancelled"] {
      plans.append(
        FormPlan(rule, "\(state) and not held") { form in
          let process = form.open(kind, .on(past.lowerBound))
          form.add(meeting, .on(form.day(past)), in: process, detail, state: state)
          form.expect(.noCheck)
        })
    }
    if days.upperBound > .asOf {
      plans.append(
        FormPlan(rule, "held after the as-of day") { form in
          let day = form.day(1...30, after: .asOf)
          plant(all, on: day, in: &form)
          form.expect(.invalid, trigger: PlannedMoment(day))
        })
    }
    if let otherDetail {
      plans.append(
        FormPlan(rule, "the condition does not hold") { form in
          let day = form.day(past)
          plant(all, on: day, otherDetail, in: &form)
          form.expect(.notRequired, trigger: PlannedMoment(day))
        })
    }
    return plans
  }

  private func plant(
    _ list: People, on day: CivilDay, _ other: String? = nil, in form: inout FormCase
  ) {
    let process = form.open(kind, .on(day.adding(days: -30)))
    form.add(meeting, .on(day), in: process, other ?? detail, state: "held")
    form.add(parts: list.attended, "attended", of: meeting, .on(day), in: process)
    for other in list.others {
      form.add(parts: [other.role], other.part, of: meeting, .on(day), in: process)
    }
  }
}
