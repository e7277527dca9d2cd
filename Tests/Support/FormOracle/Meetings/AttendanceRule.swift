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

/// The rules of who takes part, as their texts have them.
enum AttendanceRules {
  static let all: [AttendanceRule] = [
    AttendanceRule(
      rule: FormRule("england/strategy-attendance", 19), days: since(2013, 4, 15), kind: "s47",
      meeting: "strategy_discussion", isComplete: true,
      lists: seats(["social_worker", "police", "health"])),
    AttendanceRule(
      rule: FormRule("england/strategy-attendance", 19, 31),
      days: CivilDay.of(2012, 1, 1)...CivilDay.of(2013, 4, 14), kind: "s47",
      meeting: "strategy_discussion", isComplete: true, lists: seats(["social_worker", "police"])),
    AttendanceRule(
      rule: FormRule("local-000/attendance-with-manager", 19), days: since(2013, 4, 15),
      kind: "s47", meeting: "strategy_discussion", isComplete: true,
      lists: seats(["social_worker", "team_manager", "health", "police"])),
    AttendanceRule(
      rule: FormRule("local-004/attendance", 19), days: since(2013, 9, 25), kind: "s47",
      meeting: "strategy_discussion", isComplete: true,
      lists: seats(["team_manager", "social_worker", "police", "health"])),
    AttendanceRule(
      rule: FormRule("local-002/meeting-attendance", 19), days: since(2012, 5, 1), kind: "s47",
      meeting: "strategy_meeting", isComplete: false, lists: seats(["social_worker", "police"])),
    AttendanceRule(
      rule: FormRule("local-002/discussion-attendance", 19), days: since(2012, 5, 1),
      kind: "s47", meeting: "strategy_discussion", isComplete: true,
      lists: seats(["team_manager", "police"])),
    AttendanceRule(
      rule: FormRule("local-000/meeting-attendance-with-manager", 19), days: since(2013, 4, 15),
      kind: "s47", meeting: "strategy_meeting", isComplete: false,
      lists: seats(["social_worker", "team_manager", "health", "police"])),
    AttendanceRule(
      rule: FormRule("local-002/hospital-attendance", 14, 19), days: since(2012, 5, 1),
      kind: "s47", meeting: "strategy_meeting", detail: "in_hospital=yes",
      otherDetail: "in_hospital=no", isComplete: false,
      lists: seats(["social_worker", "police", "consultant_paediatrician", "named_nurse"])),
    AttendanceRule(
      rule: FormRule("local-swindon/conference-quorum", 19), days: since(2016, 1, 1),
      kind: "cp_plan", meeting: "cp_review_held", isComplete: true, lists: quorum),
    AttendanceRule(
      rule: FormRule("england/secure-accommodation-review-panel", 19), days: since(1991, 10, 14),
      kind: "placement", meeting: "secure_review_held", isComplete: false, lists: panel),
  ]

  private static func since(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<CivilDay> {
    max(.of(year, month, day), FormCase.first)...CivilDay.of(2026, 12, 31)
  }

  /// Each seat has a role of its own.
  private static func seats(_ roles: [String]) -> [AttendanceRule.People] {
    let last = roles.last ?? ""
    let rest = Array(roles.dropLast())
    var lists = [
      AttendanceRule.People(
        intention: "all were there", attended: roles, complete: .met, incomplete: .met),
      AttendanceRule.People(
        intention: "all and others were there", attended: roles + ["education", "referrer"],
        complete: .met, incomplete: .met),
      AttendanceRule.People(
        intention: "one is missing", attended: rest, complete: .notMet, incomplete: .notEvaluable),
      AttendanceRule.People(
        intention: "nobody is listed", attended: [], complete: .notEvaluable,
        incomplete: .notEvaluable),
      AttendanceRule.People(
        intention: "one sent apologies", attended: rest, others: [("apologies", last)],
        complete: .notMet, incomplete: .notMet),
      AttendanceRule.People(
        intention: "one was invited and is not listed as there", attended: rest,
        others: [("invited", last)], complete: .notMet, incomplete: .notMet),
      AttendanceRule.People(
        intention: "a report counts for nobody", attended: rest, others: [("report_only", last)],
        complete: .notMet, incomplete: .notEvaluable),
    ]
    if roles.contains("health") {
      let others = roles.filter { $0 != "health" }
      lists.append(
        AttendanceRule.People(
          intention: "a health visitor counts for health", attended: others + ["health_visitor"],
          complete: .met, incomplete: .met))
      lists.append(
        AttendanceRule.People(
          intention: "a school does not count for health", attended: others + ["school"],
          complete: .notMet, incomplete: .notEvaluable))
    }
    return lists
  }

  private static let quorum: [AttendanceRule.People] = [
    people("social work and two others", ["social_worker", "police", "education"], .met),
    people(
      "a school nurse and a health visitor", ["team_manager", "school_nurse", "health_visitor"],
      .met),
    people("one other alone", ["social_worker", "police"], .notMet),
    people("two of one role", ["social_worker", "education", "education"], .notMet),
    people("no social work", ["police", "health", "education"], .notMet),
    people(
      "one of the two by a report", ["social_worker", "police"], .met, [("report_only", "school")]),
    people(
      "social work by a report", ["police", "health"], .notMet, [("report_only", "social_worker")]),
    people(
      "apologies do not count", ["social_worker", "police"], .notMet, [("apologies", "health")]),
    people("nobody is listed", [], .notEvaluable),
  ]

  private static let panel: [AttendanceRule.People] = [
    people("three, one independent", ["independent_person", "reviewing_officer", "other"], .met),
    people(
      "two independent persons and a manager",
      ["independent_person", "independent_person", "team_manager"], .met),
    people("two alone", ["independent_person", "reviewing_officer"], .notEvaluable),
    people(
      "three, none independent", ["reviewing_officer", "service_manager", "other"], .notEvaluable),
    people(
      "the independent person sent apologies", ["reviewing_officer", "service_manager", "other"],
      .notMet, [("apologies", "independent_person")]),
  ]

  /// A list whose meeting the file declares complete or not, as the rule is written for.
  private static func people(
    _ intention: String, _ attended: [String], _ outcome: FormOutcome,
    _ others: [(part: String, role: String)] = []
  ) -> AttendanceRule.People {
    AttendanceRule.People(
      intention: intention, attended: attended, others: others, complete: outcome,
      incomplete: outcome)
  }
}
