import CaseModel
import Clocks
import Faults
import YAMLReading

// What starts the clock of a rule, and what ends it.
extension RuleBodyReader {
  /// What the rule is applied to.
  func target() throws(Fault) -> RuleTrigger {
    guard let node = self[.forEach] else {
      throw Fault(
        .configuration, at: rule.place, "a rule says what it is applied to",
        next: "add \"for each: …\"")
    }
    var reader = try phrase(node, "for each")
    if reader.take(["when", "count", "("]) {
      let query = try reader.eventQuery()
      try reader.expect(")")
      try reader.expect("reaches")
      let reaches = try reader.wholeNumber()
      try reader.end()
      guard let within = query.within, reaches > 1 else {
        throw node.fault(
          "a count says within how long, and reaches 2 or more",
          next: "write \"when count(EVENT, within 28 days) reaches 3\"")
      }
      return RuleTrigger(
        target: .event(query.type), filter: query.filter,
        count: RuleTrigger.Count(reaches: reaches, within: within))
    }
    let word = try reader.word("a kind of process or a type of event")
    let target: RuleTrigger.Target
    if let kind = vocabulary.process(word) {
      target = .process(kind)
    } else if let type = vocabulary.event(word) {
      target = .event(type)
    } else {
      throw reader.faultAtLast(
        "\"\(word)\" is no kind of process and no type of event of the vocabulary",
        next: suggestion(
          for: word, in: vocabulary.processes.map(\.word) + vocabulary.events.map(\.word)))
    }
    let filter = reader.take("where") ? try reader.condition() : nil
    try reader.end()
    return RuleTrigger(target: target, filter: filter)
  }

  func starts() throws(Fault) -> RuleStart? {
    guard let node = self[.starts] else { return nil }
    var reader = try phrase(node, "starts")
    var terms: [RuleStart.Term] = []
    repeat {
      if !terms.isEmpty { try reader.expect("else") }
      let way = try startWay(&reader)
      terms.append(
        RuleStart.Term(way: way, condition: reader.take("if") ? try reader.condition() : nil))
    } while reader.take(",")
    try reader.end()
    return RuleStart(terms: terms)
  }

  private func startWay(_ reader: inout PhraseReader) throws(Fault) -> RuleStart.Way {
    if reader.take("first") { return .first(try reader.eventType()) }
    if reader.take("last") { return .last(try reader.eventType()) }
    if reader.take(["latest", "of"]) {
      return .latestOf(try reader.bracketed { (reader) throws(Fault) in try reader.eventType() })
    }
    if reader.afterNext == "opened" {
      let kind = try reader.process()
      reader.skip()
      return .opened(kind)
    }
    let type = try reader.eventType()
    guard reader.take("that") else { return .first(type) }
    let word = try reader.word("a flag")
    guard let flag = vocabulary.attribute(word), vocabulary[flag].type == .flag else {
      throw reader.faultAtLast(
        "\"\(word)\" is no flag of the vocabulary",
        next: suggestion(
          for: word, in: vocabulary.attributes.filter { $0.type == .flag }.map(\.word)))
    }
    return .flagged(type, flag)
  }

  func livedFrom() throws(Fault) -> [EventType] {
    guard let node = self[.livedFrom] else { return [] }
    var reader = try phrase(node, "lived from")
    let types =
      reader.take(["first", "of"])
      ? try reader.bracketed { (reader) throws(Fault) in try reader.eventType() }
      : [try reader.eventType()]
    try reader.end()
    return types
  }

  // MARK: End

  func stops() throws(Fault) -> [RuleStop] {
    guard let node = self[.stops] else { return [] }
    var reader = try phrase(node, "stops if")
    var stops: [RuleStop] = []
    repeat {
      stops.append(try stop(&reader))
    } while reader.take("or")
    try reader.end()
    return stops
  }

  private func stop(_ reader: inout PhraseReader) throws(Fault) -> RuleStop {
    if reader.take(["child", ".", "died"]) { return RuleStop(fact: .childDied) }
    if reader.take(["child", "turns"]) {
      return RuleStop(fact: .childTurns(try reader.wholeNumber()))
    }
    let word = try reader.word("what stops the clock")
    var fact: RuleStop.Fact
    if let kind = vocabulary.process(word) {
      if reader.take(".") {
        let field = try reader.word("a field of the process")
        guard field == "close_reason" else {
          throw reader.faultAtLast(
            "of a process, only why it closed stops a clock",
            next: suggestion(for: field, in: ["close_reason"]))
        }
        return RuleStop(
          fact: .closedFor(
            kind, try reader.words("a close reason", known: vocabulary[kind].closedAs)))
      }
      _ = reader.take("is")
      if reader.take("closed") { return RuleStop(fact: .closed(kind)) }
      try reader.expect("opened")
      fact = .opened(kind)
    } else if let type = vocabulary.event(word) {
      fact = .happened(type)
    } else {
      throw reader.faultAtLast(
        "what stops a clock has a date: a death, a birthday, a process or an event",
        next: suggestion(
          for: word, in: vocabulary.processes.map(\.word) + vocabulary.events.map(\.word)))
    }
    return RuleStop(fact: fact, filter: reader.take("where") ? try reader.conjunction() : nil)
  }

  func whileOpen() throws(Fault) -> ProcessKind? {
    guard let node = self[.whileOpen] else { return nil }
    guard
      case .isOpen(let kind) = try PhraseReader.condition(
        node, as: "while", vocabulary: vocabulary)
    else {
      throw node.fault("\"while\" names a process that is open", next: "write \"cp_plan is open\"")
    }
    return kind
  }

  /// `12:00 on the next day of CALENDAR if the last day is none`.
  func ending() throws(Fault) -> RuleEnding? {
    guard let node = self[.endsAt] else { return nil }
    let words = try node.text(as: "ends at").utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    let between = ["on", "the", "next", "day", "of"]
    let behind = ["if", "the", "last", "day", "is", "none"]
    guard words.count == 13, Array(words[1..<6]) == between, Array(words[7...]) == behind,
      let minute = OfficeHours.minute(words[0])
    else {
      throw node.fault(
        "\"ends at\" is an hour of the next day of a calendar",
        next: "write \"12:00 on the next day of court-days if the last day is none\"")
    }
    return RuleEnding(minuteOfDay: minute, calendar: words[6])
  }
}
