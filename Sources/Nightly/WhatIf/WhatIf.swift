import CaseModel
public import Faults
public import Reporting
public import RuleBook

/// Judges the same cases with and without some changes of the packs, and tells what differs.
public struct WhatIf {
  /// What differs.
  public let difference: Difference

  /// What would differ in some exports, of a command line or of a configuration.
  ///
  /// - Throws: ``Fault`` at the change that names no pack, no rule, no key or no value.
  public init(_ changes: [PackChange], _ request: PipelineRequest) throws(Fault) {
    try self.init(changes, try Pipeline(request))
  }

  /// What would differ in some exports.
  ///
  /// - Throws: ``Fault`` at the change that names no pack, no rule, no key or no value.
  init(_ changes: [PackChange], _ pipeline: Pipeline) throws(Fault) {
    let prepared = try pipeline.prepare()
    let changed = try prepared.library.compiled(pipeline.request.packs, changes: changes)
    let judged = try prepared.judge { (_, _, _) in WhatIfSink(changed: changed) }
    difference = judged.sink.counted.difference(
      changes, before: prepared.compiled, after: changed, prepared.library.codes)
  }
}

/// Counts the checks that come to something else under changed rules.
struct WhatIfSink: ChildSink {
  /// The changed rules.
  let changed: CompiledRules
  /// What was counted of all children so far.
  private(set) var counted = WhatIfCounts()

  /// A sink that has counted nothing.
  init(changed: CompiledRules) { self.changed = changed }

  func worker(_ rules: JudgingRules) throws(Fault) -> Worker {
    Worker(
      before: rules.compiled,
      after: Judge(compiled: try rules.own(changed), feeds: rules.feeds))
  }

  mutating func collect(_ piece: WhatIfCounts) { counted.add(piece) }

  /// Judges each child once more, under the changed rules, on one thread.
  struct Worker: ChildWorker {
    private let before: CompiledRules
    private var after: Judge
    private var changedChecks: [Check] = []
    private var counts = WhatIfCounts()

    fileprivate init(before: CompiledRules, after: Judge) {
      self.before = before
      self.after = after
    }

    mutating func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue]) {
      changedChecks.removeAll(keepingCapacity: true)
      after.judge(record, into: &changedChecks)
      counts.add(
        Worker.verdicts(checks, of: record, by: before),
        Worker.verdicts(changedChecks, of: record, by: after.compiled), team: record.team)
    }

    mutating func handOver() -> WhatIfCounts {
      defer { counts = WhatIfCounts() }
      return counts
    }

    private static func verdicts(
      _ checks: [Check], of record: ChildRecord, by compiled: CompiledRules
    ) -> [WhatIfCounts.Key: WhatIfCounts.Verdict] {
      var identity = CheckIdentity(compiled.vocabulary)
      var verdicts: [WhatIfCounts.Key: WhatIfCounts.Verdict] = [:]
      for check in checks {
        let key = WhatIfCounts.Key(
          rule: compiled.rules[Int(check.rule)].rule.id,
          trigger: identity.identify(check, record).key)
        verdicts[key] = WhatIfCounts.Verdict(due: check.due, outcome: check.outcome)
      }
      return verdicts
    }
  }
}
