import Clocks
import Synthesis

/// All ways to plant a case, and which child gets which.
enum FormCatalogue {
  /// Every plan: one of each rule in turn, so that few children show all rules, each rule beginning
  /// elsewhere in its list.
  static let plans: [FormPlan] = {
    var rules: [[FormPlan]] = []
    var places: [FormRule: Int] = [:]
    for plan in listed {
      if let place = places[plan.rule] {
        rules[place].append(plan)
      } else {
        places[plan.rule] = rules.count
        rules.append([plan])
      }
    }
    let most = rules.map(\.count).max() ?? 0
    return (0..<most).flatMap { turn in
      rules.enumerated().filter { turn < $0.element.count }.map { place, plans in
        plans[(turn + place * 5) % plans.count]
      }
    }
  }()

  /// Every plan, planner by planner.
  private static let listed: [FormPlan] =
    PlainRules.all.flatMap(\.plans) + RepeatRules.all.flatMap(\.plans)
    + LongestRules.all.flatMap(\.plans) + LookBackRules.all.flatMap(\.plans)
    + BirthdayForms.plans + ProtectionOrderForms.plans + DurationForms.plans
    + AttendanceRules.all.flatMap(\.plans) + ChairForms.plans + ContentForms.plans
    + SoftForms.plans + StartForms.plans + TierForms.plans + ChainForms.plans

  /// The plan of the child at an index.
  static func plan(at index: Int) -> FormPlan { plans[index % plans.count] }

  /// The case of the child at an index; the same whatever the number of children.
  static func child(
    at index: Int, seed: UInt64, arithmetic: PlantedArithmetic, holidays: [CivilDay]
  ) -> FormCase {
    let digits = String(index + 1)
    let id = "F" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return FormCase(
      child: id, plan: plan(at: index),
      // Another sequence than that of the child of the same index in the other exports.
      random: PlantedRandom(seed: seed ^ 0x464F_524D_5331, child: index),
      arithmetic: arithmetic, holidays: holidays)
  }
}
