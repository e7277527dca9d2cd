import CaseModel
import Clocks
import Faults
import Output
import RuleBook

/// One rule of the catalogue: what it says, its editions, and its examples.
struct CatalogueEntry {
  let rule: Rule
  private let pack: Pack
  private let compiled: CompiledRules
  private let examples: [CatalogueExample]

  /// Judges the examples of a rule.
  ///
  /// - Throws: ``Fault`` at the first fact of an example that cannot be read.
  init(_ rule: Rule, of pack: Pack, _ compiled: CompiledRules, codes: CodeBook) throws(Fault) {
    self.rule = rule
    self.pack = pack
    self.compiled = compiled
    var examples: [CatalogueExample] = []
    if let place = compiled.rule(rule.id) {
      for example in rule.examples {
        examples.append(try CatalogueExample(example, rule: place, compiled, codes: codes))
      }
    }
    self.examples = examples
  }

  func write(_ writer: inout MarkupWriter) {
    writer.markup("<article class=\"entry\" id=\"")
    writer.text(Catalogue.anchor(of: rule))
    writer.markup("\">\n<h3>")
    writer.text(rule.title)
    writer.markup(" <code>")
    writer.text(rule.id)
    writer.markup("</code></h3>\n")
    if let reason = rule.switchedOff {
      paragraph("note", label: "Not used yet.", reason, &writer)
    }
    paragraph("says", says(rule.editions.count - 1), &writer)
    editions(&writer)
    besides(&writer)
    checkpoints(&writer)
    exampleList(&writer)
    writer.markup("</article>\n")
  }

  private func says(_ edition: Int) -> String {
    RuleSentences.text(rule, edition: edition, vocabulary: compiled.vocabulary)
  }

  private func paragraph(
    _ name: StaticString, label: String = "", _ text: String, _ writer: inout MarkupWriter
  ) {
    writer.markup("<p class=\"")
    writer.markup(name)
    writer.markup("\">")
    if !label.isEmpty {
      writer.markup("<strong>")
      writer.text(label)
      writer.markup("</strong> ")
    }
    writer.text(English.onOneLine(text))
    writer.markup("</p>\n")
  }

  private func editions(_ writer: inout MarkupWriter) {
    writer.openTable("Editions of \(rule.title)", class: "editions")
    writer.head(["In force", "Basis", "Citation", "What it says"])
    writer.markup("<tbody>\n")
    let newest = says(rule.editions.count - 1)
    for (index, edition) in rule.editions.enumerated().reversed() {
      let text = says(index)
      let until = edition.until.map { " until \($0.shortWords)" } ?? ""
      writer.markup("<tr><th scope=\"row\">")
      writer.text("from \(edition.from.shortWords)\(until)")
      writer.markup("</th>")
      writer.cell(Strings.basis(edition.basis))
      writer.cell(edition.citation)
      writer.cell(
        index == rule.editions.count - 1 ? "As above." : text == newest ? "The same." : text)
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>\n")
    writer.closeTable()
  }

  private func besides(_ writer: inout MarkupWriter) {
    if let beside = rule.beside {
      let words =
        beside.relation == .stricter
        ? "It is the stricter of the two; both are judged."
        : "It is a target of its own; both are judged."
      paragraph("note", label: "Stands beside \(beside.rule).", words, &writer)
    }
    if !rule.note.isEmpty { paragraph("note", label: "Note.", rule.note, &writer) }
    if !rule.ask.isEmpty { paragraph("ask", label: "A question to ask.", rule.ask, &writer) }
    let names = rule.forms.compactMap { form in
      RuleForm(rawValue: form).map { "\(form) \($0.name)" }
    }
    if !names.isEmpty {
      paragraph(
        "source", label: names.count == 1 ? "Form:" : "Forms:", names.joined(separator: "; "),
        &writer)
    }
  }

  private func checkpoints(_ writer: inout MarkupWriter) {
    let found = pack.rules.filter { $0.checkpoint?.rule == rule.id }
    guard !found.isEmpty else { return }
    writer.markup("<h4>On the way</h4>\n<ul>\n")
    for checkpoint in found {
      writer.markup("<li><strong>")
      writer.text(checkpoint.checkpoint?.label ?? "")
      writer.markup("</strong>: ")
      writer.text(
        RuleSentences.text(
          checkpoint, edition: checkpoint.editions.count - 1, vocabulary: compiled.vocabulary))
      writer.markup("</li>\n")
    }
    writer.markup("</ul>\n")
  }

  private func exampleList(_ writer: inout MarkupWriter) {
    guard !examples.isEmpty else { return }
    writer.markup("<h4>Examples</h4>\n")
    for example in examples { example.write(&writer) }
  }
}
