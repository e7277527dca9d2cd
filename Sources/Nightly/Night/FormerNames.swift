import History
import RuleBook

/// The names that rules had before, so that what was found under them goes on under the new ones.
struct FormerNames {
  private let names: [String: String]

  /// The former names of a plan's rules: a name alone is of the rule's own pack.
  init(_ compiled: CompiledRules) {
    var names: [String: String] = [:]
    for compiledRule in compiled.rules {
      guard let was = compiledRule.rule.was else { continue }
      let pack = compiled.packs[compiledRule.pack].name
      names[was.utf8.contains(UInt8(ascii: "/")) ? was : "\(pack)/\(was)"] = compiledRule.rule.id
    }
    self.names = names
  }

  /// Findings of the night before under the names that their rules have now.
  func renamed(_ findings: [RecordedFinding]) -> [RecordedFinding] {
    guard !names.isEmpty else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.rule = names[finding.rule] ?? finding.rule
      return finding
    }
  }
}
