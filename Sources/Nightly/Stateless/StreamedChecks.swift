import CaseModel
import Faults
import RuleBook

/// Judges children one behind the other and keeps the rows of their checks until all are judged.
final class StreamedChecks {
  /// How many checks were made.
  private(set) var count = 0
  private var judge: Judge
  private var rows: CheckRows
  private let spool = RowSpool()
  private var checks: [Check] = []

  /// Begins the rows.
  ///
  /// - Throws: ``Fault`` where they find no room.
  init(_ judge: Judge, _ rows: CheckRows) throws(Fault) {
    self.judge = judge
    self.rows = rows
    try spool.add { rows.addHead(to: &$0) }
  }

  /// Judges a child.
  ///
  /// - Throws: ``Fault`` where its rows find no room.
  func judge(_ record: ChildRecord) throws(Fault) {
    checks.removeAll(keepingCapacity: true)
    judge.judge(record, into: &checks)
    count += checks.count
    guard !checks.isEmpty else { return }
    try spool.add { bytes in
      for check in checks { rows.add(check, of: record, to: &bytes) }
    }
  }

  /// Writes what stands behind the rows.
  ///
  /// - Parameters:
  ///   - plan: the rules that were judged by.
  ///   - roads: tell which exports would answer the rules that made no checks, which then have a row
  ///     each; nil for no such rows.
  /// - Returns: what each rule counted beside its checks.
  /// - Throws: ``Fault`` where the rows find no room.
  func close(_ compiled: CompiledRules, _ answering: AnsweringFormats?) throws(Fault)
    -> [JudgeTally]
  {
    if let answering {
      let answers = answering.answers(compiled, beside: judge.feeds)
      for (index, evaluability) in judge.evaluabilities.enumerated() where !evaluability.makesChecks
      {
        try spool.add {
          rows.add(
            ruleWithoutChecks: index, evaluability: evaluability, answer: answers[index], to: &$0)
        }
      }
    }
    try spool.add { rows.addFoot(to: &$0) }
    return judge.tallies
  }

  /// Writes the rows to an open descriptor.
  ///
  /// - Throws: ``Fault`` where it takes no more.
  func write(to descriptor: Int32) throws(Fault) { try spool.drain(to: descriptor) }
}
