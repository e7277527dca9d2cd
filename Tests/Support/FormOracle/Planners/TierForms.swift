import Clocks
import Synthesis

/// Limits that a category picks, hours that run through nights and changes of the clocks, and hours
/// of the office.
enum TierForms {
  static let plans: [FormPlan] = rated + byHarm + missing + office + clocks

  /// Met by an event so many minutes or days after due; overdue for nil.
  private static func plant(
    _ rule: FormRule, _ form: inout FormCase, in process: FormProcess, start: PlannedMoment,
    due: PlannedMoment, met: String, late: Int?
  ) {
    guard let late else {
      return form.expect(.overdue, trigger: start, start: start, due: due)
    }
    let at =
      due.minute == nil
      ? PlannedMoment(due.day.adding(days: late)) : form.arithmetic.minutes(late, after: due)
    form.add(met, .at(at), in: process)
    form.expect(
      form.satisfied(at, due: due), trigger: start, start: start, due: due, satisfied: at)
  }

  // MARK: A rating, at any hour

  private static let ratedRule = FormRule("local-lambeth/contact-rating", 10, 11, 26)

  private static let rated: [FormPlan] =
    [("red", 4), ("amber", 24), ("green", 72)].flatMap { rating, hours in
      [("to the minute", 0), ("a minute late", 1), ("early", -30), ("never", nil)]
        .map { words, late in
          FormPlan(ratedRule, "\(rating), \(words)") { form in
            contact(rating: rating, hours: hours, late: late, &form)
          }
        }
    } + [
      FormPlan(ratedRule, "nobody rated it, and it decides") { form in
        unrated(after: 30, .notEvaluable, &form)
      },
      FormPlan(ratedRule, "nobody rated it, and it was soon enough for all") { form in
        unrated(after: 3, .met, &form)
      },
      FormPlan(ratedRule, "nobody rated it, and it was too late for all") { form in
        unrated(after: 80, .metLate, &form)
      },
      FormPlan(ratedRule, "before the first edition") { form in
        let at = form.time(on: form.day(-60 ... -1, after: .of(2025, 7, 1)))
        let episode = form.open("episode", .on(at.day))
        form.add("contact_received", .at(at), in: episode, "harm_rating=red")
        form.expect(.noCheck)
      },
    ]

  /// A contact at any hour of the day and night, weekends among them.
  private static func contactMoment(_ form: inout FormCase) -> PlannedMoment {
    let day = form.day(CivilDay.of(2025, 7, 1)...CivilDay.asOf.adding(days: -8))
    return form.time(on: day)
  }

  private static func contact(rating: String, hours: Int, late: Int?, _ form: inout FormCase) {
    let at = contactMoment(&form)
    let episode = form.open("episode", .on(at.day))
    form.add("contact_received", .at(at), in: episode, "harm_rating=\(rating)")
    plant(
      ratedRule, &form, in: episode, start: at, due: form.arithmetic.hours(hours, after: at),
      met: "mash_decided", late: late)
  }

  private static func unrated(after hours: Int, _ outcome: FormOutcome, _ form: inout FormCase) {
    let at = contactMoment(&form)
    let episode = form.open("episode", .on(at.day))
    form.add("contact_received", .at(at), in: episode)
    form.add("mash_decided", .at(form.arithmetic.hours(hours, after: at)), in: episode)
    form.expect(
      outcome, trigger: at, because: outcome == .notEvaluable ? .valueMissing : nil)
  }

  // MARK: A kind of harm

  private static let harmRule = FormRule("local-004/strategy-discussion", 10, 12)

