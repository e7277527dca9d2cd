import Clocks

/// A child protection plan.
struct PlannedPlan: Sendable {
  var ordinal: Int
  /// The enquiry that led to it; nil where it came with the child from another authority.
  var enquiry: Int?
  var opened: CivilDay
  var ended: CivilDay?
  var category: HarmCategory = .neglect
  var coreGroups: [PlannedDate] = []
  var reviews: [CivilDay] = []
  var visits: [CivilDay] = []
  /// A fault of the plan as a whole, noted at its row.
  var fault: PlantedKind?
  /// Whether each export has its row, or its first core group, twice.
  var isDoubled = false
}
