import Clocks

/// Everything that the exports say of one child, and what a correct judge makes of it.
struct PlannedChild: Sendable {
  /// The child's index among all.
  let index: Int
  var born: CivilDay?
  var expected: CivilDay?
  var died: CivilDay?
  var sex = "U"
  var ethnicity = "NOBT"
  var disability = "NONE"
  var team = 1
  var worker = 1
  var episodes: [PlannedEpisode] = []
  var protections: [PlannedProtection] = []
  /// The time in which the child was looked after; the national formats alone have it.
  var care: PlannedCare?
  /// Rows of the lists that are to be set aside, beside this child's.
  var strayRows: [PlantedKind] = []
  /// Which of the census's tolerated oddities this child shows, as bits.
  var oddities = 0
  var key: [KeyRow] = []

  /// The child's number as text of at least six digits.
  var number: String {
    let digits = String(index + 1)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// The child's id in every export: `C000001`.
  var id: String { "C" + number }

  /// The id of a process of this child: a letter or two, the child's number and an ordinal.
  func id(_ letters: String, _ ordinal: Int) -> String {
    letters + number + (ordinal < 10 ? "0" : "") + String(ordinal)
  }
}

/// An episode of need, from referral to closure.
struct PlannedEpisode: Sendable {
  var ordinal: Int
  var referral: CivilDay
  var concern: PlannedMoment?
  /// The kind of harm; nil where the export leaves it blank.
  var category: HarmCategory?
  var isNoFurtherAction = false
  var closed: CivilDay?
  var closeReason: CloseReason = .noLongerInNeed
  /// The conference that took over a plan of another authority.
  var transferInConference: CivilDay?
  var assessments: [PlannedAssessment] = []
  /// Discussions that no enquiry followed.
  var discussions: [PlannedDiscussion] = []
  var enquiries: [PlannedEnquiry] = []
  var plans: [PlannedPlan] = []
  var cinPlan: (started: CivilDay, ended: CivilDay?)?
  /// A fault of the episode as a whole, noted at its row.
  var fault: PlantedKind?
  /// Whether the local list has its row twice.
  var isDoubled = false

  /// An episode that opens with a referral.
  init(ordinal: Int, referral: CivilDay) {
    self.ordinal = ordinal
    self.referral = referral
  }
}

/// An assessment of an episode.
struct PlannedAssessment: Sendable {
  var ordinal: Int
  var started: CivilDay
  var checkpoint: CivilDay?
  var authorised: PlannedDate?
}

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
