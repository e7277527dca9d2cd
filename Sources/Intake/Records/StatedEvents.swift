import CaseModel
import Clocks
import Faults

/// The states of events, for the rows that say only who was invited to them.
///
/// Who attended an event says that it was held; an invitation or an apology does not. Such a row
/// waits for the row of the event itself, lest a meeting that was planned or called off counts as
/// held.
struct StatedEvents {
  /// Whether any row may say only who was invited; else nothing is remembered.
  private let isNeeded: Bool
  private var states: [UInt64: EventState] = [:]
  private var waiting: [ChildRecord] = []

  /// No states yet.
  ///
  /// - Parameter isNeeded: whether any row of the feed says who took part.
  init(isNeeded: Bool = true) { self.isNeeded = isNeeded }

  /// Takes the states of a record's events, or keeps the record back.
  ///
  /// - Returns: whether it was kept back.
  mutating func keepsBack(_ record: ChildRecord) -> Bool {
    guard isNeeded else { return false }
    var waits = false
    for row in record.events.indices {
      let key = Self.key(record, row)
      if !Self.isInvitation(record, row) {
        // Of an event that was planned and then held, being held counts.
        if states[key] != .held { states[key] = record.events[row].state }
      } else if states[key] != .held {
        waits = true
      }
    }
    if waits { waiting.append(record) }
    return waits
  }

  /// Passes on the records that were kept back, each with the state of its event.
  ///
  /// If no row gave the state, the event was held, unless its day is after the as-of.
  mutating func deliver(asOf: Moment, into sink: any RecordSink) throws(Fault) {
    for var record in waiting {
      for row in record.events.indices where Self.isInvitation(record, row) {
        let event = record.events[row]
        let isToCome = if let day = event.at.day, let last = asOf.day { day > last } else { false }
        let state = states[Self.key(record, row)] ?? (isToCome ? .planned : .held)
        record.events[row].state = state
        if state != .held, event.at == .missing { record.events[row].at = .absent }
      }
      try sink.receive(&record)
    }
    self = StatedEvents(isNeeded: isNeeded)
  }

  /// Whether a row says of an event only that somebody was invited or sent apologies.
  private static func isInvitation(_ record: ChildRecord, _ row: Int) -> Bool {
    guard record.events[row].state == .held else { return false }
    var isInvitation = false
    for part in record.participations where part.event == row {
      guard part.part == .invited || part.part == .apologies else { return false }
      isInvitation = true
    }
    return isInvitation
  }

  /// A hash of what makes an event one: child, process, type and time.
  private static func key(_ record: ChildRecord, _ row: Int) -> UInt64 {
    let event = record.events[row]
    let process = event.process >= 0 ? record.processes[Int(event.process)] : nil
    var hash = ByteHash()
    record.text.withUnsafeBytes { text in
      for range in [record.id, process?.id ?? .empty, event.raw] {
        let start = Int(range.start)
        hash.add(UnsafeRawBufferPointer(rebasing: text[start..<(start + Int(range.count))]))
      }
    }
    let at = event.at == .missing ? .absent : event.at
    for part in [
      process?.kind.index ?? .max, event.type.index, at.precision.rawValue, at.fold.rawValue,
    ] {
      hash.add(UInt64(part))
    }
    hash.add(UInt64(UInt16(bitPattern: at.minuteOfDay)))
    hash.add(UInt64(UInt32(bitPattern: at.civilDay.number)))
    return hash.value
  }
}
