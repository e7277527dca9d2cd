import Clocks

extension BufferedFile {
  /// Appends `2025-03-31`.
  mutating func iso(_ day: CivilDay) {
    let (year, month, dayOfMonth) = day.civil
    number(year, width: 4)
    byte(UInt8(ascii: "-"))
    number(month, width: 2)
    byte(UInt8(ascii: "-"))
    number(dayOfMonth, width: 2)
  }

  /// Appends `2025-03-31`, or `2025-03-31T19:00` where the minute is known.
  package mutating func iso(_ moment: PlannedMoment) {
    iso(moment.day)
    guard let minute = moment.minute else { return }
    byte(UInt8(ascii: "T"))
    time(minute)
  }

  /// Appends a date, or one that no calendar has: `2025-13-31`; nothing where it is left empty.
  mutating func iso(_ written: PlannedDate.Written) {
    switch written {
    case .day(let day): iso(day)
    case .unreadable(let day):
      number(day.civil.year, width: 4)
      text("-13-01")
    case .empty: break
    }
  }

  /// Appends `31/03/2025`.
  mutating func british(_ day: CivilDay) {
    let (year, month, dayOfMonth) = day.civil
    number(dayOfMonth, width: 2)
    byte(UInt8(ascii: "/"))
    number(month, width: 2)
    byte(UInt8(ascii: "/"))
    number(year, width: 4)
  }

  /// Appends `31/03/2025`, or `31/03/2025 19:00` where the minute is known.
  mutating func british(_ moment: PlannedMoment) {
    british(moment.day)
    guard let minute = moment.minute else { return }
    byte(UInt8(ascii: " "))
    time(minute)
  }

  /// Appends a date, or one that no calendar has: `31/02/2025`; nothing where it is left empty.
  mutating func british(_ written: PlannedDate.Written) {
    switch written {
    case .day(let day): british(day)
    case .unreadable(let day):
      text("31/02/")
      number(day.civil.year, width: 4)
    case .empty: break
    }
  }

  private mutating func time(_ minute: Int) {
    number(minute / 60, width: 2)
    byte(UInt8(ascii: ":"))
    number(minute % 60, width: 2)
  }
}
