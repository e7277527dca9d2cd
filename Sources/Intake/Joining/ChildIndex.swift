import CaseModel
import Glibc

/// Finds a child's record among others by the bytes of its id.
///
/// An open table of places, and the hash of each record's id: the records themselves, which are
/// large and lie far apart, are looked at where hashes agree only.
struct ChildPlaces {
  private var slots = [Int32](repeating: -1, count: 1 << 10)
  /// The hashes of the records, by their places.
  private var hashes: [UInt64] = []
  /// The place that was found last: exports are sorted alike, so that the next row is of the same
  /// child or of one soon after.
  private var last = 0

  /// How far behind the last place is looked before the table is asked.
  private static let reach = 12

  /// The place of the record of the same child; where there is none, the next place is kept for it
  /// and nil is answered.
  mutating func find(_ record: borrowing ChildRecord, among records: [ChildRecord]) -> Int? {
    let hash = ChildPlaces.hash(record.id, record.text)
    return records.withUnsafeBufferPointer { records in
      for place in last..<min(last + ChildPlaces.reach, hashes.count) where hashes[place] == hash {
        guard ChildPlaces.isSame(record, records, place) else { continue }
        last = place
        return place
      }
      return search(record, hash, records)
    }
  }

  private mutating func search(
    _ record: borrowing ChildRecord, _ hash: UInt64, _ records: UnsafeBufferPointer<ChildRecord>
  ) -> Int? {
    if hashes.count * 4 > slots.count * 3 { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, ChildPlaces.isSame(record, records, place) {
        last = place
        return place
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    return nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
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
