import CaseModel
import Clocks
import Faults
import History
import Intake
import Publishing
import Reporting
import RuleBook

/// Judges all children of a night and makes the lines that reports show.
struct NightJudging {
  private(set) var lines: [CheckLine] = []
  /// What the comparison with the night before needs, a check each, in the order of the lines.
  private(set) var tonight: [TonightCheck] = []
  private(set) var faults: [DataIssue] = []
  private let judge: Judge

  /// Judges the records of an intake.
  init(_ intake: NightIntake, _ compiled: CompiledRules, _ library: RuleLibrary) throws(Fault) {
    var judge = Judge(compiled: compiled, feeds: intake.feeds)
    let explainer = CheckExplainer(judge)
    let look = RecordFaults(vocabulary: compiled.vocabulary, feeds: intake.feeds)
    var checks: [Check] = []
    for (count, record) in intake.collector.records.enumerated() {
      if count % 1024 == 0 { try Interruption.check() }
      checks.removeAll(keepingCapacity: true)
      judge.judge(record, into: &checks)
      faults += look.faults(record)
      var identity = CheckIdentity(compiled.vocabulary)
      let team = library.codes.text(record.team)
      let worker = library.codes.text(record.worker)
      for check in checks {
        var line = NightJudging.line(check, record, compiled, intake.files, explainer)
        line.team = team
        line.worker = worker
        let (key, kind) = identity.identify(check, record)
        line.key = key
        tonight.append(
          TonightCheck(
            rule: compiled.rules[Int(check.rule)].rule.id, child: line.child, key: key,
            triggerKind: kind, outcome: check.outcome, start: check.start, due: check.due,
            satisfied: check.satisfied, stopped: check.stopped))
        lines.append(line)
      }
    }
    self.judge = judge
    sortByRule()
    countIncidentsOnce(compiled)
  }

  /// Counts one of the checks of an incident that concerns several children, the worst, and says so
  /// beside each (Working Together 2023, paragraph 330: one notification per incident).
  private mutating func countIncidentsOnce(_ compiled: CompiledRules) {
    var incidents: [String: [Int]] = [:]
    for (place, line) in lines.enumerated() where compiled.rules[line.rule].rule.isPerIncident {
      // Without an id of the system's own nobody can say whether two are one.
      guard line.key.utf8.contains(UInt8(ascii: ":")) else { continue }
      incidents["\(line.rule) \(line.key)", default: []].append(place)
    }
    for places in incidents.values where places.count > 1 {
      let worst = places.min { left, right in
        let (first, second) = (lines[left].outcome, lines[right].outcome)
        return (NightJudging.rank(first), left) < (NightJudging.rank(second), right)
      }
      for place in places {
        lines[place].isCounted = place == worst
        guard !lines[place].explanation.isEmpty else { continue }
        lines[place].explanation.append(
          "It is one incident of \(places.count) children, and is counted once.")
      }
    }
  }

  /// How bad an outcome is, the worst first.
  private static func rank(_ outcome: Outcome) -> Int {
    let worst: [Outcome] = [
      .overdue, .notMet, .metLate, .notEvaluable, .invalid, .due, .met, .stopped, .notRequired,
      .elapsed,
    ]
    return worst.firstIndex(of: outcome) ?? worst.count
  }

  private static func line(
    _ check: Check, _ record: ChildRecord, _ compiled: CompiledRules, _ files: FileTable,
    _ explainer: CheckExplainer
  ) -> CheckLine {
    let compiledRule = compiled.rules[Int(check.rule)]
    let edition = compiledRule.rule.editions[Int(check.edition)]
    var line = CheckLine(
      child: record.childID, rule: Int(check.rule), edition: edition.from, basis: edition.basis,
      outcome: check.outcome)
    line.citation = edition.citation
    line.trigger = explainer.trigger(check)
    let source: Source
    switch check.trigger {
    case .process(let row):
      line.triggered = record.processes[Int(row)].opened
      source = record.processes[Int(row)].source
    case .event(let row):
      line.triggered = record.events[Int(row)].at
      source = record.events[Int(row)].source
    }
    line.start = check.start
    line.due = check.due
    line.satisfied = check.satisfied
    line.reasons = check.reasons.reasons
    line.flags = check.flags
    line.delayedUntil = check.delayedUntil
    line.daysOver = Int(check.daysOver)
    line.lateness = CheckNote.lateness(check, of: compiledRule)
    line.livedDays = LivedClock.days(check, compiledRule, record)
    line.file = files.name(of: source)
    line.line = Int(source.line)
    switch check.outcome {
    case .met, .notRequired, .stopped, .elapsed: break
    default:
      line.explanation = explainer.sentences(check, of: record)
      line.nextStep = explainer.nextStep(check, of: record)
    }
    return line
  }

  /// By rule, then child, then trigger, whatever the order of the exports.
  private mutating func sortByRule() {
    let order = lines.indices.sorted { left, right in
      let (first, second) = (lines[left], lines[right])
      if first.rule != second.rule { return first.rule < second.rule }
      if first.child != second.child { return first.child < second.child }
      if first.triggered.civilDay != second.triggered.civilDay {
        return first.triggered.civilDay < second.triggered.civilDay
      }
      return (first.key, left) < (second.key, right)
    }
    lines = order.map { lines[$0] }
    tonight = order.map { tonight[$0] }
  }

  /// The rules with how they are counted and what could not be checked.
  ///
  /// - Parameters:
  ///   - plan: the rules.
  ///   - answers: by the place of a rule that made no checks, which exports would answer it.
  /// - Returns: a line for each rule of the plan.
  func rules(_ compiled: CompiledRules, _ answers: [Int: String]) -> [RuleLine] {
    compiled.rules.enumerated().map { index, compiledRule in
      var line = RuleLine(
        id: compiledRule.rule.id, pack: compiled.packs[compiledRule.pack].title,
        title: compiledRule.rule.title,
        basis: compiledRule.rule.newest.basis, citation: compiledRule.rule.newest.citation)
      line.howCounted = [
        RuleSentences.text(compiledRule, vocabulary: compiled.vocabulary),
        BesideSentence.text(compiledRule.rule, in: compiled) ?? "",
      ].filter { !$0.isEmpty }.joined(separator: " ")
      line.ask = compiledRule.rule.ask
      let evaluability = judge.evaluabilities[index]
      if !evaluability.makesChecks {
        let answer = answers[index].map { " " + NightFaults.sentence($0) } ?? ""
        line.notChecked =
          "No export carries \(evaluability.notCarried.joined(separator: ", ")).\(answer)"
      }
      line.beforeFirstEdition = judge.tallies[index].beforeFirstEdition
      line.stopsNotCarried = evaluability.makesChecks ? evaluability.stopsNotCarried : []
      return line
    }
  }

  /// The rules that no feed can answer tonight.
  func notChecked(_ compiled: CompiledRules) -> Set<String> {
    Set(
      compiled.rules.indices.filter { !judge.evaluabilities[$0].makesChecks }.map {
        compiled.rules[$0].rule.id
      })
  }

  /// Writes down how each line stands against the night before.
  mutating func setChanges(_ standings: [Standing?]) {
    for (index, standing) in standings.enumerated() {
      switch standing {
      case .new: lines[index].change = .new
      case .continuing, .startCorrected: lines[index].change = .continuing
      case nil: lines[index].change = nil
      }
    }
  }
}
