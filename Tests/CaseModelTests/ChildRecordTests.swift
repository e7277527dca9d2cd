import Clocks
import Testing

@testable import CaseModel

@Suite struct ChildRecordTests {
  /// A record with one of everything and no invariant broken.
  static func whole() -> ChildRecord {
    var record = ChildRecord()
    record.id = record.add(text: "C000001")
    record.born = .day(CivilDay(number: 18_000))
    record.expected = .day(CivilDay(number: 18_100))
    record.died = .day(CivilDay(number: 18_200))
    record.feeds = FeedSet(feed: 3)
    record.team = Code(index: 1)
    record.worker = Code(index: 2)
    record.source = Source(file: 0, line: 7)
    record.diedSource = Source(file: 0, line: 8, column: 2)
    record.bornSource = Source(file: 0, line: 9)
    record.expectedSource = Source(file: 0, line: 10)
    record.otherValues = [
      OtherValue(.outcome(1, Code(index: 3)), source: record.bornSource, first: record.source)
    ]
    record.mayLackRows = true
    record.withTwin = [ChildRecord()]
    let episode = record.add(text: "E1")
    record.processes = [
      ProcessRow(kind: ProcessKind(index: 0), id: episode),
      ProcessRow(kind: ProcessKind(index: 2), parent: 0),
    ]
    let raw = record.add(text: "31/02/2025")
    record.events = [
      EventRow(type: EventType(index: 0), process: 1, at: .unreadable, raw: raw),
      EventRow(type: EventType(index: 1)),
    ]
    record.participations = [
      Participation(event: 1, role: Role(index: 0), part: .attended)
    ]
    record.attributes = [
      AttributeRow(owner: .process(1), name: Attribute(index: 0), value: .truth(true)),
      AttributeRow(owner: .event(1), name: Attribute(index: 0), value: .truth(false)),
      AttributeRow(owner: .event(0), name: Attribute(index: 1), value: .number(4)),
    ]
    return record
  }

  @Test("texts come back from their ranges byte by byte, whatever they hold")
  func text() {
    var record = ChildRecord()
    let texts = ["C000001", "", "Zoë", "\r\n", "e\u{301}", "\u{0}", "👨‍👩‍👧", "C000001"]
    let ranges = texts.map { record.add(text: $0) }
    for (text, range) in zip(texts, ranges) {
      #expect(Array(record.bytes(range)) == Array(text.utf8))
      #expect(Array(record.string(range).utf8) == Array(text.utf8))
      #expect(range.isEmpty == text.isEmpty)
      #expect(Int(range.count) == text.utf8.count)
    }
    #expect(record.text == Array(texts.joined().utf8))
    #expect(TextRange.empty.isEmpty)
    record.id = ranges[2]
    #expect(record.childID == "Zoë")
  }

  @Test("bytes and text are added alike")
  func bytes() {
    var record = ChildRecord()
    let bytes = Array("E17".utf8)
    let range = bytes.withUnsafeBytes { record.add(text: $0) }
    #expect(record.add(text: "E17") == TextRange(start: 3, count: 3))
    #expect(record.string(range) == "E17")
  }

  @Test("a cleared record keeps nothing of the child before")
  func clear() {
    var record = ChildRecordTests.whole()
    record.clear()
    // Every property is looked at, so that one added later and not cleared is found.
    let mirrors = zip(
      Mirror(reflecting: record).children, Mirror(reflecting: ChildRecord()).children)
    var count = 0
    for (cleared, new) in mirrors {
      #expect("\(cleared.value)" == "\(new.value)", "\(cleared.label ?? "")")
      count += 1
    }
    #expect(count == 19)
    let unlike = zip(
      Mirror(reflecting: ChildRecordTests.whole()).children,
      Mirror(reflecting: ChildRecord()).children)
    for (filled, new) in unlike {
      #expect(
        "\(filled.value)" != "\(new.value)", "the example fills \(filled.label ?? "")")
    }
  }

  @Test("an attribute is found for its owner and its name, and only there")
  func attributes() {
    let record = ChildRecordTests.whole()
    #expect(record.value(Attribute(index: 0), ofProcess: 1) == .truth(true))
    #expect(record.value(Attribute(index: 0), ofEvent: 1) == .truth(false))
    #expect(record.value(Attribute(index: 1), ofEvent: 0) == .number(4))
    #expect(record.value(Attribute(index: 0), ofProcess: 0) == nil)
    #expect(record.value(Attribute(index: 0), ofEvent: 0) == nil)
    #expect(record.value(Attribute(index: 1), ofProcess: 1) == nil)
  }
}
