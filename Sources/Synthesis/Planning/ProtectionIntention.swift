/// How long a child is to stay in police protection.
enum ProtectionIntention: CaseIterable, Sendable {
  case inTime
  case onTheHour
  case oneMinuteLate
  case late
  case stillOpen
  case springOnTheHour
  case springOneMinuteLate
  case autumnOnTheHour
  case autumnOneMinuteLate
  case endDayOnly
  case endDayOnlyEarly
  case endDayOnlyTooLate
  case startDayOnly
  case openedLately
}