  private static let byHarm: [FormPlan] = [
    harm("serious, on the same day", "neglect", .sameDay, 0),
    harm("serious, the day after", "physical_harm", .sameDay, 1),
    harm("serious, never", "penetrative_sexual_abuse", .sameDay, nil),
    harm("not serious, on the third working day", "neglect", .workingDays(3), 0, serious: "no"),
    harm("not serious, the day after", "physical_harm", .workingDays(3), 1, serious: "no"),
    harm("other, on the third working day", "emotional_abuse", .workingDays(3), 0),
    harm("other, the day after", "sexual_abuse", .workingDays(3), 1),
    harm("other, never", "other", .workingDays(3), nil),
    FormPlan(harmRule, "nobody recorded how serious it is, and it decides") { form in
      let day = form.day(CivilDay.of(2013, 9, 25)...CivilDay.asOf.adding(days: -20))
      let episode = form.open("episode", .on(day))
      form.add("concern_received", .on(day), in: episode, "category=neglect")
      form.add("strategy_discussion", .on(form.arithmetic.workingDay(3, after: day)), in: episode)
      form.expect(.notEvaluable, trigger: PlannedMoment(day), because: .valueMissing)
    },
    FormPlan(harmRule, "nobody recorded the harm, and it decides") { form in
      let day = form.day(CivilDay.of(2013, 9, 25)...CivilDay.asOf.adding(days: -20))
      let episode = form.open("episode", .on(day))
      form.add("concern_received", .on(day), in: episode)
      form.add("strategy_discussion", .on(form.arithmetic.workingDay(3, after: day)), in: episode)
      form.expect(.notEvaluable, trigger: PlannedMoment(day), because: .valueMissing)
    },
    FormPlan(harmRule, "nobody recorded the harm, and it does not decide") { form in
      let day = form.day(CivilDay.of(2013, 9, 25)...CivilDay.asOf.adding(days: -20))
      let episode = form.open("episode", .on(day))
      form.add("concern_received", .on(day), in: episode)
      form.add("strategy_discussion", .on(day), in: episode)
      form.expect(.met, trigger: PlannedMoment(day), satisfied: PlannedMoment(day))
    },
  ]

  private static func harm(
    _ intention: String, _ category: String, _ limit: PlantedLimit, _ late: Int?,
    serious: String = "yes"
  ) -> FormPlan {
    FormPlan(harmRule, intention) { form in
      let day = form.day(CivilDay.of(2013, 9, 25)...CivilDay.asOf.adding(days: -20))
      let episode = form.open("episode", .on(day))
      form.add(
        "concern_received", .on(day), in: episode, "category=\(category); serious_risk=\(serious)")
      let start = PlannedMoment(day)
      plant(
        harmRule, &form, in: episode, start: start, due: form.arithmetic.due(limit, after: start),
        met: "strategy_discussion", late: late)
    }
  }

  // MARK: A risk, from the start of the episode

  private static let riskRule = FormRule("local-northamptonshire/strategy-meeting", 9, 10, 11)

  private static let missing: [FormPlan] =
    [("high", 48), ("medium", 72), ("low", 72)].flatMap { risk, hours in
      [("to the minute", 0), ("a minute late", 1), ("never", nil)].map { words, late in
        FormPlan(riskRule, "\(risk) risk, \(words)") { form in
          let at = form.time(
            on: form.day(CivilDay.of(2022, 11, 1)...CivilDay.asOf.adding(days: -20)))
          let episode = form.open("missing_episode", .at(at), "risk=\(risk)")
          plant(
            riskRule, &form, in: episode, start: at, due: form.arithmetic.hours(hours, after: at),
            met: "strategy_meeting", late: late)
        }
      }
    }

  // MARK: Hours of the office

  private static let officeRule = FormRule(
    "local-darlington/referral-decided-in-working-hours", 11, 34)
  private static let dayRule = FormRule("local-darlington/referral-decided-in-a-day", 11, 34)

