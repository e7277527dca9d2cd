import Clocks
import Synthesis

/// Duties without a number, and silence that counts as an answer.
enum SoftForms {
  static let plans: [FormPlan] = soft.flatMap(\.plans) + silence

  /// A duty without a number: what triggers it, and what ends its time.
  struct Soft: Sendable {
    var rule: FormRule
    var since: CivilDay
    var kind: String
    var event: String?
    var detail = ""
    var met: String
    var metDetail = ""
    var stopsAtDeath = false

    var plans: [FormPlan] {
      var plans = [
        FormPlan(rule, "done") { form in
          let start = day(&form)
          let process = trigger(.on(start), &form)
          let done = form.day(0...50, after: start)
          form.add(met, .on(done), in: process, metDetail)
          form.expect(
            .elapsed, trigger: PlannedMoment(start), start: PlannedMoment(start),
            satisfied: PlannedMoment(done))
        },
        FormPlan(rule, "not done yet") { form in
          let start = day(&form)
          _ = trigger(.on(start), &form)
          form.expect(.elapsed, trigger: PlannedMoment(start), start: PlannedMoment(start))
        },
        FormPlan(rule, "triggered after the as-of day") { form in
          let start = form.day(1...30, after: .asOf)
          _ = trigger(.on(start), &form)
          form.expect(.invalid, trigger: PlannedMoment(start))
        },
        FormPlan(rule, "triggered on a day that cannot be read") { form in
          _ = trigger(.unreadable, &form)
          form.expect(.notEvaluable, because: .dateUnreadable)
        },
        FormPlan(rule, "nothing triggers it") { form in
          let process = form.open(
            kind == "episode" || event != nil ? "cin_plan" : "episode",
            .on(day(&form)))
          form.add(met, .on(.asOf), in: process, metDetail)
          form.expect(.noCheck)
        },
      ]
      if since > FormCase.first {
        plans.append(
          FormPlan(rule, "before the first edition") { form in
            _ = trigger(.on(form.day(-90 ... -1, after: since)), &form)
            form.expect(.noCheck)
          })
      }
      if stopsAtDeath {
        plans.append(
          FormPlan(rule, "the child died before it was done") { form in
            let start = day(&form)
            _ = trigger(.on(start), &form)
            form.add("child_died", .on(form.day(0...30, after: start)))
            form.expect(.stopped, trigger: PlannedMoment(start))
          })
      }
      return plans
    }

    private func day(_ form: inout FormCase) -> CivilDay {
      form.day(max(since, FormCase.first)...CivilDay.asOf.adding(days: -60))
    }

    private func trigger(_ time: FormTime, _ form: inout FormCase) -> FormProcess {
      if rule.id.hasSuffix("child-seen") || rule.id.hasSuffix("alone") {
        form.add("child_born", .on(.of(2011, 3, 4)))
      }
      guard let event else { return form.open(kind, time, detail) }
      guard !kind.isEmpty else {
        form.add(event, time, detail)
        return FormProcess()
      }
      let opened = (time.moment?.day ?? .asOf).adding(days: -20)
      let process = form.open(kind, .on(opened))
      form.add(event, time, in: process, detail)
      return process
    }
  }

  private static let since2023 = CivilDay.of(2023, 12, 15)

  private static let soft: [Soft] = [
    Soft(
      rule: FormRule("england/looked-after-death-notified", 14, 33), since: since2023, kind: "",
      event: "death_known", detail: "looked_after=yes", met: "death_notified"),
    Soft(
      rule: FormRule("england/strategy-discussion", 33), since: .of(2013, 4, 15),
      kind: "episode", event: "concern_received", met: "strategy_discussion"),
    Soft(
      rule: FormRule("england/immediate-protection", 33), since: since2023, kind: "episode",
      event: "concern_received", met: "immediate_action"),
    Soft(
      rule: FormRule("england/strategy-discussion-after-action", 32, 33), since: since2023,
      kind: "episode", event: "immediate_action", met: "strategy_discussion"),
    Soft(
      rule: FormRule("england/strategy-record", 21, 33), since: since2023, kind: "s47",
      event: "strategy_discussion", met: "record_made"),
    Soft(
      rule: FormRule("england/cin-plan-review", 33), since: since2023, kind: "cin_plan",
      met: "cin_review_held"),
    Soft(
      rule: FormRule("england/conference-record", 21, 33), since: since2023, kind: "s47",
      event: "icpc_held", met: "conference_record_circulated"),
    Soft(
      rule: FormRule("england/plan-circulated", 21, 33), since: since2023, kind: "cp_plan",
      met: "plan_circulated"),
    Soft(
      rule: FormRule("england/child-seen", 33, 35), since: since2023, kind: "s47",
      met: "child_seen"),
    Soft(
      rule: FormRule("england/child-seen-alone", 22, 33), since: since2023, kind: "s47",
      met: "child_seen", metDetail: "seen_alone=yes"),
    Soft(
      rule: FormRule("local-001/report-to-family", 16, 33), since: .of(2013, 4, 15), kind: "s47",
      event: "icpc_held", met: "report_shared", stopsAtDeath: true),
    Soft(
      rule: FormRule("local-001/reason-for-plan-told", 33), since: .of(2013, 4, 15),
      kind: "cp_plan", met: "plan_reason_told", stopsAtDeath: true),
    Soft(
      rule: FormRule("local-002/hospital-meeting", 14, 33), since: .of(2012, 5, 1), kind: "s47",
      detail: "in_hospital=yes", met: "strategy_meeting", stopsAtDeath: true),
    Soft(
      rule: FormRule("local-002/contact-agreement", 14, 33), since: .of(2012, 5, 1), kind: "s47",
      detail: "in_hospital=yes", met: "contact_agreement_made", stopsAtDeath: true),
    Soft(
      rule: FormRule("local-003/family-informed", 14, 33), since: .of(2013, 4, 15), kind: "s47",
      event: "strategy_discussion", detail: "sharing_withheld=no", met: "family_informed",
      stopsAtDeath: true),
    Soft(
      rule: FormRule("local-hertfordshire/discussion-about-sibling", 29, 33), since: since2023,
      kind: "episode", event: "sibling_plan_started", detail: "may_need_plan=yes",
      met: "strategy_discussion", stopsAtDeath: true),
  ]

