import Clocks

/// A section 47 enquiry with its discussions; the first of them started it, on the day it opened.
struct PlannedEnquiry: Sendable {
  var ordinal: Int
  var opened: CivilDay
  var completed: CivilDay?
  var outcome: EnquiryOutcome = .notSubstantiated
  var conference: PlannedDate?
  var isConferenceNotRequired = false
  /// Whether the interchange file marks the discussion that started it.
  var isStartMarked = true
  var discussions: [PlannedDiscussion] = []
  var stays: [PlannedStay] = []
}
