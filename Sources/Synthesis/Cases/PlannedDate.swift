import Clocks

/// The date of an event as the exports are to show it, which may differ from export to export.
struct PlannedDate: Sendable {
  /// What an export shows in place of the true day.
  enum Spoiling: Sendable {
    case unreadable
    case empty
    case later(days: Int)
  }

  /// How a date is written in one export.
  enum Written: Sendable {
    case day(CivilDay)
    case unreadable(CivilDay)
    case empty
  }

  /// The true day.
  var day: CivilDay
  /// The exports that show something else: of census, local and interchange.
  var spoiledIn: Road = []
  /// What they show.
  var spoiling: Spoiling = .unreadable

  /// A day that every export shows as it is.
  init(_ day: CivilDay) { self.day = day }

  /// A day that some exports spoil.
  init(_ day: CivilDay, _ spoiling: Spoiling, in roads: Road) {
    self.day = day
    self.spoiling = spoiling
    spoiledIn = roads
  }

  /// What one export writes.
  func written(in road: Road) -> Written {
    guard spoiledIn.contains(road) else { return .day(day) }
    switch spoiling {
    case .unreadable: return .unreadable(day)
    case .empty: return .empty
    case .later(let days): return .day(day.adding(days: days))
    }
  }

  /// The fault that one export gets by it.
  func fault(in road: Road) -> PlantedKind? {
    guard spoiledIn.contains(road) else { return nil }
    switch spoiling {
    case .unreadable: return .unreadableDate
    case .empty: return .missingDate
    case .later: return .feedsDisagree
    }
  }
}
