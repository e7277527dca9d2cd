import CaseModel
import Glibc

/// Finds a child's record among others by the bytes of its id.
///
/// An open table of places, each beside 32 bits of its hash, so that the records themselves are
/// looked at where those agree only. A dictionary would hold every id once more.
struct ChildPlaces {
  private struct Slot {
    /// The place of the record; -1 for an empty slot.
    var place: Int32 = -1
    var hash: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var count = 0
  /// The place that was found last: exports are sorted alike, so that the next row is of the same
  /// child or of the next one.
  private var last = 0

  /// The place of the record of the same child; where there is none, the next place is kept for it
  /// and nil is answered.
  mutating func find(_ record: borrowing ChildRecord, among records: [ChildRecord]) -> Int? {
    records.withUnsafeBufferPointer { records in
      for place in last...last + 1 where place < records.count {
        guard ChildPlaces.isSame(record, records, place) else { continue }
        last = place
        return place
      }
      return search(record, records)
    }
  }

  private mutating func search(
    _ record: borrowing ChildRecord, _ records: UnsafeBufferPointer<ChildRecord>
  ) -> Int? {
    if count * 4 > slots.count * 3 { grow(records) }
    let hash = ChildPlaces.hash(record.id, record.text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    let short = UInt32(truncatingIfNeeded: hash >> 32)
    while slots[slot].place >= 0 {
      let place = Int(slots[slot].place)
      if slots[slot].hash == short, ChildPlaces.isSame(record, records, place) {
        last = place
        return place
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Slot(place: Int32(records.count), hash: short)
    count += 1
    return nil
  }

  private mutating func grow(_ records: UnsafeBufferPointer<ChildRecord>) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for entry in old where entry.place >= 0 {
      let place = Int(entry.place)
      let hash = ChildPlaces.hash(records[place].id, records[place].text)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].place >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  private static func hash(_ range: TextRange, _ text: [UInt8]) -> UInt64 {
    var hash = ByteHash()
    text.withUnsafeBytes { hash.add(id(range, in: $0)) }
    return hash.value
  }

  /// Whether a record is of the child of another, of which no more than the id is looked at: records
  /// are large to copy.
  private static func isSame(
    _ one: borrowing ChildRecord, _ records: UnsafeBufferPointer<ChildRecord>, _ place: Int
  ) -> Bool {
    guard one.id.count == records[place].id.count else { return false }
    return one.text.withUnsafeBytes { text in
      records[place].text.withUnsafeBytes { otherText in
        let (mine, other) = (id(one.id, in: text), id(records[place].id, in: otherText))
        guard let mineStart = mine.baseAddress, let otherStart = other.baseAddress else {
          return true
        }
        return memcmp(mineStart, otherStart, mine.count) == 0
      }
    }
  }

  private static func id(_ range: TextRange, in text: UnsafeRawBufferPointer)
    -> UnsafeRawBufferPointer
  {
    let start = Int(range.start)
    return UnsafeRawBufferPointer(rebasing: text[start..<(start + Int(range.count))])
  }
}
