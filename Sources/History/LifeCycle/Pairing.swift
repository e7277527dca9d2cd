import RuleBook

/// Which finding of the night before is which of tonight's checks.
struct Pairing {
  /// Tonight's check of each finding of the night before, by place.
  private(set) var tonightOf: [Int?]
  /// The finding of the night before that each of tonight's checks was, by place.
  private(set) var previousOf: [Int: Int] = [:]
  /// Tonight's checks whose trigger was corrected.
  private(set) var startCorrected: Set<Int> = []
  /// Tonight's checks by rule, child and kind, where one of them is or was a finding.
  private var groups: [Identity: [Int]] = [:]

  init(previous: [RecordedFinding], tonight: [TonightCheck]) {
    tonightOf = [Int?](repeating: nil, count: previous.count)
    var findings: [Identity: [Int]] = [:]
    for (index, finding) in previous.enumerated() {
      let group = Identity(finding.rule, finding.child, finding.triggerKind)
      findings[group, default: []].append(index)
      groups[group] = []
    }
    for check in tonight where check.outcome.isFinding {
      groups[Self.group(of: check)] = []
    }
    for (index, check) in tonight.enumerated() {
      groups[Self.group(of: check)]?.append(index)
    }
    for (group, members) in findings {
      pair(members, of: previous, with: groups[group] ?? [], of: tonight)
    }
  }

  /// The keys of the other checks of the same rule, child and kind, in byte order.
  func siblings(of index: Int, in tonight: [TonightCheck]) -> [String] {
    guard let members = groups[Self.group(of: tonight[index])] else { return [] }
    return members.filter { $0 != index }.map { tonight[$0].key }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func group(of check: TonightCheck) -> Identity {
    Identity(check.rule, check.child, check.triggerKind)
  }

  /// Pairs the findings and the checks of one rule, child and kind.
  private mutating func pair(
    _ findings: [Int], of previous: [RecordedFinding], with checks: [Int],
    of tonight: [TonightCheck]
  ) {
    var byKey: [Identity: Int] = [:]
    for check in checks.reversed() { byKey[Identity(tonight[check].key)] = check }
    var known: Set<Identity> = []
    for finding in findings {
      known.insert(Identity(previous[finding].key))
      known.formUnion(previous[finding].siblings.map { Identity($0) })
      if let check = byKey.removeValue(forKey: Identity(previous[finding].key)) {
        tonightOf[finding] = check
        previousOf[check] = finding
      }
    }
    let present = Set(checks.map { Identity(tonight[$0].key) })
    let missing = known.subtracting(present)
    let fresh = checks.filter { !known.contains(Identity(tonight[$0].key)) }
    guard missing.count == 1, fresh.count == 1,
      let finding = findings.first(where: { missing.contains(Identity(previous[$0].key)) })
    else { return }
    tonightOf[finding] = fresh[0]
    previousOf[fresh[0]] = finding
    startCorrected.insert(fresh[0])
  }
}
