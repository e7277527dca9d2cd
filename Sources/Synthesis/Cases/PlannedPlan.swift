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

/// A time in police protection.
struct PlannedProtection: Sendable {
  var ordinal: Int
  var opened: PlannedMoment
  var ended: PlannedMoment?
  var fault: PlantedKind?
}

/// A period of being looked after, in one placement and perhaps a second.
struct PlannedCare: Sendable {
  var ordinal: Int
  var started: CivilDay
  var ended: CivilDay?
  /// The day of the move to the second placement.
  var moved: CivilDay?
  var reviews: [CivilDay] = []

  /// The last review; none before the first.
  var latestReview: CivilDay? { reviews.max() }
}

extension PlannedCare {
  /// A time in one placement, as the return has it a row.
  struct Stay: Sendable {
    var from: CivilDay
    var to: CivilDay?
    /// `S` for the first, `P` for another placement under the same legal status.
    var reason: String
    /// `X1` where another stay follows on the same day, else why the period ended.
    var endReason: String
  }

  /// The stays, one after another.
  var stays: [Stay] {
    let end = ended == nil ? "" : "E4A"
    guard let moved else { return [Stay(from: started, to: ended, reason: "S", endReason: end)] }
    return [
      Stay(from: started, to: moved, reason: "S", endReason: "X1"),
      Stay(from: moved, to: ended, reason: "P", endReason: end),
    ]
  }
}
