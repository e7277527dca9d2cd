import Clocks
import Synthesis

/// What turns on the eighteenth birthday.
enum BirthdayForms {
  static let plans: [FormPlan] = ending + review + pathway

  private static let endsRule = FormRule("england/plan-ends-at-eighteen", 6, 28, 39)
  private static let reviewRule = FormRule("england/review-before-eighteen", 16, 39)
  private static let pathwayRule = FormRule("england/pathway-plan-to-reviewing-officer", 16, 39)

  /// A child with a process that starts between its 14th and its 18th birthday.
  private struct Youth {
    var process: FormProcess
    var start: CivilDay
    var birthday: CivilDay
  }

  /// Opens the process of a child who turns 18 on some day of a range, so many days later.
  private static func youth(
    _ kind: String, turning range: ClosedRange<CivilDay>, since: CivilDay, least: Int = 30,
    isLeap: Bool = false, _ form: inout FormCase
  ) -> Youth {
    let day = form.day(range)
    let (year, month, dayOfMonth) = day.civil
    let born =
      isLeap
      ? CivilDay.of(form.random.chance(50) ? 2008 : 2004, 2, 29)
      : CivilDay(year: year - 18, month: month, day: dayOfMonth) ?? .of(year - 18, 3, 1)
    let birthday = form.arithmetic.birthday(18, of: born)
    let first = max(since, form.arithmetic.birthday(14, of: born))
    let start = form.day(first...max(first, birthday.adding(days: -least)))
    form.add("child_born", .on(born))
    return Youth(process: form.open(kind, .on(start)), start: start, birthday: birthday)
  }

  private static let past = CivilDay.of(2024, 4, 1)...CivilDay.asOf.adding(days: -45)
  private static let toCome = CivilDay.asOf.adding(days: 1)...CivilDay.of(2027, 9, 30)

  // MARK: The plan that cannot outlive the birthday

