import CaseModel
import Clocks
import Output

/// Finds children whose rows may stand under two ids, because a spreadsheet or a hand has damaged one.
///
/// The signs are cheap: two ids that differ only in what spreadsheets change, an id in which digits
/// were lost, a process whose rows stand under two children, and lists that hardly share a child.
/// No id is mended: which of two is right cannot be seen. Such a record is marked, so that what it
/// lacks decides no outcome, and one issue says so.
struct DamagedIDs {
  /// The signs, with their words in the issue.
  private enum Sign: CaseIterable {
    case twoSpellings
    case roundedNumbers
    case sharedProcess
    case disjointLists
    /// Only told: the ids look damaged, and no other spelling of them is there.
    case oddSpelling

    var words: String {
      switch self {
      case .twoSpellings:
        "ids that differ only in zeros, decimals, capitals or signs of a spreadsheet"
      case .roundedNumbers: "ids that a spreadsheet rounded to a power of ten"
      case .sharedProcess: "a process that one child opens and another goes on with"
      case .disjointLists: "lists of one kind of process that hardly share a child"
      case .oddSpelling: "ids that end in .0 or begin with ="
      }
    }
  }

  private let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Marks the records that may lack rows.
  ///
  /// - Returns: one issue for all of them; none where no sign is there.
  func mark(_ records: inout [ChildRecord]) -> [DataIssue] {
    var found: [Sign: [Int]] = [:]
    let twins = findSpellings(records, &found)
    let orphans = OrphanProcesses(records, vocabulary)
    found[.sharedProcess] = orphans.shared
    found[.disjointLists] = orphans.disjoint
    var (marked, told): (Set<Int>, Set<Int>) = ([], [])
    for sign in Sign.allCases {
      for row in found[sign] ?? [] {
        if sign != .oddSpelling { marked.insert(row) }
        told.insert(row)
      }
    }
    guard !told.isEmpty else { return [] }
    for row in marked { records[row].mayLackRows = true }
    joinTwins(
      twins, but: Set((found[.roundedNumbers] ?? []) + orphans.shared + orphans.disjoint), &records)
    return [issue(found, told: told, marked: marked, records)]
  }

  private func issue(
    _ found: [Sign: [Int]], told: Set<Int>, marked: Set<Int>, _ records: [ChildRecord]
  ) -> DataIssue {
    // The order of the rows must not matter.
    let sources = (marked.isEmpty ? told : marked).map { records[$0].source }.sorted {
      ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
    }
    let signs = Sign.allCases.filter { !(found[$0] ?? []).isEmpty }.map(\.words)
    let children = "\(told.count) \(told.count == 1 ? "child" : "children")"
    return DataIssue(
      "damaged-child-ids", marked.isEmpty ? .worthALook : .harmful, at: sources[0],
      and: sources.count > 1 ? sources[1] : .none,
      "A child has one id in all lists, and the ids of \(children) look damaged: "
        + signs.joined(separator: "; ") + "."
        + (marked.isEmpty ? "" : " What is missing from such a record decides nothing."),
      next: "export the child's id as text, the same in every list")
  }

  // MARK: Spellings

  /// Puts beside each of some records that are spelled alike what they are together, in place of its
  /// mark; what has another sign too keeps the mark.
  private func joinTwins(
    _ twins: [[Int]], but others: Set<Int>, _ records: inout [ChildRecord]
  ) {
    let alone = records
    for group in twins {
      for row in group where !others.contains(row) {
        var together = alone[row]
        for other in group where other != row { _ = together.merge(alone[other]) }
        together.mayLackRows = false
        records[row].mayLackRows = false
        records[row].withTwin = [together]
      }
    }
  }

  /// Finds the records whose ids are spelled alike or oddly, or were rounded.
  ///
  /// - Returns: the groups of records that are spelled alike.
  private func findSpellings(
    _ records: [ChildRecord], _ found: inout [Sign: [Int]]
  ) -> [[Int]] {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(records.count)
    var twins: [UInt64: [Int]] = [:]
    var (odd, rounded): ([Int], [Int]) = ([], [])
    for (row, record) in records.enumerated() {
      record.bytes(record.id).withUnsafeBytes { id in
        let spelling = IDSpelling(id)
        if spelling.isRounded { rounded.append(row) } else if spelling.isOdd { odd.append(row) }
        if let other = first[spelling.hash] {
          twins[spelling.hash, default: [other]].append(row)
        } else {
          first[spelling.hash] = row
        }
      }
    }
    found[.twoSpellings] = twins.values.flatMap(\.self)
    found[.oddSpelling] = odd
    guard !rounded.isEmpty else { return Array(twins.values) }
    let numbers = rounded.compactMap { RoundedNumber(records[$0].bytes(records[$0].id)) }
    found[.roundedNumbers] =
      rounded
      + records.indices.filter { row in
        let id = records[row].bytes(records[row].id)
        return numbers.contains { $0.mayBe(id) }
      }
    return Array(twins.values)
  }
}

/// An id without what spreadsheets and hands change in one.
private struct IDSpelling {
  /// The hash of what is left: small letters, no zeros in front, no `.0` behind, none of `="`.
  let hash: UInt64
  /// Whether it is a number that was rounded to a power of ten: `2.02401E+11`.
  let isRounded: Bool
  /// Whether it ends in `.0` or begins with a sign of a spreadsheet.
  let isOdd: Bool

  init(_ id: UnsafeRawBufferPointer) {
    isRounded = RoundedNumber.isOne(id)
    var (start, end) = (id.startIndex, id.endIndex)
    while start < end, Self.isSign(id[start]) { start += 1 }
    while end > start, Self.isSign(id[end - 1]) { end -= 1 }
    let hasSigns = start > 0
    var zeros = end
    while zeros > start, id[zeros - 1] == UInt8(ascii: "0") { zeros -= 1 }
    let hasDecimals =
      zeros < end && zeros > start + 1 && id[zeros - 1] == UInt8(ascii: ".")
      && id[start..<(zeros - 1)].allSatisfy { $0 &- 48 < 10 }
    if hasDecimals { end = zeros - 1 }
    while end - start > 1, id[start] == UInt8(ascii: "0") { start += 1 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id[start..<end] {
      hash = (hash ^ UInt64(UnsafeRawBufferPointer.folded(byte))) &* 0x100_0000_01B3
    }
    self.hash = hash
    isOdd = hasDecimals || hasSigns
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}

/// A number as a spreadsheet rounds it: a few digits and a power of ten.
private struct RoundedNumber {
  /// The digits that it still has.
  private let digits: [UInt8]
  /// How many digits it had.
  private let count: Int

  /// Whether an id is one.
  static func isOne(_ id: UnsafeRawBufferPointer) -> Bool {
    guard id.count >= 4, let letter = id.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      letter > 0, letter + 2 < id.count, id[letter + 1] == UInt8(ascii: "+"),
      id[(letter + 2)...].allSatisfy({ $0 &- 48 < 10 })
    else { return false }
    return id[..<letter].allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
  }

  init?(_ id: ArraySlice<UInt8>) {
    guard let letter = id.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    digits = id[..<letter].filter { $0 != UInt8(ascii: ".") }
    let power = id[(letter + 2)...].reduce(0) { min($0 * 10 + Int($1) - 48, 1000) }
    count = power + 1
  }

  /// Whether an id may be what was rounded: as many digits, of which all but the last are the same.
  func mayBe(_ id: ArraySlice<UInt8>) -> Bool {
    id.count == count && id.allSatisfy { $0 &- 48 < 10 }
      && id.starts(with: digits.dropLast())
  }
}
