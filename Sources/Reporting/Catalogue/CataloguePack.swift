import CaseModel
import Clocks
import Faults
import Files
import Output
import RuleBook

/// The page of one pack: its rules by topic.
struct CataloguePack {
  private let compiled: CompiledRules
  private let pack: Pack
  private let entries: [CatalogueEntry]

  /// Judges the examples of a pack's rules.
  ///
  /// - Throws: ``Fault`` at the first fact of an example that cannot be read.
  init(_ compiled: CompiledRules, pack index: Int, codes: CodeBook) throws(Fault) {
    self.compiled = compiled
    pack = compiled.packs[index]
    var entries: [CatalogueEntry] = []
    for rule in pack.rules where rule.checkpoint == nil {
      entries.append(try CatalogueEntry(rule, of: pack, compiled, codes: codes))
    }
    self.entries = entries
  }

  func page(_ frame: CatalogueFrame) -> [UInt8] {
    frame.page(
      title: pack.title,
      lead:
        "Pack \(pack.name), last checked against its sources on \(day(pack.lastChecked)). Working days are those of the calendar \(pack.calendar).",
      isIndex: false
    ) { writer in
      contents(&writer)
      if !pack.notes.isEmpty {
        writer.markup("<section>\n<h2>About its sources</h2>\n<p>")
        writer.text(English.onOneLine(pack.notes))
        writer.markup("</p>\n</section>\n")
      }
      for topic in topics {
        writer.markup("<section>\n<h2 id=\"")
        writer.text(topic.id)
        writer.markup("\">")
        writer.text(topic.title)
        writer.markup("</h2>\n")
        for entry in topic.entries { entry.write(&writer) }
        writer.markup("</section>\n")
      }
    }
  }

  private func day(_ text: String) -> String { CivilDay(iso: text)?.shortWords ?? text }

  private func contents(_ writer: inout MarkupWriter) {
    writer.markup("<nav aria-label=\"Rules of this pack\">\n")
    for topic in topics {
      writer.markup("<p><a href=\"#")
      writer.text(topic.id)
      writer.markup("\">")
      writer.text(topic.title)
      writer.markup("</a></p>\n<ol>\n")
      for entry in topic.entries {
        writer.markup("<li><a href=\"#")
        writer.text(Catalogue.anchor(of: entry.rule))
        writer.markup("\">")
        writer.text(entry.rule.title)
        writer.markup("</a></li>\n")
      }
      writer.markup("</ol>\n")
    }
    writer.markup("</nav>\n")
  }

  /// The rules of one file.
  private struct Topic {
    let id: String
    let title: String
    var entries: [CatalogueEntry]
  }

  /// The rules by file, in the order of the pack.
  private var topics: [Topic] {
    var topics: [Topic] = []
    for entry in entries {
      let name = Path.stem(entry.rule.place.file)
      if topics.last?.id != "topic-\(name)" {
        topics.append(Topic(id: "topic-\(name)", title: CataloguePack.title(name), entries: []))
      }
      topics[topics.count - 1].entries.append(entry)
    }
    return topics
  }

  /// `front-door` as `Front door`.
  private static func title(_ name: String) -> String {
    var bytes = name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
    if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
      bytes[0] = first - 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
