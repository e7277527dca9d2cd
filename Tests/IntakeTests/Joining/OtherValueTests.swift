import CaseModel
import Clocks
import Intake
import Testing

/// Two values of one fact in one export: both are kept, whichever row came first.
@Suite struct OtherValueTests {
  /// What the rows of one child come to.
  private struct Joined: Equatable {
    /// The facts with other values, by what they are about.
    var facts: [String]
    /// The identifiers of the issues that tell of them.
    var issues: [String]
    /// The days of the events of a type.
    var days: [String]
    /// The ids of the processes with the id of what they lie in.
    var parents: [String]
  }

  private static func joined(_ rows: [String]) throws -> Joined {
    let (codes, vocabulary) = (CodeBook(), try shippedVocabulary())
    let collector = RecordCollector(vocabulary: vocabulary)
    var reader = InterchangeReader(vocabulary: vocabulary, codes: codes)
    var feed = Feed(name: "night", format: "interchange")
    let text = "# as_of: 2025-03-31\n" + InterchangeReading.header + rows.joined(separator: "\n")
    try collector.begin(feed)
    let reading = try withFile(Array((text + "\n").utf8)) { descriptor in
      try reader.read(
        ExportFile(descriptor: descriptor, name: "i.csv", index: 0, feed: 0), feed: &feed,
        asOf: nil, into: collector)
    }
    _ = try reader.finish(feedIndex: 0, into: collector)
    try collector.finish(feed, counts: reading.counts)
    _ = collector.join()
    let record = try #require(collector.records.first)
    #expect(record.brokenInvariant == nil)
    let looking = RecordIssues(vocabulary: vocabulary, feeds: collector.feeds).issues(record)
    for issue in looking where issue.identifier == "values-differ" {
      #expect(issue.source.line > 0)
      #expect(issue.otherSource.line > 0)
      #expect(issue.source.line != issue.otherSource.line)
    }
    func id(_ row: Int32) -> String {
      row < 0 ? "-" : record.string(record.processes[Int(row)].id)
    }
    return Joined(
      facts: record.otherValues.map { "\($0.subject)".prefix { $0 != "(" }.description }.sorted(),
      issues: looking.map(\.identifier).filter { $0 == "values-differ" },
      days: record.events.map { "\(vocabulary[$0.type].word) \($0.at)" }.sorted(),
      parents: record.processes.map { "\(record.string($0.id)) in \(id($0.parent))" }.sorted())
  }

  @Test(
    "two rows that say two things of one fact",
    arguments: [
      (
        ["s47,S1,,s47_started,2024-06-03,,,,category=neglect"],
        ["s47,S1,,s47_started,2024-06-03,,,,category=physical_harm"], ["attribute"]
      ),
      (
        ["s47,S1,,s47_started,2024-06-03,,,,category=neglect"],
        ["s47,S1,,s47_started,2024-06-03,,,,"], []
      ),
      (
        ["s47,S1,,s47_started,2024-06-03,,,,category=neglect"],
        ["s47,S1,,s47_started,2024-06-03,,,,category=neglect"], []
      ),
      (
        ["cp_plan,P1,,cp_plan_started,2024-06-03,,,,"],
        ["cp_plan,P1,,cp_plan_started,2024-06-10,,,,"], ["happened"]
      ),
      (
        ["cp_plan,P1,,cp_plan_started,2024-06-03,,,,"],
        ["cp_plan,P1,,cp_plan_started,2024-06-03T10:00,,,,"], []
      ),
      (
        ["cp_plan,P1,,cp_plan_ended,2024-06-03,,,,"],
        ["cp_plan,P1,,cp_plan_ended,2024-06-10,,,,"], ["happened"]
      ),
      (
        ["cp_plan,P1,,cp_review_held,2024-06-03,,,,"],
        ["cp_plan,P1,,cp_review_held,2024-06-10,,,,"], []
      ),
      (
        [
          "episode,E1,,referral_received,2024-06-01,,,,",
          "episode,E2,,referral_received,2024-06-02,,,,", "s47,S1,E1,s47_started,2024-06-03,,,,",
        ], ["s47,S1,E2,s47_started,2024-06-03,,,,"], ["parent"]
      ),
    ])
  func pairs(_ first: [String], _ second: [String], _ facts: [String]) throws {
    let rows = (first + second).map { "X1,\($0)" }
    let straight = try Self.joined(rows)
    #expect(straight.facts == facts)
    #expect(straight.issues.count == facts.count)
    let reversed = try Self.joined(second.map { "X1,\($0)" } + first.map { "X1,\($0)" })
    #expect(reversed.facts == facts)
    #expect(reversed.issues == straight.issues)
    #expect(reversed.days.count == straight.days.count)
  }

  @Test(
    "of two processes, one in the other, the inner one is the parent", arguments: [false, true])
  func inner(_ isReversed: Bool) throws {
    let outer = "X1,s47,S1,E1,s47_started,2024-06-03,,,,"
    let inner = "X1,s47,S1,A1,s47_started,2024-06-03,,,,"
    let rows = [
      "X1,episode,E1,,referral_received,2024-06-01,,,,",
      "X1,assessment,A1,E1,assessment_started,2024-06-01,,,,",
    ]
    let joined = try Self.joined(rows + (isReversed ? [inner, outer] : [outer, inner]))
    #expect(joined.facts == [])
    #expect(joined.parents == ["A1 in E1", "E1 in -", "S1 in A1"])
  }
}
