import Clocks
import Synthesis

/// The rules of what comes again, as their texts have them.
enum RepeatRules {
  /// All of them.
  static let all = reviews + visits + others

  private static let since2011 = CivilDay.of(2011, 4, 1)

  static let reviews: [RepeatRule] = [
    RepeatRule(
      rule: FormRule("england/later-review", 3), firstRule: FormRule("england/first-review", 1, 3),
      since: .of(2013, 4, 15), kind: "cp_plan", first: .months(3),
      then: RepeatRule.always(.months(6)), span: 184, met: "cp_review_held",
      isAfterStartDay: true),
    RepeatRule(
      rule: FormRule("england/short-break-review", 3), since: since2011,
      kind: "short_break_series", first: .months(3), then: RepeatRule.always(.months(6)),
      span: 184, met: "short_break_review_held"),
    RepeatRule(
      rule: FormRule("england/adoption-review", 3), since: .of(2005, 12, 30), kind: "placement",
      detail: "placement_type=adoption", otherDetail: "placement_type=foster_carer",
      first: .weeks(4), then: { interval, _ in interval.count == 1 ? .months(3) : .months(6) },
      span: 184, met: "adoption_review_held"),
    RepeatRule(
      rule: FormRule("england/secure-accommodation-review", 3), since: .of(1991, 10, 14),
      kind: "placement", detail: "placement_type=secure", otherDetail: "placement_type=residential",
      first: .months(1), then: RepeatRule.always(.months(3)), span: 92, met: "secure_review_held",
      isAfterStartDay: true),
    RepeatRule(
      rule: FormRule("england/later-looked-after-review", 3, 31), since: since2011,
      kind: "cla_period",
      then: { interval, _ in interval.count == 1 ? .months(3) : .months(6) }, span: 184,
      met: "cla_review_held", isRelaxed: true),
    RepeatRule(
      rule: FormRule("england/pathway-review", 3), since: since2011, kind: "care_leaver",
      first: .months(6), then: RepeatRule.always(.months(6)), span: 184, met: "pathway_reviewed"),
    RepeatRule(
      rule: FormRule("england/allegation-monitored", 3, 17), since: .of(2017, 1, 1),
      kind: "allegation", first: .months(4), then: RepeatRule.always(.months(1)), span: 124,
      met: "allegation_reviewed", monthsBefore: 3,
      endsAtDeath: false),
  ]

  static let visits: [RepeatRule] = [
    RepeatRule(
      rule: FormRule("england/visit-with-parent", 3), since: since2011, kind: "placement",
      detail: "placement_type=with_parent", otherDetail: "placement_type=adoption",
      then: RepeatRule.always(.weeks(6)), span: 42, met: "cla_visit"),
    inPlacement(until18: true), inPlacement(until18: false),
    RepeatRule(
      rule: FormRule("england/private-fostering-visits", 3, 4, 9), since: .of(2005, 7, 1),
      kind: "private_fostering", first: .weeks(6),
      then: { interval, arithmetic in
        interval.start > arithmetic.months(12, after: interval.opened) ? .weeks(12) : .weeks(6)
      }, span: 84, met: "private_fostering_visit"),
    RepeatRule(
      rule: FormRule("england/adviser-visits", 3), since: since2011, kind: "leaver_accommodation",
      then: RepeatRule.always(.months(2)), span: 62, met: "adviser_visit"),
  ]

