import CaseModel
import Faults
import Files
import Intake
import Output
import RuleBook

/// The exports that Duly reads, each as it is when all of it is delivered: which of them would
/// answer a rule that the feeds at hand cannot.
struct AnsweringFormats {
  private let exports: [DeliverableExport]

  /// Reads the shipped mappings.
  ///
  /// One that is not in order is left out: a night that does not use it goes on, and
  /// `duly mapping check` says what is wrong with it.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word of a format, or the folder of the mappings
  ///   cannot be read.
  init(_ library: RuleLibrary) throws(Fault) {
    let words = library.vocabulary
    let folder = try library.folders.find("Mappings")
    var mappings: [Mapping] = []
    for file in try Folder.names(folder) where Path.has(file, ending: "yaml") {
      guard let text = try? library.content.text(Path.join(folder, file)),
        let mapping = try? Mapping(text: text, file: file, vocabulary: words)
      else { continue }
      mappings.append(mapping)
    }
    exports = try ExportFormat.deliverables(words, mappings: mappings)
  }

  /// What would answer the rules that make no checks with some feeds.
  ///
  /// - Returns: by the index of a rule among the compiled rules, a clause such as `a children in need
  ///   census or the interchange format would`.
  func answers(_ compiled: CompiledRules, beside feeds: [Feed]) -> [Int: String] {
    let unanswered = AnsweringFormats.unanswered(compiled, feeds)
    var answering: [Int: [DeliverableExport]] = [:]
    for export in exports {
      for rule in unanswered.subtracting(
        AnsweringFormats.unanswered(compiled, feeds + [export.feed]))
      {
        answering[rule, default: []].append(export)
      }
    }
    return answering.mapValues { exports in
      "\(DeliverableExport.either(DeliverableExport.phrases(exports))) would"
    }
  }

  private static func unanswered(_ compiled: CompiledRules, _ feeds: [Feed]) -> Set<Int> {
    let evaluabilities = Judge(compiled: compiled, feeds: feeds).evaluabilities
    return Set(evaluabilities.indices.filter { !evaluabilities[$0].makesChecks })
  }
}
