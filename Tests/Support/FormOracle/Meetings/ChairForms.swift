import Clocks
import Synthesis

/// Who may chair, and who is to stay away.
enum ChairForms {
  static let plans: [FormPlan] = byComplexity + byLength + kept + deciders

  // MARK: By how complex it is

  private static let chairRule = FormRule("local-002/meeting-chair", 20)

  private static let byComplexity: [FormPlan] = [
    chaired("complex, a service manager", "yes", "service_manager", .met),
    chaired("complex, somebody more senior", "yes", "head_of_service", .met),
    chaired("complex, a team manager alone", "yes", "team_manager", .notMet),
    chaired("not complex, a team manager", "no", "team_manager", .met),
    chaired("not complex, a service manager", "no", "service_manager", .met),
    chaired("not complex, a social worker alone", "no", "social_worker", .notMet),
    chaired("not complex, the police", "no", "police", .notMet),
    chaired("nobody recorded the chair", "no", nil, .notEvaluable),
    chaired("nobody recorded how complex, and it decides", nil, "team_manager", .notEvaluable),
    chaired("nobody recorded how complex, and it does not decide", nil, "service_manager", .met),
    chaired("nobody recorded how complex, and the chair never may", nil, "social_worker", .notMet),
  ]

  private static func chaired(
    _ intention: String, _ complex: String?, _ chair: String?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(chairRule, intention) { form in
      let at = form.time(on: form.day(CivilDay.of(2012, 5, 1)...CivilDay.asOf))
      let enquiry = form.open("s47", .on(at.day.adding(days: -5)))
      let details = [complex.map { "complex_abuse=\($0)" }, chair.map { "chair=\($0)" }]
      form.add(
        "strategy_meeting", .at(at), in: enquiry,
        details.compactMap(\.self).joined(separator: "; "), state: "held")
      expect(outcome, at, &form)
    }
  }

  private static func expect(
    _ outcome: FormOutcome, _ at: PlannedMoment, because reason: FormReason = .valueMissing,
    _ form: inout FormCase
  ) {
    form.expect(
      outcome, trigger: at, start: PlannedMoment(at.day), due: PlannedMoment(at.day),
      satisfied: outcome == .met ? PlannedMoment(at.day) : nil,
      because: outcome == .notEvaluable ? reason : nil)
  }

  // MARK: By how long it lasts

  private static let lengthRule = FormRule("local-northamptonshire/meeting-chair", 20)

  private static let byLength: [FormPlan] = [
    away("more than a day, a team manager", 30, "team_manager", .met),
    away("more than a day, a social worker", 30, "social_worker", .notMet),
    away("72 hours to the minute, a team manager", 72, "team_manager", .met),
    away("more than 72 hours, a team manager", 80, "team_manager", .notMet),
    away("more than 72 hours, a service manager", 80, "service_manager", .met),
    away("more than 7 days, a service manager", 200, "service_manager", .notMet),
    away("more than 7 days, a head of service", 200, "head_of_service", .met),
    away("more than 10 days, a head of service", 270, "head_of_service", .notMet),
    away("more than 10 days, an assistant director", 270, "assistant_director", .met),
    away("less than a day", 20, "social_worker", .noCheck),
    away("nobody recorded the chair", 80, nil, .notEvaluable),
  ]

  private static func away(
    _ intention: String, _ hours: Int, _ chair: String?, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(lengthRule, intention) { form in
      let start = form.time(
        on: form.day(CivilDay.of(2022, 11, 1)...CivilDay.asOf.adding(days: -20)))
      let episode = form.open("missing_episode", .at(start))
      let at = form.arithmetic.hours(hours, after: start)
      form.add(
        "strategy_meeting", .at(at), in: episode, chair.map { "chair=\($0)" } ?? "", state: "held")
      guard outcome != .noCheck else { return form.expect(.noCheck) }
      expect(outcome, at, &form)
    }
  }

  // MARK: Who stays away

  private static let discussionRule = FormRule("local-003/family-not-invited", 19)
  private static let meetingRule = FormRule("local-000/family-not-invited", 19)
  private static let ownMeetingRule = FormRule("local-003/family-not-invited-to-meeting", 19)

  private static let kept: [FormPlan] = [
    without(discussionRule, "nobody of the family, on a complete list", [], .met),
    without(discussionRule, "a parent was there", ["parent"], .notMet),
    without(discussionRule, "a member of the family was there", ["family"], .notMet),
    without(
      meetingRule, "nobody of the family, on a list that may not be complete", [], .notEvaluable),
    without(meetingRule, "a member of the family was there", ["family"], .notMet),
    without(meetingRule, "the child was there", ["child"], .notMet),
    without(meetingRule, "an advocate was there", ["advocate"], .notMet),
    without(ownMeetingRule, "a parent was there", ["parent"], .notMet),
    without(
      ownMeetingRule, "nobody of the family, on a list that may not be complete", [],
      .notEvaluable),
  ]

  private static func without(
    _ rule: FormRule, _ intention: String, _ people: [String], _ outcome: FormOutcome
  ) -> FormPlan {
    let meeting = rule == discussionRule ? "strategy_discussion" : "strategy_meeting"
    return FormPlan(rule, intention) { form in
      let day = form.day(CivilDay.of(2013, 4, 15)...CivilDay.asOf)
      let enquiry = form.open("s47", .on(day))
      form.add(
        parts: ["social_worker", "police"] + people, "attended", of: meeting, .on(day), in: enquiry)
      expect(outcome, PlannedMoment(day), because: .attendanceIncomplete, &form)
    }
  }

  // MARK: Who decides

  private static let decidedRule = FormRule("england/referral-decision-maker", 20, 37)

  private static let deciders: [FormPlan] = [
    decided("a manager decided", "decided_by_manager=yes", .met),
    decided("somebody else decided", "decided_by_manager=no", .notMet),
    decided("nobody recorded who decided", "", .notEvaluable),
  ]

  private static func decided(
    _ intention: String, _ detail: String, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(decidedRule, intention) { form in
      let day = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf)
      let episode = form.open("episode", .on(day))
      form.add("referral_decided", .on(day), in: episode, detail)
      expect(outcome, PlannedMoment(day), &form)
    }
  }
}
