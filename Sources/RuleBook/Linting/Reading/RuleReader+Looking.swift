import Clocks
import Faults
import YAMLReading

extension RuleReader {
  /// Adds every fault of a rule, its examples aside: each of its keys is read by itself.
  func look(at key: YAMLNode, _ node: YAMLNode, _ report: inout LintReport) {
    report.look { () throws(Fault) in try name(key) }
    guard let map = report.look({ () throws(Fault) in try node.map(of: "a rule") }) else { return }
    report.lookAtKeys(of: map, known: RuleReader.ruleKeys)
    report.look { () throws(Fault) in try map.requiredText("title") }
    for key in ["ask", "note", "was", "switched off"] {
      report.look { () throws(Fault) in try map.text(key) }
    }
    for (key, meaning) in [("forms", "a form"), ("rows", "a row")] {
      for item in map[key]?.oneOrMore ?? [] {
        report.look { () throws(Fault) in try item.text(as: meaning) }
      }
    }
    report.look { () throws(Fault) in try beside(map["beside"]) }
    report.look { () throws(Fault) in try isStated(map["per"], "per", "incident") }
    report.look { () throws(Fault) in try isStated(map["judged by"], "judged by", "due") }
    lookAtEditions(of: map, key, &report)
    lookAtCheckpoints(of: map, &report)
  }

  private func lookAtEditions(
    of rule: YAMLMap, _ key: YAMLNode, _ report: inout LintReport
  ) {
    let list = report.look { () throws(Fault) in
      try rule.required("editions").list(of: "editions")
    }
    guard let list else { return }
    if list.isEmpty {
      report.add(key.fault("a rule has at least one edition", next: "add \"- from: …\""))
    }
    var previous: (from: CivilDay, until: CivilDay?)?
    for node in list {
      guard let map = report.look({ () throws(Fault) in try node.map(of: "an edition") }) else {
        continue
      }
      report.lookAtKeys(of: map, known: RuleReader.editionKeys)
      report.look { () throws(Fault) in try days(map, after: previous) }
      previous = (try? days(map, after: nil)) ?? previous
      report.look { () throws(Fault) in try basis(map) }
      report.look { () throws(Fault) in try citation(map) }
      RuleBodyReader(vocabulary: vocabulary, rule: rule, edition: map).look(&report)
    }
  }

  private func lookAtCheckpoints(of rule: YAMLMap, _ report: inout LintReport) {
    guard let node = rule["checkpoints"] else { return }
    let map = report.look { () throws(Fault) in try node.map(of: "checkpoints, by label") }
    for entry in map?.entries ?? [] {
      let keys = report.look { () throws(Fault) in try entry.value.map(of: "a checkpoint") }
      guard let keys else { continue }
      report.lookAtKeys(of: keys, known: RuleReader.checkpointKeys)
      let reader = RuleBodyReader(vocabulary: vocabulary, rule: rule, edition: keys)
      report.look { () throws(Fault) in try reader.tiers(try keys.required("limit")) }
      report.look { () throws(Fault) in try reader.satisfier(try keys.required("met by")) }
      report.look { () throws(Fault) in try reader.ownCondition(keys["if"]) }
      report.look { () throws(Fault) in try keys.text("title") }
    }
  }
}
