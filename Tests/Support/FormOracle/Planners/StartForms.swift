import Clocks
import Synthesis

/// A clock with several possible starts, incidents that several children share, and what is counted
/// until it calls for something.
enum StartForms {
  static let plans: [FormPlan] = conference + assessment + group + shared + counted

  private static let since2013 = CivilDay.of(2013, 4, 15)

  // MARK: The discussion that started the enquiry

  private static let conferenceRule = FormRule("england/icpc", 1, 2, 14)

  /// Discussions before or after the start of the enquiry, in days, with whether each is marked.
  private static let conference: [FormPlan] =
    [false, true].flatMap { isLate in
      let late = isLate ? ", and a day late" : ", and on the last day"
      return [
        started(
          "from the marked discussion of two" + late, [(0, false), (3, true)], from: 3, isLate),
        started(
          "from the marked discussion, the first" + late, [(0, true), (4, false)], from: 0, isLate),
        started("from the enquiry, none is marked" + late, [(2, false)], from: 0, isLate),
        started("from the enquiry, without a discussion" + late, [], from: 0, isLate),
      ]
    } + [
      FormPlan(conferenceRule, "two are marked, and it decides") { form in
        let start = form.day(since2013...CivilDay.asOf.adding(days: -90))
        let enquiry = enquiry(start, [(0, true), (9, true)], &form)
        let early = form.arithmetic.workingDay(15, after: start)
        let late = form.arithmetic.workingDay(15, after: start.adding(days: 9))
        form.add("icpc_held", .on(early < late ? late : early), in: enquiry)
        form.expect(
          early < late ? .notEvaluable : .met, trigger: PlannedMoment(start),
          because: early < late ? .startUnclear : nil)
      },
      FormPlan(conferenceRule, "two are marked, and it does not decide") { form in
        let start = form.day(since2013...CivilDay.asOf.adding(days: -90))
        let enquiry = enquiry(start, [(0, true), (9, true)], &form)
        let day = form.arithmetic.workingDay(15, after: start)
        form.add("icpc_held", .on(day), in: enquiry)
        form.expect(.met, trigger: PlannedMoment(start), satisfied: PlannedMoment(day))
      },
      FormPlan(conferenceRule, "a conference that took over a plan does not count") { form in
        let start = form.day(since2013...CivilDay.asOf.adding(days: -90))
        let enquiry = enquiry(start, [(0, true)], &form)
        form.add("icpc_held", .on(start.adding(days: 5)), in: enquiry, "transfer_in=yes")
        let due = PlannedMoment(form.arithmetic.workingDay(15, after: start))
        form.expect(.overdue, trigger: PlannedMoment(start), due: due)
      },
    ]

  private static func enquiry(
    _ start: CivilDay, _ discussions: [(days: Int, isMarked: Bool)], _ form: inout FormCase
  ) -> FormProcess {
    let enquiry = form.open("s47", .on(start))
    for (days, isMarked) in discussions {
      form.add(
        "strategy_discussion", .on(start.adding(days: days)), in: enquiry,
        isMarked ? "initiated_s47=yes" : "", state: "held")
    }
    return enquiry
  }

  private static func started(
    _ intention: String, _ discussions: [(days: Int, isMarked: Bool)], from days: Int,
    _ isLate: Bool
  ) -> FormPlan {
    FormPlan(conferenceRule, intention) { form in
      let day = form.day(since2013...CivilDay.asOf.adding(days: -90))
      let enquiry = enquiry(day, discussions, &form)
      let start = PlannedMoment(day.adding(days: days))
      let due = form.arithmetic.due(.workingDays(15), after: start)
      let held = isLate ? form.next(due) : due
      form.add("icpc_held", .at(held), in: enquiry)
      form.expect(
        isLate ? .metLate : .met, trigger: PlannedMoment(day), start: start, due: due,
        satisfied: held)
    }
  }

  // MARK: The older assessment

  private static let coreRule = FormRule("england/core-assessment", 1, 2, 31)

  private static let assessment: [FormPlan] = [
    core("from the end of the initial assessment, on the last day", initial: -6, late: 0),
    core("from the end of the initial assessment, the day after", initial: -6, late: 1),
    core("without an initial assessment, on the last day", initial: nil, late: 0),
    core("without an initial assessment, the day after", initial: nil, late: 1),
    core("never completed", initial: -6, late: nil),
  ]

