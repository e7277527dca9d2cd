import CaseModel
import Clocks

/// What could have started the clock of a check: which was picked, and why.
public struct StartAccount: Sendable {
  /// What was considered.
  public let fact: RecordedFact
  /// Whether the clock starts with it.
  public let isPicked: Bool
  /// Why it was picked or was not, as a clause.
  public let why: String

  /// The starts that the rule considers for a check, in the order in which it prefers them.
  static func all(_ check: Check, of record: ChildRecord, _ compiled: CompiledRules)
    -> [StartAccount]
  {
    let edition = compiled.rules[Int(check.rule)].editions[Int(check.edition)]
    let trigger = RecordedFact(check.trigger, of: record, compiled.vocabulary)
    if edition.body.requirement.startsNoClock {
      return [
        StartAccount(
          fact: trigger, isPicked: true, why: "the rule looks at this event and starts no clock")
      ]
    }
    guard let starts = edition.body.starts, !isOpenedByInterval(check, edition) else {
      return [
        StartAccount(
          fact: trigger, isPicked: true,
          why: isOpenedByInterval(check, edition)
            ? "it opened the interval that is judged" : "the rule counts from its trigger")
      ]
    }
    var accounts = Considered(check: check, record: record, vocabulary: compiled.vocabulary)
    for (place, term) in starts.terms.enumerated() { accounts.add(term, isFallback: place > 0) }
    if !accounts.found.contains(where: \.isPicked) {
      accounts.found.append(
        StartAccount(
          fact: trigger, isPicked: true, why: "nothing that the rule prefers is recorded"))
    }
    return accounts.found
  }

  /// Whether a check is of an interval that an event opened.
  private static func isOpenedByInterval(_ check: Check, _ edition: CompiledEdition) -> Bool {
    guard case .repeats = edition.body.requirement, case .event(let row) = check.trigger else {
      return false
    }
    return row == check.startEvent
  }

  /// The starts found so far, each row once.
  private struct Considered {
    let check: Check
    let record: ChildRecord
    let vocabulary: Vocabulary
    var found: [StartAccount] = []
    private var rows: Set<Int32> = []
    private let process: Int32

    init(check: Check, record: ChildRecord, vocabulary: Vocabulary) {
      self.check = check
      self.record = record
      self.vocabulary = vocabulary
      switch check.trigger {
      case .process(let row): process = row
      case .event(let row): process = record.events[Int(row)].process
      }
    }

    mutating func add(_ term: RuleStart.Term, isFallback: Bool) {
      switch term.way {
      case .flagged(let type, let flag):
        let word = vocabulary[flag].word
        for row in held(type) {
          let isMarked = record.value(flag, ofEvent: row) == .truth(true)
          add(
            row,
            picked: isMarked
              ? "it is marked \(word)" : "none is marked \(word), and the rule has no other start",
            passedOver: isMarked
              ? "it is marked \(word) too, and each of them was tried"
              : "it is not marked \(word)")
        }
      case .first(let type):
        for row in held(type) {
          add(
            row, picked: "it is the first \(vocabulary[type].name)",
            passedOver: "it is not the first")
        }
      case .last(let type):
        for row in held(type) {
          add(
            row, picked: "it is the last \(vocabulary[type].name) on or before the trigger",
            passedOver: "it is not the last on or before the trigger")
        }
      case .latestOf(let types):
        for type in types {
          for row in held(type) {
            add(
              row, picked: "it came last of those that must all have happened",
              passedOver: "another that must have happened came later")
          }
        }
      case .opened(let kind):
        guard
          let row = Links.process(of: kind, near: process, at: check.start, in: record)
        else { return }
        let isPicked = check.startEvent < 0
        found.append(
          StartAccount(
            fact: RecordedFact(process: row, of: record, vocabulary), isPicked: isPicked,
            why: isPicked
              ? isFallback
                ? "nothing that the rule prefers is recorded" : "the rule counts from its opening"
              : "something that the rule prefers is recorded"))
      }
    }

    private func held(_ type: EventType) -> [Int32] {
      record.events.indices.map { Int32($0) }.filter { row in
        let event = record.events[Int(row)]
        return event.type == type && event.state == .held
          && Links.relation(of: event.process, to: process, in: record) == .linked
      }.sorted {
        Judge.isListedBefore(record.events[Int($0)].at, record.events[Int($1)].at)
      }
    }

    private mutating func add(_ row: Int32, picked: String, passedOver: String) {
      guard rows.insert(row).inserted else { return }
      let event = record.events[Int(row)]
      let isPicked = row == check.startEvent
      var why = isPicked ? picked : passedOver
      if !isPicked, Judge.isAfter(event.at, asOf: check.asOf) {
        why = "it is dated after the export was made"
      } else if !isPicked, !event.at.isKnown {
        why = "it has \(event.at.words)"
      }
      found.append(
        StartAccount(
          fact: RecordedFact(event: row, of: record, vocabulary), isPicked: isPicked, why: why))
    }
  }
}

extension Requirement {
  /// Whether it is about the triggering event itself, so that there is nothing to count.
  var startsNoClock: Bool {
    switch self {
    case .attendedBy, .expected, .chairedBy, .preceded: true
    case .deadline, .repeats, .atMost, .atMostInAny, .atLeast, .before, .notBefore, .forbidden,
      .mustBe, .pattern, .soft:
      false
    }
  }
}
