import CaseModel
import Clocks
public import Faults
import Intake
public import Reporting
public import RuleBook

/// Judges the same cases with and without some changes of the packs, and tells what differs.
public struct WhatIf {
  /// What differs.
  public let difference: Difference

  /// What would differ in exports.
  ///
  /// - Throws: ``Fault`` at the change that names no pack, no rule, no key or no value.
  public init(_ changes: [PackChange], _ request: JudgeRequest) throws(Fault) {
    let loader = try ExportLoader(request)
    let prepared = try loader.prepare()
    let (library, compiled) = (prepared.library, prepared.compiled)
    let changed = try library.compiled(request.packs, changes: changes)
    let gathered = try loader.gather(prepared)
    _ = gathered.collector.join()
    difference = WhatIf.compare(
      gathered.collector, before: compiled, after: changed, changes, library.codes)
  }

  /// What would differ in the exports of a configuration.
  ///
  /// - Throws: ``Fault`` at the change that names no pack, no rule, no key or no value.
  public init(
    _ changes: [PackChange], configuration path: String, data: String? = nil
  ) throws(Fault) {
    let configuration = try NightConfiguration(path: path)
    let folders = DataFolders(data: data, configuration: path)
    let library = try RuleLibrary(folders)
    let compiled = try library.compiled(configuration.packs)
    let changed = try library.compiled(configuration.packs, changes: changes)
    let intake = try NightIntake(configuration, folders, library)
    difference = WhatIf.compare(
      intake.collector, before: compiled, after: changed, changes, library.codes)
  }

  /// One check as it is compared.
  private struct Verdict {
    var due: Moment
    var outcome: Outcome
  }

  /// What rows are counted by.
  private struct Group: Hashable {
    var rule: String
    var team: String
    var month: String
    var before: Outcome?
    var after: Outcome?
  }

  static func compare(
    _ collector: RecordCollector, before: CompiledRules, after: CompiledRules,
    _ changes: [PackChange],
    _ codes: CodeBook
  ) -> Difference {
    var judges = (
      before: Judge(compiled: before, feeds: collector.feeds),
      after: Judge(compiled: after, feeds: collector.feeds)
    )
    var difference = Difference(
      changes: changes.map(\.text), checksBefore: 0, checksAfter: 0, onlyDueMoved: 0, rows: [])
    var counts: [Group: Int] = [:]
    for record in collector.records {
      let old = verdicts(of: record, &judges.before)
      let new = verdicts(of: record, &judges.after)
      difference.checksBefore += old.count
      difference.checksAfter += new.count
      let team = codes.text(record.team)
      for (key, verdict) in old {
        let other = new[key]
        if other?.outcome == verdict.outcome {
          if other?.due != verdict.due { difference.onlyDueMoved += 1 }
          continue
        }
        let month = month(verdict.due) ?? other.flatMap { self.month($0.due) }
        let group = Group(
          rule: key.rule, team: team, month: month ?? "", before: verdict.outcome,
          after: other?.outcome)
        counts[group, default: 0] += 1
      }
      for (key, verdict) in new where old[key] == nil {
        let group = Group(
          rule: key.rule, team: team, month: month(verdict.due) ?? "", before: nil,
          after: verdict.outcome)
        counts[group, default: 0] += 1
      }
    }
    difference.rows = rows(counts, before, after)
    return difference
  }

  /// A check's identity with and without the changes.
  private struct Key: Hashable {
    var rule: String
    var trigger: String
  }

  private static func verdicts(
    of record: ChildRecord, _ judge: inout Judge
  ) -> [Key: Verdict] {
    var checks: [Check] = []
    judge.judge(record, into: &checks)
    var identity = CheckIdentity(judge.compiled.vocabulary)
    var verdicts: [Key: Verdict] = [:]
    for check in checks {
      let key = Key(
        rule: judge.compiled.rules[Int(check.rule)].rule.id,
        trigger: identity.identify(check, record).key)
      verdicts[key] = Verdict(due: check.due, outcome: check.outcome)
    }
    return verdicts
  }

  private static func month(_ moment: Moment) -> String? {
    moment.day.map { String(decoding: $0.isoBytes.prefix(7), as: UTF8.self) }
  }

  /// The rows in the order of rules, months, teams and outcomes.
  private static func rows(
    _ counts: [Group: Int], _ before: CompiledRules, _ after: CompiledRules
  ) -> [Difference.Row] {
    var titles: [String: (place: Int, title: String)] = [:]
    for compiledRule in before.rules + after.rules where titles[compiledRule.rule.id] == nil {
      titles[compiledRule.rule.id] = (titles.count, compiledRule.rule.title)
    }
    func order(_ outcome: Outcome?) -> Int { outcome.map { Int($0.rawValue) } ?? .max }
    let rows = counts.map { group, count in
      Difference.Row(
        rule: group.rule, title: titles[group.rule]?.title ?? "", team: group.team,
        month: group.month, before: group.before, after: group.after, count: count)
    }
    return rows.sorted { left, right in
      let places = (titles[left.rule]?.place ?? 0, titles[right.rule]?.place ?? 0)
      guard places.0 == places.1 else { return places.0 < places.1 }
      guard left.team == right.team else { return left.team < right.team }
      guard left.month == right.month else { return left.month < right.month }
      return (order(left.before), order(left.after)) < (order(right.before), order(right.after))
    }
  }
}
