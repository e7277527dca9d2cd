import CaseModel
import Clocks
import Faults
import Intake
import Testing

/// What a census says twice is one thing only where it says the same in every word.
@Suite struct ReviewCensusTests {
  private static let referral = "<CINreferralDate>2025-06-02</CINreferralDate>"
  private static let assessed =
    "<Assessments><AssessmentActualStartDate>2025-06-02</AssessmentActualStartDate>"
    + "<AssessmentAuthorisationDate>2025-08-04</AssessmentAuthorisationDate></Assessments>"

  /// The kinds of process of the one child of a census whose episodes are these.
  private func kinds(children: [[String]]) throws -> [String] {
    let vocabulary = try shippedVocabulary()
    var text = "<Message><Header><ReferenceDate>2026-03-31</ReferenceDate></Header><Children>"
    for episodes in children {
      text += "<Child><LAchildID>X1</LAchildID>"
      for episode in episodes { text += "<CINdetails>\(episode)</CINdetails>" }
      text += "</Child>"
    }
    text += "</Children></Message>"
    let collector = RecordCollector(vocabulary: vocabulary)
    let reader = try CensusReader(vocabulary: vocabulary, codes: CodeBook())
    _ = try withFile(Array(text.utf8)) { descriptor in
      try reader.read(
        ExportFile(descriptor: descriptor, name: "census.xml", index: 0, feed: 0), name: "census",
        into: collector)
    }
    _ = collector.join()
    #expect(collector.records.count == 1)
    let record = try #require(collector.records.first)
    #expect(record.brokenInvariant == nil)
    return record.processes.map { vocabulary[$0.kind].word }
  }

  @Test(
    "identical episodes are one, with all that lies in them",
    arguments: [
      [[referral + assessed, referral + assessed]],
      [[referral + assessed], [referral + assessed]],
    ])
  func identical(children: [[String]]) throws {
    #expect(try kinds(children: children) == ["episode", "assessment"])
  }

  @Test(
    "episodes that differ in anything stay two",
    arguments: [
      (referral, referral + "<ReferralNFA>1</ReferralNFA>", 2),
      (referral + "<ReferralNFA>x</ReferralNFA>", referral + "<ReferralNFA>1</ReferralNFA>", 2),
      (referral + assessed, referral, 3),
      (
        referral + "<DateOfInitialCPC>2025-06-09</DateOfInitialCPC>",
        referral + "<DateOfInitialCPC>2025-06-10</DateOfInitialCPC>", 2
      ),
    ])
  func different(first: String, second: String, count: Int) throws {
    #expect(try kinds(children: [[first, second]]).count == count)
    #expect(try kinds(children: [[first], [second]]).count == count)
  }
}
