package import Clocks
package import Faults
import Synthesis

/// A made-up council whose children are planned for the forms of rule, with the answers that a
/// correct judge must give.
///
/// It stands beside `SyntheticAuthority`: the same authority 999, the same as-of day, children of its
/// own. The same children and the same seed give the same bytes, and a child is the same whatever the
/// number of children. The answers come from how each case was planned; nothing of the judge and
/// none of its calendars is used for them.
package struct FormAuthority: Sendable {
  private let children: Int
  private let seed: UInt64
  private let arithmetic: PlantedArithmetic
  private let holidays: [CivilDay]

  /// A council of the forms.
  ///
  /// - Parameters:
  ///   - children: how many children it has.
  ///   - seed: the number that its random choices are drawn from.
  ///   - holidays: the bank holidays of England and Wales from 2012 to 2028.
  package init(children: Int, seed: UInt64, holidays: Set<CivilDay>) {
    self.children = children
    self.seed = seed
    arithmetic = PlantedArithmetic(holidays: holidays)
    self.holidays = holidays.sorted()
  }

  /// Writes `interchange-forms.csv`, the same as `interchange-forms.xml`, and
  /// `answer-key-forms.csv`, over those that are there.
  ///
  /// - Parameter folder: a folder that exists.
  /// - Throws: ``Fault`` with 73 where a file cannot be created, 74 where writing fails.
  package func write(to folder: String) throws(Fault) {
    var facts = try FormsWriter(folder: folder)
    var key = try FormKeyWriter(folder: folder)
    for index in 0..<children {
      let form = form(at: index)
      try facts.write(form)
      try key.write(form)
    }
    try facts.finish()
    try key.flush()
  }

  /// The planned case of the child at an index.
  func form(at index: Int) -> FormCase {
    FormCatalogue.child(at: index, seed: seed, arithmetic: arithmetic, holidays: holidays)
  }
}

/// All ways to plant a case, and which child gets which.
enum FormCatalogue {
  /// Every plan: one of each rule in turn, so that few children show all rules, each rule beginning
  /// elsewhere in its list.
  static let plans: [FormPlan] = {
    var rules: [[FormPlan]] = []
    var indices: [FormRule: Int] = [:]
    for plan in listed {
      if let index = indices[plan.rule] {
        rules[index].append(plan)
      } else {
        indices[plan.rule] = rules.count
        rules.append([plan])
      }
    }
    let most = rules.map(\.count).max() ?? 0
    return (0..<most).flatMap { turn in
      rules.enumerated().filter { turn < $0.element.count }.map { index, plans in
        plans[(turn + index * 5) % plans.count]
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
