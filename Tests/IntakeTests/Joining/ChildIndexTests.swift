import CaseModel
import Testing

@testable import Intake

/// A child is found by its id, in whatever order its rows come.
@Suite struct ChildIndexTests {
  private static func record(_ id: String) -> ChildRecord {
    var record = ChildRecord()
    _ = record.add(text: "before ")
    record.id = record.add(text: id)
    return record
  }

  @Test("the index says what a dictionary of ids says", arguments: [1, 10, 100])
  func dictionary(step: Int) {
    var index = ChildIndex()
    var records: [ChildRecord] = []
    var known: [String: Int] = [:]
    var next = 0
    for _ in 0..<20_000 {
      // Runs of neighbours, as sorted lists have, with leaps between them.
      next = Int.random(in: 0..<step) == 0 ? Int.random(in: 0..<3000) : next + 1
      let id = "C\(next)"
      let record = Self.record(id)
      let found = index.find(record, among: records)
      #expect(found == known[id])
      if found == nil {
        known[id] = records.count
        records.append(record)
      }
    }
  }

  @Test("ids that are parts of each other are different children")
  func parts() {
    var index = ChildIndex()
    var records: [ChildRecord] = []
    for id in ["1", "11", "111", "1 ", " 1", "é", "e\u{301}"] {
      let found = index.find(Self.record(id), among: records)
      #expect(found == nil)
      records.append(Self.record(id))
    }
    for (row, id) in ["1", "11", "111", "1 ", " 1", "é", "e\u{301}"].enumerated() {
      let found = index.find(Self.record(id), among: records)
      #expect(found == row)
    }
  }
}
