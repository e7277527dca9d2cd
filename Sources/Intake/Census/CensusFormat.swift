public import CaseModel
public import Faults

/// The definition of the children in need census.
enum CensusFormat: ExportFormatDefinition {
  static let phrase = "a children in need census"
  static let documentation = "Documentation/census.md"
  static let feedName = "census"
  static let isFilePerFeed = true
  static var xmlRoot: String? { CensusName.message.spelling }
  static let unreadableDateStep = "correct the date in the case system and export again"
  static let memory = ReadingMemory.oneChild
  static let tellsLists = false
  /// A census is made once a year, and stands until the next one is.
  static let oldestData: Int? = 400

  private static let label = "cin census"

  static func label(_ mapping: Mapping?) -> String { label }

  static func isLabel(_ label: String) -> Bool { label.utf8.elementsEqual(Self.label.utf8) }

  static func recognises(_ beginning: ExportBeginning) -> Bool {
    beginning.kind == .xml
      && XMLRoot.name(in: beginning.bytes).elementsEqual(CensusName.message.spelling.utf8)
  }

  /// None: the reader of a census names a root that is another.
  static func refusal(of beginning: ExportBeginning, hasMapping: Bool) -> Fault? { nil }

  static func read(
    _ input: FeedInput, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)?, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    guard let file = input.files.first, input.files.count == 1 else {
      throw Fault(
        .configuration,
        "a census feed is one file, and \"\(input.name)\" has \(input.files.count)",
        next: "make a feed of its own for each census file")
    }
    let reading = try CensusReader(vocabulary: input.vocabulary, codes: input.codes).read(
      file, name: input.name, asOf: input.asOf, into: sink,
      onBytes: onBytes.map { hash in { hash(file.index, $0) } })
    return FeedReader.Reading(
      feed: reading.feed, counts: reading.counts, files: [file.index], issues: reading.issues,
      notes: reading.notes)
  }

  /// A census before pre-proceedings came into it, and one from that year on.
  static func deliverables(
    _ vocabulary: Vocabulary, mappings: [Mapping]
  ) throws(Fault) -> [DeliverableExport] {
    let year = CensusWords.firstYearOfPreProceedings
    return [
      DeliverableExport(
        format: .census, naming: .phrase(phrase),
        feed: try Feed.capabilities(census: year - 1, vocabulary)),
      DeliverableExport(
        format: .census, naming: .wider("\(phrase) from \(year) on"),
        feed: try Feed.capabilities(census: year, vocabulary)),
    ]
  }
}

extension Feed {
  /// What a children in need census of a year carries.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word that the census needs.
  public static func capabilities(census year: Int, _ vocabulary: Vocabulary) throws(Fault) -> Feed
  {
    var feed = Feed(name: CensusFormat.feedName, format: CensusFormat.label(nil))
    try CensusWords(vocabulary).describe(&feed, year: year)
    return feed
  }
}
