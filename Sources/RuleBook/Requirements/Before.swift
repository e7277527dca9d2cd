import CaseModel
import Clocks
import Faults
import Output
import YAMLReading

extension Requirement {
  /// Something happens so long before the trigger does.
  struct Before: RequirementForm {
    /// How long before, at least.
    var limit: Limit
    /// What is to happen.
    var event: RuleSatisfier

    static let key = Key.before

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      let limit = diagnostics.read(
        try RuleLimitReader(vocabulary: source.vocabulary).limit(source.node))
      let event = diagnostics.read(try source.satisfier())
      guard let limit, let event else { return nil }
      return .before(Before(limit: limit, event: event))
    }

    var tiers: [RuleTier] { [] }
    var satisfier: RuleSatisfier? { event }
    var isAboutTrigger: Bool { false }
    var family: CompiledEdition.Family { .before }
    var inputs: [RequirementInput] { [.satisfier(event)] }

    var outcomes: Set<Outcome> { [.met, .metLate, .overdue, .due, .notMet] }
    /// What is planned no longer takes place where the clock has ended.
    var canStop: Bool { true }
    var isAlwaysOrdered: Bool { false }

    func comparison(with national: Requirement) -> RuleComparison {
      guard case .before(let other) = national else { return .ofDifferentKinds }
      return RuleComparison.longer(other.limit, limit).turned
    }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) needs \(words.events(event)) at least \(limit) before it."
    }
  }

  /// Something happens before the trigger does, without a number.
  struct Preceded: TriggerForm {
    /// What is to happen.
    var event: EventType

    static let key = Key.order

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(.preceded(Preceded(event: try event(source))))
    }

    /// `EVENT before TRIGGER`.
    private static func event(_ source: RequirementSource) throws(Fault) -> EventType {
      var reader = try source.phrase(source.node, key.rawValue)
      let event = try reader.eventType()
      try reader.expect("before")
      let anchor = try reader.word("what the rule is applied to")
      try reader.end()
      let isTrigger =
        switch source.trigger?.target {
        case .process(let kind): source.vocabulary.process(anchor) == kind
        case .event(let type): source.vocabulary.event(anchor) == type
        case nil: true
        }
      guard isTrigger else {
        throw source.node.fault(
          "an order names what the rule is applied to",
          next: "write what stands behind \"for each\" behind \"before\"")
      }
      return event
    }

    var inputs: [RequirementInput] { [.event(event)] }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "\(words.each(trigger)) needs \(English.one(words.vocabulary[event].name)) before it."
    }

    /// There is no start: what must come first is due when the trigger happens.
    func setDays(_ check: inout Check, _ trigger: JudgeTrigger) {
      check.due = trigger.moment.isKnown ? trigger.moment : .absent
    }

    /// Judges the last event of the type on or before the trigger and after the trigger before it.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      let trigger = question.trigger
      guard let anchor = trigger.moment.instants else {
        let reason: Reason =
          trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
        return split.choose(2, reason) == 0 ? .met : .notMet
      }
      var doubts: ReasonSet = []
      var isSure = false
      for (row, event) in record.events.enumerated()
      where event.type == self.event && event.state == .held && Int32(row) != trigger.event {
        let isAnothers = question.isEarlierTriggers(Int32(row), record)
        guard isAnothers != .yes else { continue }
        if isAnothers == .unknown {
          doubts.insert(ReasonSet(.linkUnclear))
          continue
        }
        guard let range = event.at.instants else {
          doubts.insert(
            ReasonSet(event.at.precision == .unreadable ? .dateUnreadable : .dateMissing))
          continue
        }
        // What a process is triggered by happened on the day on which it opened.
        let isOneDay =
          trigger.event < 0 && event.at.civilDay == trigger.moment.civilDay
          && !(event.at.hasTime && trigger.moment.hasTime)
        if range.upperBound <= anchor.lowerBound || isOneDay
          || event.at == trigger.moment && event.at.precision == .minute
        {
          isSure = true
          if !check.satisfied.isKnown || Judge.isBefore(check.satisfied, event.at) {
            check.satisfied = event.at
            check.satisfiedBy = Int32(row)
          }
        } else if range.lowerBound <= anchor.upperBound {
          doubts.insert(ReasonSet(.timeNeeded))
        }
      }
      if isSure { return .met }
      if question.evaluability.allOf.isDisjoint(with: trigger.feeds) {
        doubts.insert(ReasonSet(.notCarried))
      }
      if UnreadEvents.mayHold(event, for: trigger.process, in: record) {
        doubts.insert(ReasonSet(.rowSetAside))
      }
      guard !doubts.isEmpty else { return .notMet }
      return split.choose(2, doubts) == 0 ? .met : .notMet
    }
  }

  /// The trigger does not happen before a day.
  struct NotBefore: TriggerForm {
    /// The day.
    var day: LimitTerm

    static let key = Key.notBefore

    static func read(
      _ source: RequirementSource, _ diagnostics: inout Diagnostics
    ) -> Requirement? {
      diagnostics.read(
        .notBefore(
          NotBefore(day: try RuleLimitReader(vocabulary: source.vocabulary).term(source.node))))
    }

    var inputs: [RequirementInput] { [] }
    var earliest: LimitTerm? { day }

    func sentence(_ trigger: RuleTrigger, _ words: RuleWords) -> String {
      "No \(words.name(trigger.target)) may come earlier than \(words.limits.day(day))."
    }

    /// Judges whether the trigger comes on the earliest day or later.
    func outcome(
      _ question: TriggerQuestion, _ judge: Judge, _ record: ChildRecord, _ check: inout Check,
      _ split: inout CaseSplit
    ) -> Outcome {
      let trigger = question.trigger
      guard let day = trigger.moment.day, let term = question.edition.notBefore else {
        let reason: Reason =
          trigger.moment.precision == .unreadable ? .dateUnreadable : .dateMissing
        return split.choose(2, reason) == 0 ? .met : .notMet
      }
      let job = ClockJob(
        trigger: trigger, edition: question.edition, evaluability: question.evaluability,
        isListComplete: false,
        feeds: judge.feeds, feedReadings: Judge.allFeeds)
      let tier = CompiledEdition.Tier(
        choice: .only, terms: [term], condition: nil, reading: .atStart, isElapsed: false)
      switch job.clock(tier, 0, from: .day(day), question.scope, &check, &split, record) {
      case nil:
        // What it is counted from has not come.
        check.due = .absent
        return .notRequired
      case .unknown(let reason):
        check.due = .absent
        return split.choose(2, reason) == 0 ? .met : .notMet
      case .runs(let window, _):
        check.due = .day(CivilDay(number: Int32(clamping: window.due)))
        return Int64(day.number) >= window.due ? .met : .notMet
      }
    }
  }
}
