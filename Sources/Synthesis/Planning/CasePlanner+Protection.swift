import Clocks

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

extension CasePlanner {
  /// Plans a time in police protection: at most 72 elapsed hours.
  mutating func planProtection(_ intention: ProtectionIntention) {
    var opened = time(8...22, on: protectionDay(intention))
    var ended: PlannedMoment?
    var outcome = KeyOutcome.met
    let due = arithmetic.hours(72, after: opened)
    switch intention {
    case .inTime: ended = arithmetic.minutes(random.number(4...70) * 60 + 5, after: opened)
    case .onTheHour, .springOnTheHour, .autumnOnTheHour: ended = due
    case .oneMinuteLate, .springOneMinuteLate, .autumnOneMinuteLate:
      (ended, outcome) = (arithmetic.minutes(1, after: due), .metLate)
    case .late:
      (ended, outcome) = (arithmetic.minutes(random.number(30...1500), after: due), .metLate)
    case .stillOpen, .openedLately: outcome = unsatisfied(due: due.day)
    case .endDayOnly: (ended, outcome) = (PlannedMoment(due.day), .notEvaluable)
    case .endDayOnlyEarly: ended = PlannedMoment(due.day.adding(days: -1))
    case .endDayOnlyTooLate:
      (ended, outcome) = (PlannedMoment(due.day.adding(days: 1)), .metLate)
    case .startDayOnly:
      opened.minute = nil
      (ended, outcome) = (PlannedMoment(opened.day.adding(days: 3), 12, 0), .notEvaluable)
    }
    let isOpen = outcome == .notEvaluable
    expect(
      .policeProtection, on: .detailed, trigger: opened, start: isOpen ? nil : opened,
      due: isOpen ? nil : due, satisfied: isOpen ? nil : ended, outcome,
      because: isOpen ? .timeNeeded : nil)
    child.protections.append(
      PlannedProtection(ordinal: nextOrdinal(), opened: opened, ended: ended))
  }

  private mutating func protectionDay(_ intention: ProtectionIntention) -> CivilDay {
    switch intention {
    case .springOnTheHour, .springOneMinuteLate:
      // The clocks go forward early on 30 March 2025.
      day(.of(2025, 3, 27) ... .of(2025, 3, 29))
    case .autumnOnTheHour, .autumnOneMinuteLate:
      // The clocks go back early on 26 October 2025.
      day(.of(2025, 10, 23) ... .of(2025, 10, 25))
    case .openedLately: day(.of(2026, 3, 28) ... .asOf)
    default: day(.of(2025, 4, 1) ... .of(2026, 3, 20))
    }
  }
}
