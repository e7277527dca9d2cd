import CaseModel
import Faults
import Testing

@testable import Intake

/// What a worker says of a list is what it read, or it is not believed.
@Suite struct ListWireTests {
  private let list: ListReading
  private var files = FileTable()
  private let records: RecordReader

  init() throws {
    let stream = try WorkerStream(text: WorkerStream.list, mapping: WorkerStream.mapping)
    list = try #require(try stream.ownLists().first)
    _ = files.add(name: "night.csv")
    _ = files.add(name: "other.csv")
    records = RecordReader(
      vocabulary: stream.vocabulary, feeds: FeedSet(feed: 0), files: 0..<1)
  }

  private func read(_ list: ListReading) throws -> ListReading {
    var wire = WireWriter()
    ListWire.write(list, to: &wire)
    return try read(wire.bytes)
  }

  private func read(_ bytes: [UInt8]) throws -> ListReading {
    var reader = WireReader(bytes)
    let read = try ListWire.read(&reader, lists: ["visits", "plans"], files, records)
    #expect(reader.isAtEnd)
    return read
  }

  @Test("a list comes out as it went in, with its name from the files of the run")
  func sound() throws {
    #expect(list.columns.read == ["ID", "PLAN", "SEEN"])
    #expect(list.columns.known == ["OWN1"])
    #expect(list.columns.unknown == ["ODD"])
    #expect(list.columns.missing == ["ALONE"])
    #expect(list.counts == RowCounts(read: 4, used: 3, setAside: 1, copies: 1))
    #expect(list.notes.contains { $0.rule.contains("century") })
    #expect(try read(list) == list)
    var renamed = list
    renamed.name = "somewhere else"
    #expect(try read(renamed) == list)
  }

  /// One thing that a sound worker cannot say of a list.
  struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tell: @Sendable (inout ListReading) -> Void
  }

  static let lies = [
    Lie(testDescription: "a list that the mapping does not have") { $0.list = "visitors" },
    Lie(testDescription: "a file that is not the feed's") { $0.index = 1 },
    Lie(testDescription: "a file that is not there") { $0.index = 2 },
    Lie(testDescription: "rows that are lost") { $0.counts.read += 1 },
    Lie(testDescription: "more copies than rows") { $0.counts.copies = $0.counts.used + 1 },
    Lie(testDescription: "a note of nothing") { $0.notes[0].count = 0 },
    Lie(testDescription: "a note of another file") { $0.notes[0].first.file = 1 },
    Lie(testDescription: "a note of no file") { $0.notes[0].first = .none },
    Lie(testDescription: "too long a column") {
      $0.columns.unknown = [String(repeating: "x", count: ListWire.longestText + 1)]
    },
    Lie(testDescription: "too long a note") {
      $0.notes[0].rule = String(repeating: "x", count: ListWire.longestText + 1)
    },
    Lie(testDescription: "too many columns") {
      $0.columns.known = Array(repeating: "x", count: ListWire.mostColumns + 1)
    },
  ]

  @Test("what cannot be said of a list is refused", arguments: lies)
  func lie(_ lie: Lie) throws {
    var told = list
    lie.tell(&told)
    #expect(throws: WireReader.Nonsense.self) { try read(told) }
  }

  @Test("the largest that can be said is read")
  func largest() throws {
    var told = list
    told.columns.unknown = [String(repeating: "x", count: ListWire.longestText)]
    told.columns.known = Array(repeating: "x", count: ListWire.mostColumns)
    #expect(try read(told) == told)
  }

  @Test("a list that ends too early, and a name that is not UTF-8, are refused")
  func broken() throws {
    var wire = WireWriter()
    ListWire.write(list, to: &wire)
    let bytes = wire.bytes
    for count in bytes.indices {
      #expect(throws: WireReader.Nonsense.self) { try read(Array(bytes[..<count])) }
    }
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "O")))
    var changed = bytes
    changed[place] = 0xFF
    #expect(throws: WireReader.Nonsense.self) { try read(changed) }
  }

  @Test("a ledger takes each list once, with the rows that came as set aside, and all of them")
  func ledger() {
    var ledger = ListLedger()
    #expect(!ledger.areAll(of: list.counts))
    var early = ledger
    let isEarly = early.take(list)
    #expect(!isEarly)
    ledger.setAside(Source(file: 0, line: 4))
    var much = ledger
    much.setAside(Source(file: 0, line: 5))
    let isMuch = much.take(list)
    #expect(!isMuch)
    let isTaken = ledger.take(list)
    #expect(isTaken)
    #expect(ledger.areAll(of: list.counts))
    #expect(!ledger.areAll(of: RowCounts(read: 4, used: 3, setAside: 1)))
    let isTakenTwice = ledger.take(list)
    #expect(!isTakenTwice)
  }
}
