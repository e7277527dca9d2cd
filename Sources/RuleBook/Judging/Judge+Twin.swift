import CaseModel

extension Judge {
  /// Judges a record by itself, and together with the one under an id that looks like its own.
  ///
  /// What both come to is the outcome. Where they differ it is *not evaluable*, `link_unclear`: what
  /// decides it may stand under the other id.
  mutating func judgeWithTwin(_ record: ChildRecord, into checks: inout [Check]) {
    var alone: [Check] = []
    judgeAlone(record, into: &alone)
    let counted = tallies
    var together: [Place: OutcomeSet] = [:]
    for twin in record.withTwin {
      var found: [Check] = []
      judgeAlone(twin, into: &found)
      for check in found {
        together[Place(check, twin), default: OutcomeSet()].insert(check.outcome)
      }
    }
    restore(counted)
    for var check in alone {
      var own = OutcomeSet()
      own.insert(check.outcome)
      if let other = together[Place(check, record)], !other.isAlike(own) {
        check.leaveOpen(ReasonSet(.linkUnclear))
      }
      checks.append(check)
    }
  }
}

/// What a check is a check of, wherever its row stands in a record: the rule, and the position of the
/// trigger in the exports.
private struct Place: Hashable {
  let rule: Int32
  let isProcess: Bool
  let source: Source

  init(_ check: Check, _ record: ChildRecord) {
    rule = check.rule
    switch check.trigger {
    case .process(let row):
      isProcess = true
      source = record.processes[Int(row)].source
    case .event(let row):
      isProcess = false
      source = record.events[Int(row)].source
    }
  }
}
