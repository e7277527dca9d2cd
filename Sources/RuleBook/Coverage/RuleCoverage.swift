public import CaseModel
import Clocks

/// How much of a rule its examples reach.
public struct RuleCoverage: Sendable {
  /// The index of the rule among the compiled rules.
  public let rule: Int
  /// How many branches it has.
  public let reachable: Int
  /// Those that no example reached.
  public let missing: [RuleBranch]

  /// The examples of a rule; those of a checkpoint stand with the rule that it belongs to.
  private static func examples(of rule: Rule, _ compiled: CompiledRules) -> [Example] {
    guard let checkpoint = rule.checkpoint else { return rule.examples }
    return compiled.rule(checkpoint.rule).map { compiled.rules[$0].rule.examples } ?? []
  }

  /// What the examples of each compiled rule reach; an example that cannot be read reaches
  /// nothing.
  public static func all(of compiled: CompiledRules, codes: CodeBook) -> [RuleCoverage] {
    compiled.rules.enumerated().map { index, compiledRule in
      var reached: Set<RuleBranch> = []
      for example in examples(of: compiledRule.rule, compiled) {
        guard let judged = try? JudgedExample(example, rule: index, compiled, codes: codes) else {
          continue
        }
        reached.formUnion(ReachedBranches(judged).all)
      }
      let branches = RuleBranches(compiledRule, vocabulary: compiled.vocabulary).all
      return RuleCoverage(
        rule: index, reachable: branches.count, missing: branches.filter { !reached.contains($0) })
    }
  }
}

/// The branches of its rule that an example reached when it was judged.
public struct ReachedBranches {
  /// The branches.
  public private(set) var all: Set<RuleBranch> = []

  private let judged: JudgedExample
  private let words: RuleWords

  /// What an example reached.
  public init(_ judged: JudgedExample) {
    self.judged = judged
    let compiled = judged.judge.compiled
    words = RuleWords(vocabulary: compiled.vocabulary)
    let compiledRule = compiled.rules[judged.rule]
    for check in judged.checks {
      all.insert(.outcome(check.outcome))
      all.insert(.edition(from: compiledRule.rule.editions[Int(check.edition)].from))
      addTier(check, compiledRule.editions[Int(check.edition)])
      addConditions(of: check, compiledRule.editions[Int(check.edition)])
      addBoundary(check, compiledRule.calendar)
    }
    for edition in compiledRule.editions { addFilters(edition) }
  }

  private mutating func addTier(_ check: Check, _ edition: CompiledEdition) {
    let tiers = edition.body.requirement.form.tierWords(words)
    guard !tiers.isEmpty else { return }
    if Int(check.tier) < tiers.count, check.tier >= 0 {
      all.insert(.tier(tiers[Int(check.tier)]))
      return
    }
    guard check.outcome != .notRequired, check.outcome != .invalid else { return }
    let scope = scope(of: check)
    let applying = edition.conditions.firstIndex { condition in
      (condition?.truth(scope, judged.record) ?? .yes) == .yes
    }
    if let applying { all.insert(.tier(tiers[applying])) }
  }

  private mutating func addConditions(of check: Check, _ edition: CompiledEdition) {
    let scope = scope(of: check)
    add("if", edition.body.condition, edition.condition?.truth(scope, judged.record))
    add(
      "not required if", edition.body.notRequired,
      edition.notRequired?.truth(edition.whenNotRequired(scope), judged.record))
  }

  /// Adds what narrows triggers and satisfying events, for every row that it is asked of.
  private mutating func addFilters(_ edition: CompiledEdition) {
    let record = judged.record
    for (row, event) in record.events.enumerated() where event.state == .held {
      let scope = scope(event.process, Int32(row), at: event.at)
      if edition.body.forEach.target == .event(event.type) {
        add("for each … where", edition.body.forEach.filter, edition.filter?.truth(scope, record))
      }
      if edition.satisfier?.types.contains(event.type) ?? false {
        add(
          "met by … where", edition.body.requirement.satisfier?.filter,
          edition.satisfier?.filter?.truth(scope, record))
      }
    }
    for (row, process) in record.processes.enumerated()
    where edition.body.forEach.target == .process(process.kind) {
      let scope = scope(Int32(row), -1, at: process.opened)
      add("for each … where", edition.body.forEach.filter, edition.filter?.truth(scope, record))
    }
  }

  private mutating func add(_ key: String, _ condition: Condition?, _ truth: Truth?) {
    guard let condition, let truth, truth != .unknown else { return }
    all.insert(.condition(key: key, words: words.clause(condition), holds: truth == .yes))
  }

  private func scope(of check: Check) -> ConditionScope {
    switch check.trigger {
    case .process(let row): return scope(row, -1, at: check.start)
    case .event(let row):
      let at = check.start.isKnown ? check.start : judged.record.events[Int(row)].at
      return scope(judged.record.events[Int(row)].process, row, at: at)
    }
  }

  private func scope(_ process: Int32, _ event: Int32, at moment: Moment) -> ConditionScope {
    ConditionScope(
      process: process, event: event, at: moment, feeds: FeedSet(feed: 0),
      rule: judged.judge.evaluabilities[judged.rule],
      calendar: judged.judge.compiled.rules[judged.rule].calendar)
  }

  // MARK: Boundaries

  private mutating func addBoundary(_ check: Check, _ calendar: WorkingDayCalendar) {
    switch check.outcome {
    case .met:
      if isSame(check.satisfied, check.due) { all.insert(.boundary(.doneOnLastDay)) }
    case .metLate:
      if isNext(check.satisfied, after: check.due, calendar) {
        all.insert(.boundary(.doneTheDayAfter))
      }
    case .due:
      if check.asOf.day == check.due.day { all.insert(.boundary(.waitingOnLastDay)) }
    case .overdue:
      let end = check.flags.contains(.ended) ? check.stopped : check.asOf
      if isNext(end, after: check.due, calendar) { all.insert(.boundary(.waitingTheDayAfter)) }
    case .notMet, .stopped, .notRequired, .invalid, .notEvaluable, .elapsed: break
    }
  }

  /// Whether two moments are the same, to the minute where both have one.
  private func isSame(_ left: Moment, _ right: Moment) -> Bool {
    guard left.isKnown, left.day == right.day else { return false }
    return left.precision != .minute || right.precision != .minute
      || left.minuteOfDay == right.minuteOfDay
  }

  /// Whether a moment is the first that is too late: the next minute for a limit of hours, else
  /// the next day or the next working day.
  private func isNext(_ moment: Moment, after due: Moment, _ calendar: WorkingDayCalendar) -> Bool {
    guard let first = due.day, let day = moment.day else { return false }
    if due.precision == .minute, moment.precision == .minute, let last = due.instants,
      let next = moment.instants
    {
      return next.upperBound.minutes - last.lowerBound.minutes == 1
    }
    return day == first.adding(days: 1) || day == calendar.day(1, workingDaysAfter: first)
  }
}
