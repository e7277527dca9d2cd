import Clocks

/// The texts of days met before: rows by the hundred thousand are made of the same few dates.
struct DayTexts {
  /// The ten bytes of a day such as `2025-03-31`: the first eight and the last two, as they lie in
  /// memory.
  struct Text {
    fileprivate(set) var front: UInt64
    fileprivate(set) var back: UInt16
  }

  private struct Slot {
    var day: CivilDay
    var text: Text
  }

  /// Each day has one place, which it shares with the days so many days earlier and later.
  private var slots: [Slot]

  /// No day met, and room for so many, a power of two.
  init(room: Int = 1 << 13) {
    let first = CivilDay(number: 0)
    // Place 0 is the first day's own, and in all others it is no day that belongs there.
    slots = [Slot](repeating: Slot(day: first, text: DayTexts.text(of: first)), count: room)
  }

  /// The text of a day.
  subscript(day: CivilDay) -> Text {
    mutating get {
      let place = Int(day.number) & (slots.count - 1)
      if slots[place].day == day { return slots[place].text }
      let text = DayTexts.text(of: day)
      slots[place] = Slot(day: day, text: text)
      return text
    }
  }

  private static func text(of day: CivilDay) -> Text {
    day.isoBytes.withUnsafeBytes {
      Text(
        front: $0.loadUnaligned(as: UInt64.self),
        back: $0.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    }
  }
}
