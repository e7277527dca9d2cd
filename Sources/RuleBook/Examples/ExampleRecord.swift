import CaseModel
import Clocks
import Faults

/// Makes a child's record and a feed from the facts of an example.
struct ExampleRecord {
  private(set) var record = ChildRecord()
  private(set) var feed: Feed
  private let vocabulary: Vocabulary
  private let codes: CodeBook
  private var processes: [String: Int32] = [:]

  /// An example's feed carries every event to the minute, all of them, unless a fact says less.
  init(_ example: Example, vocabulary: Vocabulary, codes: CodeBook) throws(Fault) {
    self.vocabulary = vocabulary
    self.codes = codes
    feed = Feed(name: "example", format: "example")
    feed.asOf = example.asOf
    for index in vocabulary.events.indices {
      feed.events[EventType(index: UInt8(index))] = EventCoverage(
        precision: .minute, depth: .all, participants: .some)
      feed.outcomes.insert(EventType(index: UInt8(index)))
    }
    for index in vocabulary.attributes.indices {
      feed.attributes.insert(Attribute(index: UInt8(index)))
    }
    for index in vocabulary.processes.indices {
      feed.closeReasons.insert(ProcessKind(index: UInt8(index)))
    }
    record.id = record.add(text: "example")
    record.feeds = FeedSet(feed: 0)
    for (line, fact) in example.given.enumerated() { try add(fact, line: line + 1) }
  }

  private mutating func add(_ fact: Example.Fact, line: Int) throws(Fault) {
    var words = ExampleWords(fact)
    let source = Source(file: -1, line: Int32(line))
    let first = try words.word("a fact")
    switch first {
    case "child": try addChild(&words)
    case "feed": try addFeed(&words)
    default:
      if let kind = vocabulary.process(first) {
        try addProcess(kind, &words, source)
      } else if let type = vocabulary.event(first) {
        try addEvent(type, &words, source)
      } else {
        throw words.fault(
          "\"\(first)\" is no process and no event of the vocabulary",
          next: suggestion(
            for: first, in: vocabulary.processes.map(\.word) + vocabulary.events.map(\.word)))
      }
    }
    try words.end()
  }

  private mutating func addChild(_ words: inout ExampleWords) throws(Fault) {
    switch try words.word("born, expected or died") {
    case "born": record.born = try words.moment()
    case "expected": record.expected = try words.moment()
    case "died": record.died = try words.moment()
    default: throw words.fault("a child is born, expected or died")
    }
  }

  private mutating func addFeed(_ words: inout ExampleWords) throws(Fault) {
    if words.take("period") {
      let first = try words.moment()
      guard words.take("to"), let from = first.day, let to = try words.moment().day, from <= to
      else { throw words.fault("a period is written as \"2025-01-01 to 2025-12-31\"") }
      feed.period = from...to
      return
    }
    let carries = words.take("carries")
    guard carries || words.take("lacks") else {
      throw words.fault("a feed \"carries\" or \"lacks\" a type of event, or has a \"period\"")
    }
    let word = try words.word("an event type")
    guard let type = vocabulary.event(word) else {
      throw words.fault(
        "\"\(word)\" is no event type of the vocabulary",
        next: suggestion(for: word, in: vocabulary.events.map(\.word)))
    }
    guard carries else {
      feed.events[type] = nil
      return
    }
    if words.take("latest", "only") { feed.events[type]?.depth = .latest }
    if words.take("with", "complete", "lists") { feed.events[type]?.participants = .complete }
    if words.take("to", "the", "day") { feed.events[type]?.precision = .day }
  }

  private mutating func addProcess(
    _ kind: ProcessKind, _ words: inout ExampleWords, _ source: Source
  ) throws(Fault) {
    if words.take("opened") {
      var process = ProcessRow(
        kind: kind, opened: try words.moment(), feeds: FeedSet(feed: 0), source: source)
      guard words.take("id") else { throw words.fault("a process has an id, as \"id S1\"") }
      let id = try words.word("an id")
      process.id = record.add(text: id)
      if words.take("in") { process.parent = try self.process(&words) }
      processes[id] = Int32(record.processes.count)
      record.processes.append(process)
      try addAttributes(.process(Int32(record.processes.count - 1)), &words)
      return
    }
    let row = try process(&words)
    guard words.take("closed") else { throw words.fault("a process is opened or closed") }
    record.processes[Int(row)].closed = try words.moment()
    record.processes[Int(row)].closedSource = source
    if words.take("because") {
      record.processes[Int(row)].closeReason = codes.code(try words.word("a reason"))
    }
  }