  private static func core(_ intention: String, initial: Int?, late: Int?) -> FormPlan {
    FormPlan(coreRule, intention) { form in
      let begun = form.day(CivilDay.of(2012, 1, 20)...CivilDay.of(2013, 4, 14))
      let episode = form.open("episode", .on(begun.adding(days: -10)))
      let start = begun.adding(days: initial ?? 0)
      if initial != nil { form.add("initial_assessment_completed", .on(start), in: episode) }
      form.add("core_assessment_started", .on(begun), in: episode)
      let due = PlannedMoment(form.arithmetic.workingDay(35, after: start))
      guard let late else {
        return form.expect(
          .overdue, trigger: PlannedMoment(begun), start: PlannedMoment(start), due: due)
      }
      let done = PlannedMoment(due.day.adding(days: late))
      form.add("core_assessment_completed", .at(done), in: episode)
      form.expect(
        late == 0 ? .met : .metLate, trigger: PlannedMoment(begun), start: PlannedMoment(start),
        due: due, satisfied: done)
    }
  }

  // MARK: The core group

  private static let groupRule = FormRule("england/first-core-group", 1, 2, 14)

  private static let group: [FormPlan] = [
    core(group: "from the conference days before, on the last day", -4, 0),
    core(group: "from the conference days before, the day after", -4, 1),
    core(group: "from the plan, the conference was a year before", -365, 0),
    core(group: "from the plan, without a conference, the day after", nil, 1),
    core(group: "never", -4, nil),
  ]

  private static func core(group intention: String, _ conference: Int?, _ late: Int?) -> FormPlan {
    FormPlan(groupRule, intention) { form in
      let opened = form.day(since2013.adding(days: 5)...CivilDay.asOf.adding(days: -50))
      let episode = form.open("episode", .on(opened.adding(days: -400)))
      var start = opened
      if let conference {
        let held = opened.adding(days: conference)
        form.add("icpc_held", .on(held), in: episode)
        if held >= form.arithmetic.months(3, before: opened) { start = held }
      }
      let plan = form.open("cp_plan", .on(opened), in: episode)
      let due = PlannedMoment(form.arithmetic.workingDay(10, after: start))
      guard let late else {
        return form.expect(
          .overdue, trigger: PlannedMoment(opened), start: PlannedMoment(start), due: due)
      }
      let held = PlannedMoment(due.day.adding(days: late))
      form.add("core_group_held", .at(held), in: plan)
      form.expect(
        late == 0 ? .met : .metLate, trigger: PlannedMoment(opened), start: PlannedMoment(start),
        due: due, satisfied: held)
    }
  }

  // MARK: One incident of several children

  private static let incidentRule = FormRule("england/serious-incident-notified", 1, 14, 36)
  private static let rapidRule = FormRule("england/rapid-review", 2, 36)
  private static let serious = "abuse_known_or_suspected=yes; harm=death"

  private static let shared: [FormPlan] = [
    incident("one child, on the last day", serious, 0, siblings: 0),
    incident("one child, the day after", serious, 1, siblings: 0),
    incident("one child, never", serious, nil, siblings: 0),
    incident("three children, one notice", serious, 0, siblings: 2),
    incident("two children, one late notice", serious, 1, siblings: 1),
    incident("two children, never", serious, nil, siblings: 1),
    incident("no abuse suspected", "abuse_known_or_suspected=no; harm=death", 0, siblings: 0),
    incident("no serious harm", "abuse_known_or_suspected=yes; harm=other", nil, siblings: 0),
    incident("nobody recorded whether abuse was suspected", "harm=death", nil, siblings: 0),
    rapid("from the incident, on the last day", happened: -3, 0),
    rapid("from the incident, the day after", happened: -3, 1),
    rapid("from becoming aware, on the last day", happened: nil, 0),
    rapid("from becoming aware, the day after", happened: nil, 1),
    rapid("never sent", happened: -3, nil),
  ]

  private static func incident(
    _ intention: String, _ detail: String, _ late: Int?, siblings: Int
  ) -> FormPlan {
    FormPlan(incidentRule, intention) { form in
      let known = form.day(CivilDay.of(2018, 6, 29)...CivilDay.asOf.adding(days: -30))
      let incident = form.open("incident", .on(known), detail)
      var children = [form.child]
      for index in 0..<siblings {
        children.append("\(form.child)\(index + 1)")
        form.share(with: children[index + 1])
      }
      let due = PlannedMoment(form.arithmetic.workingDay(5, after: known))
      let told = late.map { PlannedMoment(due.day.adding(days: $0)) }
      if let told { form.add("incident_notified", .at(told), in: incident) }
      let isRequired = detail == serious
      let isUnknown = detail == "harm=death"
      for child in children {
        var outcome = FormOutcome.notRequired
        if isUnknown { outcome = .notEvaluable }
        if isRequired { outcome = late.map { $0 > 0 ? .metLate : .met } ?? .overdue }
        form.expect(
          outcome, trigger: PlannedMoment(known), start: PlannedMoment(known), due: due,
          satisfied: isRequired ? told : nil, because: isUnknown ? .valueMissing : nil,
          child: child)
      }
    }
  }

