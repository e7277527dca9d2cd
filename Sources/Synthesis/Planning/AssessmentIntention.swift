/// What the assessment of an episode is to come to.
enum AssessmentIntention: CaseIterable, Sendable {
  case inTime
  case onLastDay
  case oneDayLate
  case late
  case unfinished
  case closedUnfinished
  case closedBeforeDue
  case closedOnDue
  case noFurtherAction
  case noFurtherActionYetAuthorised
  case authorisedAfterClosing
  case authorisedTwice
  case onlyBefore
  case stillDue
}
