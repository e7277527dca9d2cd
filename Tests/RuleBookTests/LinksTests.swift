import CaseModel
import Clocks
import Testing

@testable import RuleBook

/// How the processes of small trees hang together.
@Suite struct LinksTests {
  private static let names = ["episode", "s47", "cp_plan", "hospital_stay", "cla_period"]

  /// A tree: the kind of each process and the row that it lies in, -1 for none.
  private static func record(_ processes: [(kind: String, parent: Int32)]) throws -> ChildRecord {
    var record = ChildRecord()
    for (kind, parent) in processes {
      record.processes.append(ProcessRow(kind: try self.kind(kind), parent: parent))
    }
    return record
  }

  private static func kind(_ name: String) throws -> ProcessKind {
    ProcessKind(index: UInt8(try #require(names.firstIndex(of: name))))
  }

  /// Two episodes, the first with two enquiries, of which one has a plan and a stay; an enquiry and a
  /// period of care that lie in nothing.
  private static let family: [(kind: String, parent: Int32)] = [
    ("episode", -1), ("s47", 0), ("cp_plan", 1), ("hospital_stay", 1), ("s47", 0),
    ("episode", -1), ("s47", 5), ("s47", -1), ("cla_period", -1),
  ]

  private static func letter(_ relation: Links.Relation) -> String {
    switch relation {
    case .linked: "L"
    case .open: "o"
    case .foreign: "F"
    }
  }

  @Test(
    "each process of a family stands to each: linked (L), open (o) or foreign (F)",
    arguments: [
      (0, "LLLLLFFoo"),  // the first episode
      (1, "LLLLFFFFo"),  // its first enquiry
      (2, "LLLoFFFFo"),  // the plan of that enquiry
      (3, "LLoLFFFFo"),  // the stay of that enquiry
      (4, "LFFFLFFFo"),  // the second enquiry of the first episode
      (5, "FFFFFLLoo"),  // the second episode
      (6, "FFFFFLLFo"),  // its enquiry
      (7, "oFFFFoFLo"),  // an enquiry in no episode
      (8, "ooooooooL"),  // a period of care
    ])
  func relations(_ row: Int, _ letters: String) throws {
    let record = try Self.record(Self.family)
    let rows = record.processes.indices
    let found = rows.map {
      Self.letter(Links.relation(of: Int32($0), to: Int32(row), in: record))
    }
    #expect(found.joined() == letters)
    // How two processes stand to each other does not depend on which is asked about.
    let back = rows.map {
      Self.letter(Links.relation(of: Int32(row), to: Int32($0), in: record))
    }
    #expect(back.joined() == letters)
    // What lies in no process is tied to none and kept from none.
    #expect(Links.relation(of: -1, to: Int32(row), in: record) == .open)
    #expect(Links.relation(of: Int32(row), to: -1, in: record) == .open)
    #expect(Links.relation(of: -1, to: -1, in: record) == .open)
  }

  @Test(
    "the process of a kind that another is, lies in, or that alone lies in it",
    arguments: [
      ("episode", 2, 0), ("episode", 0, 0), ("episode", 6, 5), ("episode", 7, nil),
      ("s47", 2, 1), ("s47", 1, 1), ("s47", 3, 1), ("s47", 5, 6),
      // Two enquiries lie in the first episode, none in the period of care.
      ("s47", 0, nil), ("s47", 8, nil),
      // What lies beside another is not linked to it, what lies two levels below is.
      ("cp_plan", 0, 2), ("cp_plan", 1, 2), ("cp_plan", 3, nil), ("cp_plan", 4, nil),
      ("hospital_stay", 0, 3), ("cla_period", 0, nil), ("cla_period", 8, 8),
      ("s47", -1, nil),
    ] as [(String, Int32, Int32?)])
  func kinds(_ name: String, _ row: Int32, _ expected: Int32?) throws {
    let record = try Self.record(Self.family)
    #expect(Links.process(of: try Self.kind(name), linkedTo: row, in: record) == expected)
  }

  @Test(
    "a process is another one or lies in it",
    arguments: [
      (0, [0, 1, 2, 3, 4]), (1, [1, 2, 3]), (2, [2]), (5, [5, 6]), (7, [7]), (8, [8]),
    ] as [(Int32, [Int32])])
  func insides(_ outer: Int32, _ inner: [Int32]) throws {
    let record = try Self.record(Self.family)
    let found = (-1..<Int32(record.processes.count)).filter {
      Links.isSameOrInside($0, of: outer, in: record)
    }
    #expect(found == inner)
  }

  private static func day(_ text: String) -> Moment { .day(JudgeRecords.day(text)) }

  @Test(
    "without a link, the only process of the kind that was open on a day is near",
    arguments: [
      ("2025-01-09", nil), ("2025-01-10", 8), ("2025-03-09", 8), ("2025-03-10", 8),
      // From 11 March on there are two until the first of them closes.
      ("2025-03-11", nil), ("2025-03-20", nil), ("2025-03-21", 9), ("2030-01-01", 9),
    ] as [(String, Int32?)])
  func near(_ day: String, _ expected: Int32?) throws {
    var record = try Self.record(Self.family + [("cla_period", -1), ("cla_period", -1)])
    record.processes[8].opened = Self.day("2025-01-10")
    record.processes[8].closed = Self.day("2025-03-20")
    record.processes[9].opened = Self.day("2025-03-11")
    // The last was never opened, as far as anybody knows.
    record.processes[10].opened = .missing
    let care = try Self.kind("cla_period")
    let moment = Self.day(day)
    for process in [-1, 0, 2] as [Int32] {
      #expect(Links.process(of: care, near: process, at: moment, in: record) == expected)
    }
    // A link comes first, whatever the day; without a day nothing is near.
    #expect(Links.process(of: care, near: 8, at: moment, in: record) == 8)
    #expect(Links.process(of: care, near: 10, at: moment, in: record) == 10)
    #expect(Links.process(of: care, near: 0, at: .missing, in: record) == nil)
  }

  @Test("an event is tied by its date alone where its process is open to the trigger's")
  func byDate() throws {
    var record = try Self.record(Self.family)
    for process in [-1, 0, 1, 4, 8] as [Int32] {
      record.events.append(EventRow(type: EventType(index: 0), process: process))
    }
    let tied = (-1..<Int32(record.events.count)).filter { Links.isByDate($0, to: 1, in: record) }
    // In no process, and in the period of care.
    #expect(tied == [0, 4])
    let free = (-1..<Int32(record.events.count)).filter { Links.isByDate($0, to: -1, in: record) }
    #expect(free == [0, 1, 2, 3, 4])
  }

  @Test(
    "the bound of a process counts where no held event of the process says it",
    arguments: [
      (EventState.held, 1, 0, true), (.planned, 1, 0, false), (.held, 0, 0, false),
      (.held, 1, 1, false),
    ] as [(EventState, Int32, UInt8, Bool)])
  func unlisted(_ state: EventState, _ process: Int32, _ type: UInt8, _ isListed: Bool) throws {
    var record = try Self.record(Self.family)
    record.processes[1].opened = Self.day("2025-02-03")
    record.events.append(
      EventRow(type: EventType(index: type), state: state, process: process))
    let enquiry = try Self.kind("s47")
    let type = EventType(index: 0)
    let opened = Links.unlisted((kind: enquiry, type: type, isClosing: false), 1, in: record)
    #expect(opened == (isListed ? nil : Self.day("2025-02-03")))
    // It has not closed, so that there is no closing to list.
    #expect(Links.unlisted((kind: enquiry, type: type, isClosing: true), 1, in: record) == nil)
    record.processes[1].closed = .missing
    #expect(
      Links.unlisted((kind: enquiry, type: type, isClosing: true), 1, in: record)
        == (isListed ? nil : .missing))
  }

  @Test("processes that lie in each other in a circle are an answer and no endless walk")
  func circle() throws {
    let record = try Self.record([("episode", 1), ("s47", 0)])
    #expect(Links.relation(of: 0, to: 1, in: record) == .linked)
    #expect(Links.isSameOrInside(1, of: 0, in: record))
  }
}
