import CaseModel
import Clocks
import Faults
import Reporting
import RuleBook

/// Looks whether the calendars that rules count by reach far enough.
struct CalendarWatch {
  private let calendars: [WorkingDayCalendar]

  /// A watch over the calendars that rules count by.
  init(_ compiled: CompiledRules, _ library: RuleLibrary) {
    calendars = compiled.calendarNames.compactMap { library.calendars[$0] }
  }

  /// Refuses an as-of after the end of a calendar.
  ///
  /// - Throws: ``Fault`` with 78 that says what to do.
  func check(_ asOfs: [Moment]) throws(Fault) {
    for moment in asOfs {
      guard let day = moment.day else { continue }
      for calendar in calendars { try calendar.checkCovers(asOf: day) }
    }
  }

  /// What to say of calendars that are about to end, a clause each.
  func warnings(_ asOfs: [Moment]) -> [String] {
    guard let day = asOfs.compactMap(\.day).max() else { return [] }
    return calendars.compactMap { $0.warning(on: day) }
  }

  /// The same as findings of the data-quality list.
  func findings(_ asOfs: [Moment]) -> [FaultLine] {
    guard let day = asOfs.compactMap(\.day).max() else { return [] }
    return calendars.compactMap { calendar in
      guard let warning = calendar.warning(on: day) else { return nil }
      return FaultLine(
        identifier: "calendar-ends", severity: .worthALook, file: "\(calendar.name).csv", line: 0,
        column: 0, otherPlace: "", summary: NightFaults.sentence(warning),
        nextStep: NightFaults.sentence(calendar.renewal))
    }
  }
}
