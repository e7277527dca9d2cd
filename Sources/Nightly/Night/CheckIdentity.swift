import CaseModel
import Clocks
import History
import RuleBook

/// The identity of a check from night to night, within its rule and child.
///
/// The system's own id where there is one, else the kind or type and the date, with a number for
/// the second and third of one day; never an ordinal over days, an edition, a feed, a line, a due
/// date or an outcome.
struct CheckIdentity {
  private let vocabulary: Vocabulary
  private var met: [String: Int] = [:]

  /// The identities of one child's checks.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// The key of a check, and the kind of its trigger.
  mutating func identify(_ check: Check, _ record: ChildRecord) -> (key: String, kind: String) {
    let kind: String
    let id: String
    let date: String
    switch check.trigger {
    case .process(let row):
      let process = record.processes[Int(row)]
      kind = vocabulary[process.kind].word
      id = record.string(process.id)
      date = process.opened.day?.description ?? "no date"
    case .event(let row):
      let event = record.events[Int(row)]
      kind = vocabulary[event.type].word
      id = record.string(event.id)
      date = event.at.day?.description ?? "no date"
    }
    guard id.isEmpty else { return ("\(kind):\(id)", kind) }
    let key = "\(kind)@\(date)"
    let number = met["\(check.rule) \(key)", default: 0] + 1
    met["\(check.rule) \(key)"] = number
    return (number == 1 ? key : "\(key)#\(number)", kind)
  }
}

/// The names that rules had before, so that what was found under them goes on under the new ones.
struct FormerNames {
  private let names: [String: String]

  /// The former names of some rules: a name alone is of the rule's own pack.
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
