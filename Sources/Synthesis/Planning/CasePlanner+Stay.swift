import Clocks

extension CasePlanner {
  /// Plans a hospital stay during an enquiry that was completed a week or more after its start.
  ///
  /// The meeting is owed on or before the discharge while the enquiry is open; nothing counts
  /// from a start, so the key has the discharge as due.
  mutating func planStay(_ intention: StayIntention, in enquiry: inout PlannedEnquiry) {
    let completed = enquiry.completed ?? enquiry.opened.adding(days: 10)
    var stay = PlannedStay(ordinal: nextOrdinal(), admitted: enquiry.opened)
    let isOver = intention == .enquiryOver
    let leaves = isOver ? completed.adding(days: 5) : enquiry.opened.adding(days: 4)
    let discharged = PlannedMoment(leaves, 15, 30)
    var outcome = KeyOutcome.met
    switch intention {
    case .metDayBefore: stay.dischargeMeeting = time(9...16, on: leaves.adding(days: -1))
    case .metHoursBefore: stay.dischargeMeeting = time(9...13, on: leaves)
    case .metAfterwards:
      stay.dischargeMeeting = PlannedMoment(leaves, 16, 0)
      outcome = .notMet
    case .notMet: outcome = .notMet
    case .enquiryOver: outcome = .notRequired
    case .stillInHospital:
      enquiry.stays.append(stay)
      return
    }
    stay.discharged = discharged
    enquiry.stays.append(stay)
    expect(
      .dischargeMeeting, on: .detailed, trigger: discharged, due: discharged,
      satisfied: outcome == .met ? stay.dischargeMeeting : nil, outcome)
  }
}
