/// How soon a strategy discussion is to follow a concern.
enum ConcernIntention: CaseIterable, Sendable {
  case sameDay
  case withinHours
  case exactlyOnTheHour
  case oneMinuteLate
  case withinThreeDays
  case onThirdDay
  case afterThreeDays
  case categoryUnknown
  case timeUnknownNextDay
  case timeUnknownTooLate
}
