import CaseModel
import Glibc

/// Finds a child's record among others by the bytes of its id.
///
/// It is an open hash table of rows, with the hash of each record's id. The records themselves, which
/// are large and lie far apart, are looked at only where hashes agree.
struct ChildIndex {
  private var slots = [Int32](repeating: -1, count: 1 << 10)
  /// The hashes of the records, by their rows.
  private var hashes: [UInt64] = []
  /// The row that was found last.
  ///
  /// Exports are sorted alike, so that the next record is mostly of the same child or of one soon
  /// after.
  private var last = 0

  /// The number of rows from the last one that are compared before the table is asked.
  private static let reach = 12

  /// The row of the record of the same child; nil where there is none, and the next row is then
  /// reserved for it.
  mutating func find(_ record: borrowing ChildRecord, among records: [ChildRecord]) -> Int? {
    let hash = ChildIndex.hash(record.id, record.text)
    return records.withUnsafeBufferPointer { records in
      for row in last..<min(last + ChildIndex.reach, hashes.count) where hashes[row] == hash {
        guard ChildIndex.isSame(record, records, row) else { continue }
        last = row
        return row
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
      let row = Int(slots[slot])
      if hashes[row] == hash, ChildIndex.isSame(record, records, row) {
        last = row
        return row
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    return nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (row, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(row)
    }
  }

  private static func hash(_ range: TextRange, _ text: [UInt8]) -> UInt64 {
    var hash = ByteHash()
    text.withUnsafeBytes { hash.add(id(range, in: $0)) }
    return hash.value
  }

  /// Whether a record is of the same child as the record of a row.
  ///
  /// Only ids are looked at: records are large to copy.
  private static func isSame(
    _ one: borrowing ChildRecord, _ records: UnsafeBufferPointer<ChildRecord>, _ row: Int
  ) -> Bool {
    guard one.id.count == records[row].id.count else { return false }
    return one.text.withUnsafeBytes { text in
      records[row].text.withUnsafeBytes { otherText in
        let (mine, other) = (id(one.id, in: text), id(records[row].id, in: otherText))
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