  private func process(_ words: inout ExampleWords) throws(Fault) -> Int32 {
    let id = try words.word("a process's id")
    guard let row = processes[id] else {
      throw words.fault("\"\(id)\" is the id of no process in the lines above")
    }
    return row
  }

  private mutating func addEvent(
    _ type: EventType, _ words: inout ExampleWords, _ source: Source
  ) throws(Fault) {
    var event = EventRow(type: type, feeds: FeedSet(feed: 0), source: source)
    if let word = words.next, let state = EventState(word: word), state != .held {
      _ = try words.word("a state")
      event.state = state
      if state == .planned { event.at = try words.moment() }
    } else {
      event.at = try words.moment()
    }
    if words.take("in") { event.process = try process(&words) }
    let row = Int32(record.events.count)
    record.events.append(event)
    while words.next != nil {
      if words.take("attended", "by") {
        try addParts(.attended, row, &words, source)
      } else if words.take("apologies", "from") {
        try addParts(.apologies, row, &words, source)
      } else if words.take("report", "from") {
        try addParts(.reportOnly, row, &words, source)
      } else if words.take("invited") {
        try addParts(.invited, row, &words, source)
      } else if words.take("sent", "to") {
        try addParts(.sentTo, row, &words, source)
      } else if words.take("outcome") {
        record.events[Int(row)].outcome = codes.code(try words.word("an outcome"))
      } else {
        try addAttribute(.event(row), &words)
      }
    }
  }

  private mutating func addParts(
    _ part: Part, _ event: Int32, _ words: inout ExampleWords, _ source: Source
  ) throws(Fault) {
    let named = words.words { vocabulary.role($0) != nil || $0 == "someone" }
    guard !named.isEmpty else { throw words.fault("roles of the vocabulary are named here") }
    var at: Moment = .absent
    if let next = words.next, MomentText.read(next) != nil { at = try words.moment() }
    for word in named {
      record.participations.append(
        Participation(
          event: event, role: vocabulary.role(word) ?? .unrecognised, part: part, at: at,
          feeds: FeedSet(feed: 0), source: source))
    }
  }

  private mutating func addAttributes(
    _ owner: AttributeRow.Owner, _ words: inout ExampleWords
  ) throws(Fault) {
    while words.next != nil { try addAttribute(owner, &words) }
  }

  private mutating func addAttribute(
    _ owner: AttributeRow.Owner, _ words: inout ExampleWords
  ) throws(Fault) {
    let word = try words.word("an attribute")
    guard let name = vocabulary.attribute(word) else {
      throw words.fault(
        "\"\(word)\" is no attribute of the vocabulary",
        next: suggestion(for: word, in: vocabulary.attributes.map(\.word)))
    }
    let value: AttributeRow.Value
    switch vocabulary[name].type {
    case .flag: value = words.take("unreadable") ? .unreadable : .truth(true)
    case .truth:
      if words.take("unreadable") {
        value = .unreadable
      } else if words.take("yes") {
        value = .truth(true)
      } else if words.take("no") {
        value = .truth(false)
      } else {
        throw words.fault("\"\(word)\" is yes or no")
      }
    case .role:
      value = .role(vocabulary.role(try words.word("a role")) ?? .unrecognised)
    case .code: value = .code(codes.code(try words.word("a value")))
    case .number:
      let text = try words.word("a whole number")
      guard let number = Int32(text) else { throw words.fault("\"\(word)\" is a whole number") }
      value = .number(number)
    case .date: value = words.take("unreadable") ? .unreadable : .moment(try words.moment())
    case .limit: value = words.take("unreadable") ? .unreadable : .limit(try words.limit())
    }
    record.attributes.append(AttributeRow(owner: owner, name: name, value: value))
  }
}