  private static func rapid(_ intention: String, happened: Int?, _ late: Int?) -> FormPlan {
    FormPlan(rapidRule, intention) { form in
      let known = form.day(CivilDay.of(2023, 12, 20)...CivilDay.asOf.adding(days: -50))
      let incident = form.open("incident", .on(known), serious)
      let start = known.adding(days: happened ?? 0)
      if happened != nil { form.add("incident_happened", .on(start), in: incident) }
      let due = PlannedMoment(form.arithmetic.workingDay(15, after: start))
      let sent = late.map { PlannedMoment(due.day.adding(days: $0)) }
      if let sent { form.add("rapid_review_sent", .at(sent), in: incident) }
      form.expect(
        late.map { $0 > 0 ? .metLate : .met } ?? .overdue, trigger: PlannedMoment(known),
        start: PlannedMoment(start), due: due, satisfied: sent)
    }
  }

  // MARK: Three in a rolling time

  private static let monthRule = FormRule(
    "local-northamptonshire/review-after-three-in-28-days", 23, 33)
  private static let quarterRule = FormRule(
    "local-northamptonshire/review-after-three-in-90-days", 23, 33)

  private static let counted: [FormPlan] =
    countedPlans(monthRule, 28) + countedPlans(quarterRule, 90)

  private static func countedPlans(_ rule: FormRule, _ window: Int) -> [FormPlan] {
    [
      three(rule, "the first and third as far apart as counts", [window / 2, window / 2], 0),
      three(rule, "the third a day too late to count", [window / 2, window / 2 + 1], nil),
      three(rule, "reviewed the day after", [5, 6], 1),
      three(rule, "never reviewed", [5, 6], nil),
      three(rule, "two alone", [5], nil),
      FormPlan(rule, "three more after the review count anew") { form in
        let days = plant([5, 6], from: missingDay(&form), &form)
        let third = days[2]
        form.add("missing_review_held", .on(third.adding(days: 1)))
        let again = plant([4, 5], from: third.adding(days: 3), &form)
        expect(third, third.adding(days: 1), &form)
        expect(again[2], nil, &form)
      },
      FormPlan(rule, "the review on a day that cannot be read") { form in
        let days = plant([5, 6], from: missingDay(&form), &form)
        form.add("missing_review_held", .unreadable)
        // There is no number that the day could be held against.
        form.expect(.elapsed, trigger: PlannedMoment(days[2]), start: PlannedMoment(days[2]))
      },
      FormPlan(rule, "the child died first") { form in
        let days = plant([5, 6], from: missingDay(&form), &form)
        form.add("child_died", .on(days[2].adding(days: 2)))
        form.expect(.stopped, trigger: PlannedMoment(days[2]))
      },
    ]
  }

  private static func missingDay(_ form: inout FormCase) -> CivilDay {
    form.day(CivilDay.of(2022, 11, 1)...CivilDay.asOf.adding(days: -160))
  }

  /// Times missing, each a day long, so many days apart.
  private static func plant(
    _ gaps: [Int], from start: CivilDay, _ form: inout FormCase
  ) -> [CivilDay] {
    var days = [start]
    for gap in gaps { days.append(days[days.count - 1].adding(days: gap)) }
    for day in days {
      let one = form.open("missing_episode", .on(day))
      form.close(one, .on(day.adding(days: 1)))
    }
    return days
  }

  private static func expect(_ third: CivilDay, _ held: CivilDay?, _ form: inout FormCase) {
    form.expect(
      .elapsed, trigger: PlannedMoment(third), start: PlannedMoment(third),
      satisfied: held.map { PlannedMoment($0) })
  }

  private static func three(
    _ rule: FormRule, _ intention: String, _ gaps: [Int], _ late: Int?
  ) -> FormPlan {
    FormPlan(rule, intention) { form in
      let days = plant(gaps, from: missingDay(&form), &form)
      let window = rule == monthRule ? 28 : 90
      guard days.count == 3, days[2].days(since: days[0]) <= window else {
        return form.expect(.noCheck)
      }
      let held = late.map { days[2].adding(days: $0) }
      if let held { form.add("missing_review_held", .on(held)) }
      expect(days[2], held, &form)
    }
  }
}
