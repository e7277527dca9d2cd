import Testing

@testable import CaseModel

@Suite struct InvariantTests {
  /// A way to break one rule of the columns.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let apply: @Sendable (inout ChildRecord) -> Void

    init(_ name: String, _ rule: String, _ apply: @escaping @Sendable (inout ChildRecord) -> Void) {
      testDescription = name
      self.rule = rule
      self.apply = apply
    }
  }

  /// Ranges that do not lie in any record's text.
  private static let outside = [
    TextRange(start: -1, count: 1), TextRange(start: 0, count: -1),
    TextRange(start: 0, count: 1000), TextRange(start: 1000, count: 0),
    TextRange(start: .max, count: .max),
  ]

  private static let damages: [Damage] =
    outside.flatMap { range in
      [
        Damage("child id \(range)", "a child has an id in the record's text") { $0.id = range },
        Damage("process id \(range)", "a process's id lies in the record's text") {
          $0.processes[1].id = range
        },
        Damage("event id \(range)", "an event's id and raw date lie in the record's text") {
          $0.events[1].id = range
        },
        Damage("raw date \(range)", "an event's id and raw date lie in the record's text") {
          $0.events[1].raw = range
        },
      ]
    } + [
      Damage("no id", "a child has an id in the record's text") { $0.id = .empty },
      Damage("parent itself", "a process's parent is another row") { $0.processes[0].parent = 0 },
      Damage("parent below", "a process's parent is another row") { $0.processes[0].parent = -2 },
      Damage("parent beyond", "a process's parent is another row") { $0.processes[1].parent = 2 },
      Damage("parents in a ring", "a process does not lie in itself by way of its parents") {
        $0.processes[0].parent = 1
      },
      Damage("process below", "an event's process is a row") { $0.events[1].process = -2 },
      Damage("process beyond", "an event's process is a row") { $0.events[1].process = 2 },
      Damage("event below", "a participation's event is a row") {
        $0.participations[0].event = -1
      },
      Damage("event beyond", "a participation's event is a row") {
        $0.participations[0].event = 2
      },
      Damage("attribute of process below", "an attribute's process is a row") {
        $0.attributes[0].owner = .process(-1)
      },
      Damage("attribute of process beyond", "an attribute's process is a row") {
        $0.attributes[0].owner = .process(2)
      },
      Damage("attribute of event below", "an attribute's event is a row") {
        $0.attributes[0].owner = .event(-1)
      },
      Damage("attribute of event beyond", "an attribute's event is a row") {
        $0.attributes[0].owner = .event(2)
      },
    ]

  @Test("a sound record breaks no rule")
  func sound() {
    #expect(ChildRecordTests.whole().brokenInvariant == nil)
    #expect(ChildRecord().brokenInvariant == "a child has an id in the record's text")
  }

  @Test("each damage is named by the rule that it breaks", arguments: damages)
  func broken(_ damage: Damage) {
    var record = ChildRecordTests.whole()
    damage.apply(&record)
    #expect(record.brokenInvariant == damage.rule)
  }

  @Test("a long chain of parents is no ring, and closing it is one")
  func chain() {
    var record = ChildRecordTests.whole()
    record.events = []
    record.participations = []
    record.attributes = []
    record.otherValues = []
    record.processes = (0..<50).map { ProcessRow(kind: ProcessKind(index: 0), parent: $0 - 1) }
    #expect(record.brokenInvariant == nil)
    record.processes[0].parent = 49
    #expect(record.brokenInvariant == "a process does not lie in itself by way of its parents")
  }

  @Test("rows that share a parent, in any order, are no ring; one anywhere among many is found")
  func rings() {
    var record = ChildRecordTests.whole()
    record.events = []
    record.participations = []
    record.attributes = []
    record.otherValues = []
    let parents: [(rows: [Int32], isRing: Bool)] = [
      ([-1, 0, 0, 1, 1], false), ([4, 4, 3, 4, -1], false), ([1, 2, -1, 1, 0], false),
      ([1, 0], true), ([-1, 0, 3, 4, 2], true), ([1, 2, 1], true), ([3, 0, 1, 2], true),
      ([2, 0, 4, -1, 1, 0], true),
    ]
    for (rows, isRing) in parents {
      record.processes = rows.map { ProcessRow(kind: ProcessKind(index: 0), parent: $0) }
      #expect((record.brokenInvariant != nil) == isRing, "\(rows)")
    }
  }

  @Test("ten thousand rows of a sort are a child, one more is none")
  func most() {
    var record = ChildRecordTests.whole()
    let event = record.events[0]
    record.events = [EventRow](repeating: event, count: ChildRecord.mostRows)
    #expect(!record.hasTooManyRows)
    record.events.append(event)
    #expect(record.hasTooManyRows)
    record.events.removeLast()
    record.attributes = [AttributeRow](
      repeating: record.attributes[0], count: ChildRecord.mostRows + 1)
    #expect(record.hasTooManyRows)
  }
}
