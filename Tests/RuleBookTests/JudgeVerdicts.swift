import CaseModel
import Clocks
import RuleBook

/// Checks in a form that does not depend on the places of rows: each trigger by its line.
struct JudgeVerdicts {
  /// One check.
  struct Verdict: Hashable, CustomStringConvertible {
    let rule: String
    let line: Int32
    let outcome: Outcome
    let start: Moment
    let due: Moment
    let satisfied: Moment
    let reasons: [String]
    let flags: FlagSet
    let daysOver: Int32

    var description: String {
      "\(rule) line \(line): \(outcome.word) \(reasons) start \(start) due \(due) by \(satisfied)"
        + " over \(daysOver) flags \(flags.flags.map(\.word))"
    }
  }

  /// A rule and the line of its trigger.
  struct Key: Hashable {
    let rule: String
    let line: Int32
  }

  let all: [Verdict]

  init(_ record: ChildRecord, _ compiled: CompiledRules, _ feeds: [Feed]) {
    var judge = Judge(compiled: compiled, feeds: feeds)
    var checks: [Check] = []
    judge.judge(record, into: &checks)
    all = checks.map { check in
      let source =
        switch check.trigger {
        case .process(let row): record.processes[Int(row)].source
        case .event(let row): record.events[Int(row)].source
        }
      return Verdict(
        rule: compiled.rules[Int(check.rule)].rule.id, line: source.line, outcome: check.outcome,
        start: check.start, due: check.due, satisfied: check.satisfied,
        reasons: check.reasons.reasons.map(\.word), flags: check.flags, daysOver: check.daysOver)
    }
  }

  /// How often each verdict was come to.
  var counted: [Verdict: Int] {
    Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// The verdicts by rule and trigger.
  var byTrigger: [Key: Verdict] {
    Dictionary(all.map { (Key(rule: $0.rule, line: $0.line), $0) }) { first, _ in first }
  }
}
