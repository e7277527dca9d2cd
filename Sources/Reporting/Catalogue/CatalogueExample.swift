import CaseModel
import Clocks
import Faults
import Output
import RuleBook

/// One example of a rule: what was given, and how what came of it was worked out.
struct CatalogueExample {
  /// One check of the example.
  private struct Shown {
    let label: String?
    let account: CheckExplanation
    let days: [CountedDay]
  }

  private let example: Example
  private let shown: [Shown]

  /// Judges an example.
  ///
  /// - Throws: ``Fault`` at the first fact that cannot be read.
  init(_ example: Example, rule: Int, _ compiled: CompiledRules, codes: CodeBook) throws(Fault) {
    self.example = example
    let judged = try JudgedExample(example, rule: rule, compiled, codes: codes)
    let explainer = CheckExplainer(judged.judge)
    var labels: [String?] = []
    for expected in example.expected where !labels.contains(expected.check) {
      labels.append(expected.check)
    }
    shown = labels.flatMap { label in
      judged.checks(of: label).map { check in
        Shown(
          label: label,
          account: CheckExplanation(check, of: judged.record, by: judged.judge, explainer),
          days: CountedDay.all(of: check, compiled.rules[Int(check.rule)]))
      }
    }
  }

  func write(_ writer: inout MarkupWriter) {
    writer.markup("<details class=\"example\"><summary>")
    writer.text(English.sentence(example.name))
    for check in shown {
      writer.markup(" ")
      let outcome = check.account.check.outcome
      writer.status(outcome.word, class: CatalogueExample.status(outcome))
    }
    if shown.isEmpty {
      writer.markup(" <span class=\"status plain-status\">no check</span>")
    }
    writer.markup("</summary>\n<div>\n<h5>Given</h5>\n<ul class=\"given\">\n")
    for fact in example.given {
      writer.markup("<li><code>")
      writer.text(fact.text)
      writer.markup("</code></li>\n")
    }
    writer.markup("</ul>\n<p>Judged as of ")
    writer.text(example.asOf.words)
    writer.markup(".</p>\n")
    if shown.isEmpty {
      writer.markup("<p>The rule makes no check of this.</p>\n")
    }
    for (place, check) in shown.enumerated() { write(check, place, &writer) }
    writer.markup("</div>\n</details>\n")
  }

  private func write(_ check: Shown, _ place: Int, _ writer: inout MarkupWriter) {
    writer.markup("<h5>")
    writer.text(heading(check, place))
    writer.markup("</h5>\n")
    for sentence in check.account.sentences {
      writer.markup("<p>")
      writer.text(sentence)
      writer.markup("</p>\n")
    }
    if !check.days.isEmpty { CatalogueDays(check.account.check, check.days).write(&writer) }
  }

  private func heading(_ check: Shown, _ place: Int) -> String {
    let outcome = check.account.check.outcome.word
    if let label = check.label { return "On the way, \(label): \(outcome)" }
    return shown.count > 1 ? "Check \(place + 1): \(outcome)" : "What came of it: \(outcome)"
  }

  private static func status(_ outcome: Outcome) -> StaticString {
    switch outcome {
    case .met: "met"
    case .metLate: "late"
    case .overdue: "overdue"
    case .notMet: "not-met"
    case .due: "soon"
    case .notRequired, .stopped, .elapsed: "plain-status"
    case .invalid, .notEvaluable: "unknown"
    }
  }
}
