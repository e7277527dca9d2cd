import Clocks

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
