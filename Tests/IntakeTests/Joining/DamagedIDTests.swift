import CaseModel
import Clocks
import Intake
import Testing

/// Children whose rows may stand under two ids.
@Suite struct DamagedIDTests {
  /// A row: child, kind and id of its process, type of event.
  private typealias Row = (child: String, kind: String, process: String, event: String)

  /// The children that are marked, and what is said.
  private static func marked(_ rows: [Row]) throws -> (children: [String], issues: [DataIssue]) {
    let vocabulary = try shippedVocabulary()
    let collector = RecordCollector(vocabulary: vocabulary)
    var feed = Feed(name: "local", format: "mapping")
    feed.asOf = .day(CivilDay(number: 20_000))
    try collector.begin(feed)
    for (line, row) in rows.enumerated() {
      var record = ChildRecord()
      record.feeds = FeedSet(feed: 0)
      record.source = Source(file: 0, line: Int32(line + 2))
      record.id = record.add(text: row.child)
      var event = EventRow(
        type: try #require(vocabulary.event(row.event)), at: .day(CivilDay(number: 19_000)),
        feeds: record.feeds, source: record.source)
      if !row.kind.isEmpty {
        record.processes = [
          ProcessRow(
            kind: try #require(vocabulary.process(row.kind)), id: record.add(text: row.process),
            feeds: record.feeds, source: record.source)
        ]
        event.process = 0
      }
      record.events = [event]
      try collector.receive(&record)
    }
    _ = collector.join()
    return (
      collector.records.filter { $0.mayLackRows || !$0.withTwin.isEmpty }.map(\.childID).sorted(),
      collector.issues
    )
  }

  private static func plans(_ children: [String], _ plan: (Int) -> String) -> [Row] {
    children.enumerated().map { ($1, "cp_plan", plan($0), "cp_plan_started") }
  }

  private static func visits(_ children: [String], _ plan: (Int) -> String) -> [Row] {
    children.enumerated().map { ($1, "cp_plan", plan($0), "cp_visit") }
  }

  @Test(
    "ids that differ only in what a spreadsheet changes are marked, both of them",
    arguments: [
      (["9001.0", "9001"], ["9001", "9001.0"]), (["9001", "009001"], ["009001", "9001"]),
      (["=\"009001\"", "009001"], ["009001", "=\"009001\""]),
      (["ab-1", "AB-1"], ["AB-1", "ab-1"]),
      (["'77", "77"], ["'77", "77"]), (["9001.00", "09001"], ["09001", "9001.00"]),
      (["2.02401E+11", "7"], ["2.02401E+11"]),
      (["2.02401e+11", "202401000123"], ["202401000123", "2.02401e+11"]),
      (["2.02401E+11", "202501000123"], ["2.02401E+11"]),
      // Nothing else is another spelling of one.
      (["9001.0", "9002"], []), (["90010", "9001"], []), (["0", "00"], ["0", "00"]),
      (["A1", "B1"], []), (["=1+1", "-9003"], []), (["1.5", "15"], []), (["E1", "E10"], []),
      (["10", "100"], []), (["A.0", "A"], []),
    ])
  func spellings(ids: [String], marked: [String]) throws {
    let found = try Self.marked(Self.plans(ids) { "P\($0)" })
    #expect(found.children == marked.sorted())
    let isTold = !marked.isEmpty || ids.contains { $0.hasSuffix("1.0") || $0.hasPrefix("=") }
    #expect(found.issues.count == (isTold ? 1 : 0))
    #expect(found.issues.allSatisfy { ($0.severity == .harmful) == !marked.isEmpty })
    let turned = try Self.marked(Self.plans(ids, { "P\($0)" }).reversed())
    #expect(turned.children == found.children)
  }

  @Test("a plan that one child opens and one other goes on with marks both")
  func process() throws {
    let found = try Self.marked(
      Self.plans(["A", "B"]) { "P\($0)" } + [("X", "cp_plan", "P1", "cp_review_held")])
    #expect(found.children == ["B", "X"])
    #expect(found.issues.map(\.identifier) == ["damaged-child-ids"])
  }

  @Test("siblings that open one process, and children who count from 1, are no sign")
  func siblings() throws {
    #expect(try Self.marked(Self.plans(["A", "B"]) { _ in "P" }).issues.isEmpty)
    let counted = Self.plans(["A", "B", "C"]) { _ in "1" } + Self.visits(["D"]) { _ in "1" }
    #expect(try Self.marked(counted).issues.isEmpty)
    // One without the list that opens it says nothing either.
    #expect(try Self.marked(Self.visits(["A", "B", "C", "D"]) { "P\($0)" }).issues.isEmpty)
  }

  @Test("two lists of one kind of process that hardly share a child mark who is in one alone")
  func lists() throws {
    let one = ["A", "B", "C", "D"]
    let apart = try Self.marked(
      Self.plans(one) { "P\($0)" } + Self.visits(["E", "F", "G", "D"]) { "Q\($0)" })
    #expect(apart.children == ["A", "B", "C", "E", "F", "G"])
    let half = try Self.marked(
      Self.plans(one) { "P\($0)" } + Self.visits(["E", "F", "C", "D"]) { "Q\($0)" })
    #expect(half.children.isEmpty)
    // Two children are too few to say.
    let few = try Self.marked(
      Self.plans(one) { "P\($0)" } + Self.visits(["E", "F"]) { "Q\($0)" })
    #expect(few.children.isEmpty)
  }
}
