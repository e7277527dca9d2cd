/// All planners of forms; together they show each of the forms F01 to F40.
enum FormCatalogue {
  static let planners: [any FormPlanner] =
    deadlines + intervals + longest + people + backwards + records + orders + counts

  /// The case of the child at an index; the same whatever the number of children.
  static func child(at index: Int, seed: UInt64, arithmetic: PlantedArithmetic) -> FormCase {
    let planner = planners[index % planners.count]
    let digits = String(index)
    let name = "F" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    var maker = FormMaker(
      child: name, random: PlantedRandom(seed: seed ^ 0xF0F0, child: index),
      arithmetic: arithmetic)
    planner.plan(index / planners.count % planner.variants, &maker)
    return maker.planned(by: planner)
  }
}
