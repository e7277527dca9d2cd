import Clocks
import Faults

/// Writes `interchange-forms.csv` and `answer-key-forms.csv`: children planned for the forms of rule.
struct FormsWriter: ~Copyable {
  private var export: BufferedFile
  private var key: BufferedFile

  /// Creates both files with their headings.
  ///
  /// - Parameters:
  ///   - folder: where they are written.
  ///   - types: the words of the events that the export says it carries.
  /// - Throws: ``Fault`` where one of them cannot be created.
  init(folder: String, types: [String]) throws(Fault) {
    var export = try BufferedFile(folder: folder, name: "interchange-forms.csv")
    var key = try BufferedFile(folder: folder, name: "answer-key-forms.csv")
    let carried = types.map { type in
      FormsWriter.listed.contains(type) ? "\(type) minute complete" : "\(type) minute"
    }
    for line in [
      "# duly interchange 1", "# as_of: 2026-03-31", "# authority: 999", "# synthetic: yes",
      "# carries: \(carried.joined(separator: "; "))",
      "child_id,process,process_id,parent_id,type,at,state,outcome,role,detail",
    ] {
      export.text(line)
      export.newline()
    }
    key.text("child,forms,rule,trigger,start,due,satisfied,outcome,reason")
    key.newline()
    self.export = export
    self.key = key
  }

  /// The meetings whose lists name everybody who was there.
  private static let listed: Set<String> = ["strategy_discussion", "cp_review_held"]

  /// Writes a child and its answers; a rule that makes no check has a row that says so.
  mutating func write(_ child: FormCase) throws(Fault) {
    for fact in child.facts { write(fact, of: child.child) }
    for answer in child.answers { write(answer, child) }
    for rule in child.rules where !child.answers.contains(where: { $0.rule == rule }) {
      write(FormAnswer(rule: rule, outcome: "no check"), child)
    }
    try export.flushIfFull()
    try key.flushIfFull()
  }

  /// Hands everything to the kernel.
  mutating func flush() throws(Fault) {
    try export.flush()
    try key.flush()
  }

  private mutating func write(_ fact: FormFact, of child: String) {
    export.text(child)
    for text in [fact.process.kind, fact.process.id, fact.process.parent, fact.type] {
      export.byte(UInt8(ascii: ","))
      export.text(text)
    }
    export.byte(UInt8(ascii: ","))
    switch fact.at {
    case .at(let moment): export.iso(moment)
    case .unreadable: export.text("2025-13-01")
    }
    for text in [fact.state, fact.outcome, fact.role, fact.detail] {
      export.byte(UInt8(ascii: ","))
      export.text(text)
    }
    export.newline()
  }

  private mutating func write(_ answer: FormAnswer, _ child: FormCase) {
    key.text("\(child.child),\(child.forms.joined(separator: " ")),\(answer.rule)")
    for moment in [answer.trigger, answer.start, answer.due, answer.satisfied] {
      key.byte(UInt8(ascii: ","))
      if let moment { key.iso(moment) }
    }
    key.text(",\(answer.outcome),\(answer.reason)")
    key.newline()
  }
}
