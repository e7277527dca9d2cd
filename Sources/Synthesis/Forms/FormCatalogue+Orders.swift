import Clocks

extension FormCatalogue {
  /// Orders of a court: days that count the first, an end that moves to noon, a start of its own.
  static let orders: [any FormPlanner] = [
    WrittenForm(
      forms: ["F06", "F07", "F08", "F09", "F12"], rules: ["england/emergency-protection-order"],
      written: [
        protection(.plain, lateBy: 0, "met"), protection(.plain, lateBy: 1, "met late"),
        protection(.toNoon, lateBy: 0, "met"), protection(.toNoon, lateBy: 1, "met late"),
        protection(.backDated, lateBy: 0, "met"), protection(.backDated, lateBy: 1, "met late"),
        protection(.extended, lateBy: 0, "met"), protection(.extended, lateBy: 1, "met late"),
        protection(.plain, lateBy: nil, "overdue"),
      ])
  ]

  private enum Order {
    case plain, toNoon, backDated, extended
  }

  /// An order of eight days of which the first counts.
  private static func protection(
    _ kind: Order, lateBy late: Int?, _ outcome: String
  ) -> WrittenForm.Variant {
    { maker in
      func isCourtDay(_ day: CivilDay) -> Bool {
        // The law leaves out Sundays and holidays, and counts Saturdays; where Christmas falls on
        // one, another day is given for it and it stays a holiday all the same.
        let isSunday = ((Int(day.number) - 3) % 7 + 7) % 7 == 0
        let isChristmas = day.civil.month == 12 && (25...26).contains(day.civil.day)
        return !maker.arithmetic.holidays.contains(day) && !isSunday && !isChristmas
      }
      let length = kind == .extended ? 14 : 7
      var start = maker.day(.of(2012, 2, 1), CivilDay.asOf.adding(days: -40))
      while isCourtDay(start.adding(days: length)) == (kind == .toNoon)
        || kind == .extended && !isCourtDay(start.adding(days: 7))
      {
        start = start.adding(days: 1)
      }
      let made = kind == .backDated ? start.adding(days: 2) : start
      let place = maker.process("order")
      if kind == .backDated {
        let police = maker.process("police_protection")
        maker.add("police_protection_started", PlannedMoment(start, 9, 0), in: police)
        maker.add("police_protection_ended", PlannedMoment(made, 15, 0), in: police)
      }
      maker.add(
        "order_made", made, in: place,
        detail: "order_type=emergency_protection; on_police_application="
          + (kind == .backDated ? "yes" : "no"))
      if kind == .extended { maker.add("order_extended", start.adding(days: 6), in: place) }
      let last = start.adding(days: length)
      var due = PlannedMoment(last)
      if kind == .toNoon {
        var day = last
        while !isCourtDay(day) { day = day.adding(days: 1) }
        due = PlannedMoment(day, 12, 0)
      }
      var answer = FormAnswer(
        rule: "england/emergency-protection-order", trigger: PlannedMoment(made), due: due,
        outcome: outcome)
      if let late {
        let ended =
          kind == .toNoon
          ? maker.arithmetic.minutes(late, after: due)
          : PlannedMoment(last.adding(days: late), 16, 30)
        maker.add("order_ended", ended, in: place)
        answer.satisfied = ended
      }
      maker.expect(answer)
    }
  }
}
