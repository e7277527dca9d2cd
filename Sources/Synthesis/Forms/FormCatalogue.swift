import Clocks

/// All ways to plant a case, and which child gets which.
enum FormCatalogue {
  /// Every plan, planner by planner.
  static let plans: [FormPlan] =
    PlainRules.all.flatMap(\.plans) + RepeatRules.all.flatMap(\.plans)
    + LongestRules.all.flatMap(\.plans) + LookBackRules.all.flatMap(\.plans)
    + BirthdayForms.plans + ProtectionOrderForms.plans + DurationForms.plans
    + AttendanceRules.all.flatMap(\.plans) + ChairForms.plans + ContentForms.plans
    + SoftForms.plans + StartForms.plans + TierForms.plans + ChainForms.plans

  /// A step that spreads neighbouring children over the whole list, and reaches all of it.
  private static let step: Int = {
    var step = plans.count * 5 / 8 + 1
    while commonDivisor(step, plans.count) != 1 { step += 1 }
    return step
  }()

  /// The case of the child at an index; the same whatever the number of children.
  static func child(
    at index: Int, seed: UInt64, arithmetic: PlantedArithmetic, holidays: [CivilDay]
  ) -> FormCase {
    let digits = String(index + 1)
    let id = "F" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return FormCase(
      child: id, plan: plans[(index * step) % plans.count],
      // Another sequence than that of the child of the same index in the other exports.
      random: PlantedRandom(seed: seed ^ 0x464F_524D_5331, child: index),
      arithmetic: arithmetic, holidays: holidays)
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : commonDivisor(second, first % second)
  }
}