  private static let office: [FormPlan] = [
    referred("in office hours, to the minute", 9...16, 0),
    referred("in office hours, a minute late", 9...16, 1),
    referred("before the office opens, to the minute", 5...8, 0),
    referred("after the office closes, to the minute", 18...22, 0),
    referred("after the office closes, a minute late", 18...22, 1),
    referred("never decided", 9...16, nil),
    FormPlan(dayRule, "on the next day, and the working hours run on") { form in
      let day = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -20))
      let start = PlannedMoment(day, 10, 30)
      let episode = form.open("episode", .at(start))
      let due = PlannedMoment(day.adding(days: 1))
      let isLate = form.random.chance(50)
      let decided = isLate ? due.day.adding(days: 1) : due.day
      form.add("referral_decided", .on(decided), in: episode)
      form.expect(
        isLate ? .metLate : .met, trigger: start, due: due, satisfied: PlannedMoment(decided))
    },
  ]

  private static func referred(
    _ intention: String, _ hours: ClosedRange<Int>, _ late: Int?
  ) -> FormPlan {
    FormPlan(officeRule, intention) { form in
      let day = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -20))
      let start = PlannedMoment(day, form.random.number(hours), form.random.number(1...59))
      let episode = form.open("episode", .at(start))
      let due = form.arithmetic.officeHours(24, after: start)
      guard let late else { return form.expect(.overdue, trigger: start, due: due) }
      let at = form.arithmetic.minutes(late, after: due)
      form.add("referral_decided", .at(at), in: episode)
      form.expect(late > 0 ? .metLate : .met, trigger: start, due: due, satisfied: at)
    }
  }

  // MARK: Changes of the clocks

  private static let interviewRule = FormRule("england/return-interview", 11, 35)

  private static let clocks: [FormPlan] = [
    // 01:30 comes twice in the last night of October's summer time.
    doubled("an hour that came twice, with its offset, to the minute", offset: 1, 0, .met),
    doubled("an hour that came twice, with its offset, a minute late", offset: 1, 1, .metLate),
    doubled("an hour that came twice, the second, to the minute", offset: 0, 0, .met),
    doubled("an hour that came twice, and it decides", offset: nil, 30, .notEvaluable),
    doubled("an hour that came twice, and it does not decide", offset: nil, -20, .met),
    changed("over the change to summer time, to the minute", month: 3, 0),
    changed("over the change to summer time, a minute late", month: 3, 1),
    changed("over the change to winter time, to the minute", month: 10, 0),
    changed("over the change to winter time, a minute late", month: 10, 1),
  ]

  /// Returned at 01:30 of that night: 72 hours end at 00:30 or at 01:30 of Wednesday.
  private static func doubled(
    _ intention: String, offset: Int?, _ late: Int, _ outcome: FormOutcome
  ) -> FormPlan {
    FormPlan(interviewRule, intention) { form in
      let year = form.random.number(2014...2025)
      let sunday = PlantedArithmetic.lastSunday(ofMonth: 10, year: year)
      let back = PlannedMoment(sunday, 1, 30)
      let episode = form.open("missing_episode", .on(sunday.adding(days: -2)))
      form.close(episode, offset.map { .offset(back, $0) } ?? .at(back))
      // In summer time 01:30 is 00:30 universal time, and so an hour earlier.
      let due = PlannedMoment(sunday.adding(days: 3), offset == 0 ? 1 : 0, 30)
      let at = form.arithmetic.minutes(late, after: due)
      form.add("return_interview", .at(at), in: episode)
      form.expect(
        outcome, satisfied: outcome == .notEvaluable ? nil : at,
        because: outcome == .notEvaluable ? .timeNeeded : nil)
    }
  }

  private static func changed(_ intention: String, month: Int, _ late: Int) -> FormPlan {
    FormPlan(interviewRule, intention) { form in
      let year = form.random.number(2014...2025)
      let sunday = PlantedArithmetic.lastSunday(ofMonth: month, year: year)
      let back = form.time(on: sunday.adding(days: -form.random.number(1...2)))
      let episode = form.open("missing_episode", .on(back.day.adding(days: -2)))
      form.close(episode, .at(back))
      plant(
        interviewRule, &form, in: episode, start: back,
        due: form.arithmetic.hours(72, after: back), met: "return_interview", late: late)
    }
  }
}