  static let others: [RepeatRule] = [
    RepeatRule(
      rule: FormRule("local-001/visit-four-weekly", 3, 37), since: .of(2013, 4, 15),
      kind: "cp_plan", detail: "taper=no", first: .weeks(4), then: RepeatRule.always(.weeks(4)),
      span: 28, met: "cp_visit", metDetail: "at_home=yes", wrongDetail: "at_home=no",
      unknownDetail: "seen_alone=yes"),
    RepeatRule(
      rule: FormRule("england/review-health-assessment", 4, 39), since: since2011,
      kind: "cla_period",
      then: { interval, arithmetic in
        let soon = arithmetic.months(6, after: interval.start)
        guard let born = interval.other else { return .months(12) }
        return soon < arithmetic.birthday(5, of: born) ? .months(6) : .months(12)
      }, span: 366, met: "health_assessed",
      draw: { opened, form in
        // Some of them on 29 February.
        form.random.chance(15)
          ? CivilDay.of(opened.civil.year / 4 * 4 - 4, 2, 29)
          : form.day(-2200 ... -900, after: opened)
      },
      note: { born, _, form in
        if let born { form.add("child_born", .on(born)) }
        return nil
      }),
    untilReview("visit-relative-or-parent", "relative_temporary", .weeks(4)),
    untilReview("visit-relative-or-parent", "with_parent_before_assessment", .weeks(4)),
    untilReview("visit-unregulated", "unregulated", .weeks(6)),
    RepeatRule(
      rule: FormRule("england/adoption-visit", 5), since: .of(2005, 12, 30), kind: "placement",
      detail: "placement_type=adoption", otherDetail: "placement_type=with_parent",
      first: .weeks(1), then: { interval, _ in isReviewed(interval) ? nil : .weeks(1) },
      isOpenWithoutLimit: true, span: 7, met: "cla_visit",
      draw: { opened, form in reviewDay(after: opened, &form) }, ownEvent: "adoption_review_held"),
    RepeatRule(
      rule: FormRule("local-liverpool/visit", 3, 37), since: .of(2023, 12, 15), kind: "cp_plan",
      first: .workingDays(10), then: RepeatRule.always(.workingDays(10)), span: 20,
      met: "cp_visit"),
    RepeatRule(
      rule: FormRule("local-southwark/seen-by-social-worker", 3, 25, 35), since: .of(2023, 12, 15),
      kind: "cp_plan", first: .weeks(4), then: RepeatRule.always(.weeks(4)), span: 28,
      met: "cp_visit", metDetail: "seen=yes; visited_by=social_worker",
      wrongDetail: "seen=no; visited_by=social_worker",
      unknownDetail: "visited_by=social_worker"),
    RepeatRule(
      rule: FormRule("local-lambeth/core-group", 3), since: .of(2025, 7, 1), kind: "cp_plan",
      then: RepeatRule.always(.weeks(6)), span: 42, met: "core_group_held"),
  ]

  /// Whether the first review was held by the end of the week that an interval starts.
  private static func isBefore(_ interval: RepeatRule.Interval) -> Bool {
    interval.other.map { $0 <= interval.start.adding(days: 7) } ?? false
  }

  /// The same, where a review from before the opening is not the first one in it.
  private static func isReviewed(_ interval: RepeatRule.Interval) -> Bool {
    isBefore(interval) && interval.other.map { $0 >= interval.opened } ?? false
  }

  /// The day of a first review; nil for none.
  private static func reviewDay(after opened: CivilDay, _ form: inout FormCase) -> CivilDay? {
    let day = form.day(-5...50, after: opened)
    return form.random.chance(15) || day > .asOf ? nil : day
  }

  private static func untilReview(
    _ name: String, _ type: String, _ later: PlantedLimit
  ) -> RepeatRule {
    RepeatRule(
      rule: FormRule("england/\(name)", 3, 5, 31), since: since2011, kind: "placement",
      detail: "placement_type=\(type)", otherDetail: "placement_type=foster_carer",
      then: { interval, _ in isBefore(interval) ? later : .weeks(1) }, span: later.span,
      met: "cla_visit", isRelaxed: true,
      draw: { opened, form in reviewDay(after: opened, &form) },
      note: { review, opened, form in
        let period = form.open(
          "cla_period", .on(min(review ?? opened, opened).adding(days: -form.random.number(0...9))))
        if let review { form.add("cla_review_held", .on(review), in: period) }
        return period
      })
  }

  private static func inPlacement(until18: Bool) -> RepeatRule {
    RepeatRule(
      rule: FormRule("england/visit-in-placement", 3, 4, 31), since: since2011, kind: "placement",
      detail: "placement_type=residential; intended_to_18=\(until18 ? "yes" : "no")",
      otherDetail: "placement_type=adoption",
      then: { interval, arithmetic in
        guard interval.start > arithmetic.months(12, after: interval.opened) else {
          return .weeks(6)
        }
        return until18 ? .months(3) : .weeks(6)
      }, span: 92, met: "cla_visit", isRelaxed: true)
  }
}
