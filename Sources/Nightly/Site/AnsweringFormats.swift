import CaseModel
import Faults
import Files
import Intake
import RuleBook

/// The exports that Duly reads, each as it is when all of it is delivered: which of them would
/// answer a rule that the feeds at hand cannot.
struct AnsweringFormats {
  /// What kind of export it is.
  private enum Kind {
    case census
    /// A census with the groups that came later; it carries what the earlier ones do.
    case laterCensus
    case national
    /// An example of a local export, which a council writes a mapping of its own for.
    case example
    case interchange
  }

  /// One of them.
  private struct Format {
    let kind: Kind
    /// What it is called in a sentence; the name of the mapping for an example.
    let name: String
    let feed: Feed
  }

  /// The year from which a census holds pre-proceedings.
  private static let wideCensus = 2027

  private let formats: [Format]

  /// Reads the shipped mappings.
  ///
  /// One that is not in order is left out: a night that does not use it goes on, and
  /// `duly mapping check` says what is wrong with it.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word of the census, or the folder of the
  ///   mappings cannot be read.
  init(_ library: RuleLibrary) throws(Fault) {
    let words = library.vocabulary
    let year = AnsweringFormats.wideCensus
    var formats = [
      Format(
        kind: .census, name: "a children in need census",
        feed: try Feed.capabilities(census: year - 1, words)),
      Format(
        kind: .laterCensus, name: "a children in need census from \(year) on",
        feed: try Feed.capabilities(census: year, words)),
    ]
    let folder = try library.folders.find("Mappings")
    for file in try Folder.names(folder) where Path.has(file, ending: "yaml") {
      guard let text = try? library.content.text(Path.join(folder, file)),
        let mapping = try? Mapping(text: text, file: file, vocabulary: words)
      else { continue }
      let feed = Feed.capabilities(mapping, words)
      let isExample = mapping.name.utf8.reversed().starts(with: "-example".utf8.reversed())
      formats.append(
        isExample
          ? Format(kind: .example, name: mapping.name, feed: feed)
          : Format(kind: .national, name: AnsweringFormats.name(of: mapping), feed: feed))
    }
    formats.append(
      Format(
        kind: .interchange, name: "the interchange format",
        feed: Feed.capabilities(interchange: words)))
    self.formats = formats
  }

  /// What would answer the rules that make no checks with some feeds.
  ///
  /// - Returns: by the index of a rule, a clause such as `a children in need census or
  ///   the interchange format would`.
  func answers(_ compiled: CompiledRules, beside feeds: [Feed]) -> [Int: String] {
    let unanswered = AnsweringFormats.unanswered(compiled, feeds)
    var answering: [Int: [Format]] = [:]
    for format in formats {
      for rule in unanswered.subtracting(
        AnsweringFormats.unanswered(compiled, feeds + [format.feed]))
      {
        answering[rule, default: []].append(format)
      }
    }
    return answering.mapValues { formats in "\(AnsweringFormats.words(formats)) would" }
  }

  private static func unanswered(_ compiled: CompiledRules, _ feeds: [Feed]) -> Set<Int> {
    let evaluabilities = Judge(compiled: compiled, feeds: feeds).evaluabilities
    return Set(evaluabilities.indices.filter { !evaluabilities[$0].makesChecks })
  }

  private static func words(_ formats: [Format]) -> String {
    let isInEveryCensus = formats.contains { $0.kind == .census }
    var names: [String] = []
    for format in formats where format.kind != .example {
      if format.kind == .interchange, let local = local(formats) { names.append(local) }
      if format.kind != .laterCensus || !isInEveryCensus { names.append(format.name) }
    }
    return or(names)
  }

  /// The examples as one format.
  private static func local(_ formats: [Format]) -> String? {
    let examples = formats.filter { $0.kind == .example }.map(\.name)
    return examples.isEmpty ? nil : "a local export (with a mapping such as \(or(examples)))"
  }

  /// `a`, `a or b`, `a, b or c`.
  private static func or(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  /// What a mapping reads, from its title: the part in front of how it is delivered.
  private static func name(of mapping: Mapping) -> String {
    var bytes = Array(mapping.title.utf8.prefix { $0 != UInt8(ascii: ",") })
    if bytes.starts(with: "The ".utf8) { bytes[0] = UInt8(ascii: "t") }
    return "\(String(decoding: bytes, as: UTF8.self)) (mapping \(mapping.name))"
  }
}
