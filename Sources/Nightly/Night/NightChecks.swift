import CaseModel
import Clocks
import Faults
import History
import Intake
import Reporting
import RuleBook

/// The checks of a night as reports show them, by rule, child and trigger.
struct NightChecks {
  /// The lines.
  private(set) var lines: [CheckLine]
  /// What the comparison with the night before needs, a check each, in the order of the lines.
  private(set) var tonight: [TonightCheck]
  /// What is wrong in the records: first where feeds contradict each other, then the rest.
  let issues: [DataIssue]
  private let compiled: CompiledRules
  private let totals: JudgedTotals

  /// Judges the children of a night.
  ///
  /// - Throws: ``Fault`` with 75 where the run is to end.
  init(_ pipeline: PreparedPipeline, _ cases: GatheredCases) throws(Fault) {
    var sink = NightSink(files: cases.files)
    totals = try pipeline.judge(cases, into: &sink)
    compiled = pipeline.compiled
    lines = sink.made.lines
    tonight = sink.made.tonight
    issues = sink.made.contradictions + sink.made.issues
    sortByRule()
    countIncidentsOnce()
  }

  /// Counts one of the checks of an incident that concerns several children, the worst, and says so
  /// beside each (Working Together 2023, paragraph 330: one notification per incident).
  private mutating func countIncidentsOnce() {
    var incidents: [String: [Int]] = [:]
    for (index, line) in lines.enumerated() where compiled.rules[line.rule].rule.isPerIncident {
      // Without an id of the system's own nobody can say whether two are one.
      guard line.key.utf8.contains(UInt8(ascii: ":")) else { continue }
      incidents["\(line.rule) \(line.key)", default: []].append(index)
    }
    for indices in incidents.values where indices.count > 1 {
      let worst = indices.min { left, right in
        let (first, second) = (lines[left].outcome, lines[right].outcome)
        return (NightChecks.rank(first), left) < (NightChecks.rank(second), right)
      }
      for index in indices {
        lines[index].isCounted = index == worst
        guard !lines[index].explanation.isEmpty else { continue }
        lines[index].explanation.append(
          "It is one incident of \(indices.count) children, and is counted once.")
      }
    }
  }

  /// How bad an outcome is, the worst first.
  private static func rank(_ outcome: Outcome) -> Int {
    switch outcome {
    case .overdue: 0
    case .notMet: 1
    case .metLate: 2
    case .notEvaluable: 3
    case .invalid: 4
    case .due: 5
    case .met: 6
    case .stopped: 7
    case .notRequired: 8
    case .elapsed: 9
    }
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
  /// - Parameter answers: which exports would answer a rule that made no checks, by the index of
  ///   the rule.
  /// - Returns: a line for each rule.
  func rules(_ answers: [Int: String]) -> [RuleLine] {
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
      let evaluability = totals.evaluabilities[index]
      if !evaluability.makesChecks {
        let answer = answers[index].map { " " + NightFaults.sentence($0) } ?? ""
        line.notChecked =
          "No export carries \(evaluability.notCarried.joined(separator: ", ")).\(answer)"
      }
      line.beforeFirstEdition = totals.tallies[index].beforeFirstEdition
      line.unlinked = totals.tallies[index].unlinked
      line.stopsNotCarried = evaluability.makesChecks ? evaluability.stopsNotCarried : []
      return line
    }
  }

  /// The rules that no feed can answer tonight.
  var notChecked: Set<String> {
    Set(
      compiled.rules.indices.filter { !totals.evaluabilities[$0].makesChecks }.map {
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
