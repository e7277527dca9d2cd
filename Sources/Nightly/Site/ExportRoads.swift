import CaseModel
import Faults
import Files
import Intake
import RuleBook

/// The exports that Duly reads, each as it is when all of it is delivered: which of them would
/// answer a rule that the feeds at hand cannot.
struct ExportRoads {
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
  private struct Road {
    let kind: Kind
    /// What it is called in a sentence; the name of the mapping for an example.
    let name: String
    let feed: Feed
  }

  /// The year from which a census holds pre-proceedings.
  private static let wideCensus = 2027

  private let roads: [Road]

  /// Reads the shipped mappings.
  ///
  /// One that is not in order is no road: a night that does not use it goes on, and
  /// `duly mapping check` says what is wrong with it.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word of the census, or the folder of the
  ///   mappings cannot be read.
  init(_ library: RuleLibrary, _ folders: DataFolders) throws(Fault) {
    let words = library.vocabulary
    let year = ExportRoads.wideCensus
    var roads = [
      Road(
        kind: .census, name: "a children in need census",
        feed: try Feed.fullest(census: year - 1, words)),
      Road(
        kind: .laterCensus, name: "a children in need census from \(year) on",
        feed: try Feed.fullest(census: year, words)),
    ]
    let folder = try folders.find("Mappings")
    for file in try Folder.names(folder) where Path.has(file, ending: "yaml") {
      guard let text = try? SmallFile.text(Path.join(folder, file)),
        let mapping = try? Mapping(text: text, file: file, vocabulary: words)
      else { continue }
      let feed = Feed.fullest(mapping, words)
      let isExample = mapping.name.utf8.reversed().starts(with: "-example".utf8.reversed())
      roads.append(
        isExample
          ? Road(kind: .example, name: mapping.name, feed: feed)
          : Road(kind: .national, name: ExportRoads.name(of: mapping), feed: feed))
    }
    roads.append(
      Road(
        kind: .interchange, name: "the interchange format",
        feed: Feed.fullest(interchange: words)))
    self.roads = roads
  }

  /// What would answer the rules that make no checks with some feeds.
  ///
  /// - Returns: by the place of a rule in the plan, a clause such as `a children in need census or
  ///   the interchange format would`.
  func answers(_ plan: Plan, beside feeds: [Feed]) -> [Int: String] {
    let unanswered = ExportRoads.unanswered(plan, feeds)
    var answering: [Int: [Road]] = [:]
    for road in roads {
      for rule in unanswered.subtracting(ExportRoads.unanswered(plan, feeds + [road.feed])) {
        answering[rule, default: []].append(road)
      }
    }
    return answering.mapValues { roads in "\(ExportRoads.words(roads)) would" }
  }

  private static func unanswered(_ plan: Plan, _ feeds: [Feed]) -> Set<Int> {
    let reaches = Judge(plan: plan, feeds: feeds).reaches
    return Set(reaches.indices.filter { !reaches[$0].makesChecks })
  }

  private static func words(_ roads: [Road]) -> String {
    let isInEveryCensus = roads.contains { $0.kind == .census }
    var names: [String] = []
    for road in roads where road.kind != .example {
      if road.kind == .interchange, let local = local(roads) { names.append(local) }
      if road.kind != .laterCensus || !isInEveryCensus { names.append(road.name) }
    }
    return or(names)
  }

  /// The examples as one road.
  private static func local(_ roads: [Road]) -> String? {
    let examples = roads.filter { $0.kind == .example }.map(\.name)
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
