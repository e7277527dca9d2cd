import CaseModel
import Faults
import Intake
import Testing

/// Rows about one event stay one event where its date is of no use.
@Suite struct ReviewMergingTests {
  private func collected(_ rows: String) throws -> ChildRecord {
    let vocabulary = try shippedVocabulary()
    let collector = RecordCollector(vocabulary: vocabulary)
    var records = try InterchangeReading.rows(rows).sink.records
    for place in records.indices { try collector.receive(&records[place]) }
    _ = collector.join()
    return try #require(collector.records.first)
  }

  @Test("the same unreadable or empty date is the same event", arguments: ["soon", ""])
  func undated(at: String) throws {
    let row = "X1,s47,S1,,strategy_discussion,\(at),"
    let record = try collected("\(row),,,\n\(row)attended,,police,\n\(row)attended,,health,\n")
    #expect(record.events.count == 1)
    #expect(record.participations.count == 2)
  }

  @Test("two texts that cannot be read are two events")
  func twoTexts() throws {
    let row = "X1,s47,S1,,strategy_discussion"
    let record = try collected("\(row),soon,,,,\n\(row),later,,,,\n")
    #expect(record.events.count == 2)
  }

  @Test("a value outside an attribute's list might be any of them")
  func outsideList() throws {
    let record = try collected(
      "X1,episode,E1,,concern_received,2025-06-02T10:00,,,,category=negelct\n")
    #expect(record.attributes.map(\.value) == [.unreadable])
  }
}
