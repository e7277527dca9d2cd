import Clocks
import RuleBook

/// The page that leads to the packs, with the forms of rule and the rules that show each.
struct CatalogueIndex {
  private let compiled: CompiledRules

  init(_ compiled: CompiledRules) { self.compiled = compiled }

  func page(_ frame: CatalogueFrame) -> [UInt8] {
    frame.page(
      title: "Catalogue of rules",
      lead:
        "Every timescale and duty that cases are held against, in words, with its source and with examples worked out by hand.",
      isIndex: true
    ) { writer in
      packs(&writer)
      forms(&writer)
    }
  }

  private func packs(_ writer: inout MarkupWriter) {
    writer.markup("<section>\n<h2>Packs</h2>\n")
    writer.openTable("The packs of rules", class: "packs")
    writer.head(["Pack", "Last checked", "Rules", "Examples"], numbersFrom: 2)
    writer.markup("<tbody>\n")
    for pack in compiled.packs {
      let rules = pack.rules.filter { $0.checkpoint == nil }
      writer.markup("<tr><th scope=\"row\"><a href=\"")
      writer.text(Catalogue.page(of: pack))
      writer.markup("\">")
      writer.text(pack.title)
      writer.markup("</a><small>")
      writer.text("\(pack.name), calendar \(pack.calendar)")
      writer.markup("</small></th>")
      writer.cell(CivilDay(iso: pack.lastChecked).map { Moment.day($0) } ?? .absent)
      writer.cell(rules.count)
      writer.cell(rules.reduce(0) { $0 + $1.examples.count })
      writer.markup("</tr>\n")
    }
    writer.markup("</tbody>\n")
    writer.closeTable()
    writer.markup("</section>\n")
  }

  private func forms(_ writer: inout MarkupWriter) {
    writer.markup(
      "<section>\n<h2>Forms of rule</h2>\n<p>Timescales come in forty forms. Each has a rule here that shows it, or says that none does.</p>\n"
    )
    writer.openTable("The forty forms of rule, and the rules that show each", class: "forms")
    writer.head(["Form", "What it is", "Shown by"])
    writer.markup("<tbody>\n")
    for form in RuleForm.allCases {
      writer.markup("<tr><th scope=\"row\">")
      writer.text(form.rawValue)
      writer.markup("</th>")
      writer.cell(form.name)
      writer.markup("<td>")
      var isShown = false
      for pack in compiled.packs {
        for rule in pack.rules where rule.forms.contains(form.rawValue) {
          if isShown { writer.markup(" ") }
          isShown = true
          writer.link(to: rule, of: pack, text: rule.id)
        }
      }
      if !isShown { writer.markup("No rule of these packs") }
      writer.markup("</td></tr>\n")
    }
    writer.markup("</tbody>\n")
    writer.closeTable()
    writer.markup("</section>\n")
  }
}

extension MarkupWriter {
  /// A link to a rule on its pack's page.
  mutating func link(to rule: Rule, of pack: Pack, text: String) {
    markup("<a href=\"")
    self.text("\(Catalogue.page(of: pack))#\(Catalogue.anchor(of: rule))")
    markup("\">")
    self.text(text)
    markup("</a>")
  }
}