  private static let ending: [FormPlan] = [
    ended("ended well before the birthday", -300 ... -1), ended("ended on the birthday", 0...0),
    ended("ended the day after the birthday", 1...1), ended("ended late", 2...40),
    ended("born on 29 February, ended on 1 March", 0...0, isLeap: true),
    ended("born on 29 February, ended on 2 March", 1...1, isLeap: true),
    FormPlan(endsRule, "still open after the birthday") { form in
      let youth = youth("cp_plan", turning: past, since: .of(2023, 12, 15), &form)
      expect(endsRule, .overdue, youth, due: youth.birthday, &form)
    },
    FormPlan(endsRule, "still open, the birthday to come") { form in
      let youth = youth(
        "cp_plan", turning: toCome, since: .of(2023, 12, 15), least: 600, &form)
      expect(endsRule, .due, youth, due: youth.birthday, &form)
    },
    FormPlan(endsRule, "the child died before") { form in
      let youth = youth("cp_plan", turning: past, since: .of(2023, 12, 15), &form)
      form.add("child_died", .on(form.between(.init(youth.start), .init(youth.birthday)).day))
      expect(endsRule, .stopped, youth, due: youth.birthday, &form)
    },
    FormPlan(endsRule, "ended on a day that cannot be read") { form in
      let youth = youth("cp_plan", turning: past, since: .of(2023, 12, 15), &form)
      form.close(youth.process, .unreadable)
      form.expect(
        .notEvaluable, trigger: PlannedMoment(youth.start), due: PlannedMoment(youth.birthday),
        because: .dateUnreadable)
    },
    FormPlan(endsRule, "a child under 14") { form in
      let start = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf)
      form.add("child_born", .on(form.day(-5000 ... -10, after: start)))
      _ = form.open("cp_plan", .on(start))
      form.expect(.noCheck)
      form.expect(.noCheck, of: reviewRule)
    },
    FormPlan(endsRule, "on the fourteenth birthday, and the day before") { form in
      let start = form.day(CivilDay.of(2023, 12, 15)...CivilDay.asOf.adding(days: -3))
      let (year, month, day) = start.civil
      let isBirthday = form.random.chance(50)
      let born = CivilDay(year: year - 14, month: month, day: day) ?? .of(year - 14, 3, 1)
      let told = isBirthday ? born : born.adding(days: 1)
      form.add("child_born", .on(told))
      _ = form.open("cp_plan", .on(start))
      guard form.arithmetic.birthday(14, of: told) <= start else {
        return form.expect(.noCheck)
      }
      let due = PlannedMoment(form.arithmetic.birthday(18, of: told))
      form.expect(.due, trigger: PlannedMoment(start), start: PlannedMoment(start), due: due)
    },
  ]

  private static func ended(
    _ intention: String, _ days: ClosedRange<Int>, isLeap: Bool = false
  ) -> FormPlan {
    FormPlan(endsRule, intention) { form in
      // Who was born on 29 February 2008 turns 18 on 1 March 2026.
      let youth =
        isLeap
        ? leapYouth("cp_plan", since: .of(2023, 12, 15), &form)
        : youth("cp_plan", turning: past, since: .of(2023, 12, 15), &form)
      let day = max(youth.start, form.day(days, after: youth.birthday))
      form.close(youth.process, .on(day))
      form.expect(
        day <= youth.birthday ? .met : .metLate, trigger: PlannedMoment(youth.start),
        start: PlannedMoment(youth.start), due: PlannedMoment(youth.birthday),
        satisfied: PlannedMoment(day))
    }
  }

  private static func leapYouth(
    _ kind: String, since: CivilDay, _ form: inout FormCase
  ) -> Youth {
    let born = CivilDay.of(2008, 2, 29)
    form.add("child_born", .on(born))
    let start = form.day(since...CivilDay.of(2025, 12, 31))
    return Youth(
      process: form.open(kind, .on(start)), start: start,
      birthday: form.arithmetic.birthday(18, of: born))
  }

  private static func expect(
    _ rule: FormRule, _ outcome: FormOutcome, _ youth: Youth, due: CivilDay,
    satisfied: CivilDay? = nil, _ form: inout FormCase
  ) {
    form.expect(
      outcome, trigger: PlannedMoment(youth.start), start: PlannedMoment(youth.start),
      due: PlannedMoment(due), satisfied: satisfied.map { PlannedMoment($0) }, of: rule)
  }

  // MARK: The review before it

  private static let review: [FormPlan] = [
    reviewed("on the day before the birthday") { birthday, _ in birthday.adding(days: -1) },
    reviewed("on the birthday") { birthday, _ in birthday },
    reviewed("on the first day that counts") { birthday, form in
      form.arithmetic.months(6, before: birthday)
    },
    reviewed("a day before the first that counts") { birthday, form in
      form.arithmetic.months(6, before: birthday).adding(days: -1)
    },
    reviewed("in the months before") { birthday, form in
      form.day(-150 ... -2, after: birthday)
    },
    reviewed("never") { _, _ in nil },
    reviewed("born on 29 February, on 28 February", isLeap: true) { birthday, _ in
      birthday.adding(days: -1)
    },
    reviewed("born on 29 February, on 1 March", isLeap: true) { birthday, _ in birthday },
    FormPlan(reviewRule, "the plan ended before") { form in
      let youth = youth("cp_plan", turning: past, since: .of(2023, 12, 15), least: 60, &form)
      form.close(youth.process, .on(form.day(-30 ... -1, after: youth.birthday)))
      expect(reviewRule, .stopped, youth, due: youth.birthday.adding(days: -1), &form)
    },
    FormPlan(reviewRule, "the child died before") { form in
      let youth = youth("cp_plan", turning: past, since: .of(2023, 12, 15), least: 60, &form)
      form.add("child_died", .on(form.day(-30 ... -1, after: youth.birthday)))
      expect(reviewRule, .stopped, youth, due: youth.birthday.adding(days: -1), &form)
    },
    FormPlan(reviewRule, "the birthday still to come") { form in
      let youth = youth(
        "cp_plan", turning: toCome, since: .of(2023, 12, 15), least: 600, &form)
      expect(reviewRule, .due, youth, due: youth.birthday.adding(days: -1), &form)
    },
  ]

  private static func reviewed(
    _ intention: String, isLeap: Bool = false,
    _ pick: @escaping @Sendable (CivilDay, inout FormCase) -> CivilDay?
  ) -> FormPlan {
    FormPlan(reviewRule, intention) { form in
      let youth =
        isLeap
        ? leapYouth("cp_plan", since: .of(2023, 12, 15), &form)
        : youth(
          "cp_plan", turning: .of(2024, 9, 1)...CivilDay.asOf.adding(days: -45),
          since: .of(2023, 12, 15), least: 220, &form)
      let due = youth.birthday.adding(days: -1)
      guard let day = pick(youth.birthday, &form) else {
        return expect(reviewRule, .overdue, youth, due: due, &form)
      }
      form.add("cp_review_held", .on(day), in: youth.process)
      guard day >= form.arithmetic.months(6, before: youth.birthday) else {
        return expect(reviewRule, .overdue, youth, due: due, &form)
      }
      expect(reviewRule, day <= due ? .met : .metLate, youth, due: due, satisfied: day, &form)
    }
  }

  // MARK: The pathway plan

  private static let pathway: [FormPlan] = [
    sent("on the last day", 0...0), sent("the day after", 1...1), sent("well before", -80 ... -5),
    sent("late", 2...25), sent("never", nil),
    FormPlan(pathwayRule, "the child ceased to be looked after before") { form in
      let youth = lookedAfter(&form)
      let due = form.arithmetic.workingDay(20, before: youth.birthday)
      form.close(youth.process, .on(form.between(.init(youth.start), .init(due)).day))
      expect(pathwayRule, .stopped, youth, due: due, &form)
    },
    FormPlan(pathwayRule, "looked after only in the last weeks before the birthday") { form in
      let youth = youth(
        "cla_period", turning: past, since: CivilDay.of(2012, 1, 1), least: 30, &form)
      // The process above is early; one that starts after its own last day contradicts itself.
      let late = form.day(-15 ... -1, after: youth.birthday)
      _ = form.open("cla_period", .on(late))
      expect(
        pathwayRule, .overdue, youth,
        due: form.arithmetic.workingDay(20, before: youth.birthday), &form)
      form.expect(.invalid, trigger: PlannedMoment(late))
    },
  ]

  private static func lookedAfter(_ form: inout FormCase) -> Youth {
    youth(
      "cla_period", turning: .of(2015, 1, 1)...CivilDay.asOf.adding(days: -45),
      since: .of(2012, 1, 1), least: 100, &form)
  }

  private static func sent(_ intention: String, _ days: ClosedRange<Int>?) -> FormPlan {
    FormPlan(pathwayRule, intention) { form in
      let youth = lookedAfter(&form)
      let due = form.arithmetic.workingDay(20, before: youth.birthday)
      guard let days else { return expect(pathwayRule, .overdue, youth, due: due, &form) }
      let day = max(youth.start, form.day(days, after: due))
      form.add("pathway_plan_sent", .on(day), in: youth.process)
      expect(pathwayRule, day <= due ? .met : .metLate, youth, due: due, satisfied: day, &form)
    }
  }
}