  // MARK: Silence

  private static let silent = FormRule("england/decisions-answered", 30)

  private static let silence: [FormPlan] = [
    answered("agreed on the last day", "decisions_agreed", 0),
    answered("disputed before the last day", "decisions_disputed", -1),
    answered("disputed the day after", "decisions_disputed", 1),
    answered("silent past the last day, which counts as agreed", nil, 0),
    FormPlan(silent, "silent, and due on the as-of day") { form in
      let sent = form.start(of: .workingDays(5), due: .asOf)
      let period = form.open("cla_period", .on(sent.day.adding(days: -60)))
      form.add("review_decisions_sent", .at(sent), in: period)
      form.expect(.due, trigger: sent, start: sent, due: PlannedMoment(.asOf))
    },
    FormPlan(silent, "silent since the day before the as-of day") { form in
      let due = CivilDay.asOf.adding(days: -1)
      let sent = form.start(of: .workingDays(5), due: due)
      let period = form.open("cla_period", .on(sent.day.adding(days: -60)))
      form.add("review_decisions_sent", .at(sent), in: period)
      form.expect(.met, trigger: sent, start: sent, due: PlannedMoment(due))
    },
    FormPlan(silent, "answered on a day that cannot be read") { form in
      let sent = sentDay(&form)
      let period = form.open("cla_period", .on(sent.adding(days: -60)))
      form.add("review_decisions_sent", .on(sent), in: period)
      form.add("decisions_disputed", .unreadable, in: period)
      // Before the last day, on it or after it: it was answered or agreed by silence.
      form.expect(.met, trigger: PlannedMoment(sent), start: PlannedMoment(sent))
    },
    FormPlan(silent, "the child died first") { form in
      let sent = sentDay(&form)
      let period = form.open("cla_period", .on(sent.adding(days: -60)))
      form.add("review_decisions_sent", .on(sent), in: period)
      form.add("child_died", .on(form.day(0...5, after: sent)))
      form.expect(.stopped, trigger: PlannedMoment(sent), start: PlannedMoment(sent))
    },
    FormPlan(silent, "sent after the as-of day") { form in
      let sent = form.day(1...9, after: .asOf)
      let period = form.open("cla_period", .on(.asOf))
      form.add("review_decisions_sent", .on(sent), in: period)
      form.expect(.invalid, trigger: PlannedMoment(sent))
    },
  ]

  private static func sentDay(_ form: inout FormCase) -> CivilDay {
    form.day(FormCase.first...CivilDay.asOf.adding(days: -40))
  }

  private static func answered(_ intention: String, _ event: String?, _ days: Int) -> FormPlan {
    FormPlan(silent, intention) { form in
      let sent = sentDay(&form)
      let period = form.open("cla_period", .on(sent.adding(days: -60)))
      form.add("review_decisions_sent", .on(sent), in: period)
      let due = form.arithmetic.workingDay(5, after: sent)
      let day = due.adding(days: days)
      if let event { form.add(event, .on(day), in: period) }
      // What silence had agreed by the last day, a later answer does not undo.
      let answered = event == nil ? nil : PlannedMoment(min(day, due))
      form.expect(
        .met, trigger: PlannedMoment(sent), start: PlannedMoment(sent), due: PlannedMoment(due),
        satisfied: answered)
    }
  }
}
