/// What becomes of the meeting before a child leaves hospital.
enum StayIntention: CaseIterable, Sendable {
  case metDayBefore
  case metHoursBefore
  case metAfterwards
  case notMet
  case enquiryOver
  case stillInHospital
}
