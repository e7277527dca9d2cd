import CaseModel
import Clocks
import Reporting
import RuleBook

/// How many checks come to something else under changed rules.
struct WhatIfCounts {
  /// The identity of a child's check, with and without the changes.
  struct Key: Hashable {
    /// The rule's id.
    let rule: String
    /// What identifies the trigger.
    let trigger: String
  }

  /// What of a check is compared.
  struct Verdict {
    /// The last day or minute in time.
    let due: Moment
    /// What it came to.
    let outcome: Outcome
  }

  /// What differing checks are counted by.
  private struct Group: Hashable {
    var rule: String
    var team: Code
    var month: String
    var before: Outcome?
    var after: Outcome?
  }

  private var checksBefore = 0
  private var checksAfter = 0
  private var onlyDueMoved = 0
  private var groups: [Group: Int] = [:]

  /// Counts the checks of one child.
  ///
  /// - Parameters:
  ///   - old: its checks without the changes.
  ///   - new: its checks with them.
  ///   - team: the child's team.
  mutating func add(_ old: [Key: Verdict], _ new: [Key: Verdict], team: Code) {
    checksBefore += old.count
    checksAfter += new.count
    for (key, verdict) in old {
      let other = new[key]
      if other?.outcome == verdict.outcome {
        if other?.due != verdict.due { onlyDueMoved += 1 }
        continue
      }
      let month = WhatIfCounts.month(verdict.due) ?? other.flatMap { WhatIfCounts.month($0.due) }
      let group = Group(
        rule: key.rule, team: team, month: month ?? "", before: verdict.outcome,
        after: other?.outcome)
      groups[group, default: 0] += 1
    }
    for (key, verdict) in new where old[key] == nil {
      let group = Group(
        rule: key.rule, team: team, month: WhatIfCounts.month(verdict.due) ?? "", before: nil,
        after: verdict.outcome)
      groups[group, default: 0] += 1
    }
  }

  /// Adds what was counted of other children.
  mutating func add(_ other: WhatIfCounts) {
    checksBefore += other.checksBefore
    checksAfter += other.checksAfter
    onlyDueMoved += other.onlyDueMoved
    groups.merge(other.groups, uniquingKeysWith: +)
  }

  /// What was counted, in the order of rules, teams, months and outcomes.
  ///
  /// - Parameters:
  ///   - changes: the changes.
  ///   - before: the rules without them.
  ///   - after: the rules with them.
  ///   - codes: the names of the teams.
  /// - Returns: the difference.
  func difference(
    _ changes: [PackChange], before: CompiledRules, after: CompiledRules, _ codes: CodeBook
  ) -> Difference {
    var titles: [String: (index: Int, title: String)] = [:]
    for compiledRule in before.rules + after.rules where titles[compiledRule.rule.id] == nil {
      titles[compiledRule.rule.id] = (titles.count, compiledRule.rule.title)
    }
    func order(_ outcome: Outcome?) -> Int { outcome.map { Int($0.rawValue) } ?? .max }
    let rows = groups.map { group, count in
      Difference.Row(
        rule: group.rule, title: titles[group.rule]?.title ?? "", team: codes.text(group.team),
        month: group.month, before: group.before, after: group.after, count: count)
    }.sorted { left, right in
      let indices = (titles[left.rule]?.index ?? 0, titles[right.rule]?.index ?? 0)
      guard indices.0 == indices.1 else { return indices.0 < indices.1 }
      guard left.team == right.team else { return left.team < right.team }
      guard left.month == right.month else { return left.month < right.month }
      return (order(left.before), order(left.after)) < (order(right.before), order(right.after))
    }
    return Difference(
      changes: changes.map(\.text), checksBefore: checksBefore, checksAfter: checksAfter,
      onlyDueMoved: onlyDueMoved, rows: rows)
  }

  private static func month(_ moment: Moment) -> String? {
    moment.day.map { String(decoding: $0.isoBytes.prefix(7), as: UTF8.self) }
  }
}
