import CaseModel
import Faults

/// The definition of lists that are read through a mapping: CSV and workbooks of any columns.
enum MappedFormat: ExportFormatDefinition {
  static let phrase = "a local export"
  static let documentation = "Documentation/mapping.md"
  static let feedName = "local"
  static let isFilePerFeed = false
  static let xmlRoot: String? = nil
  static let unreadableDateStep =
    "correct it in the case system, or add its format to \"dates\" in the mapping"
  static let memory = ReadingMemory.everyRow
  static let tellsLists = true
  static let oldestData: Int? = nil

  private static let label = "mapping "

  static func label(_ mapping: Mapping?) -> String { "\(label)\(mapping?.name ?? "")" }

  static func isLabel(_ label: String) -> Bool { label.utf8.starts(with: Self.label.utf8) }

  /// False: only a mapping says what a list is, and nothing in the list does.
  static func recognises(_ beginning: ExportBeginning) -> Bool { false }

  static func refusal(of beginning: ExportBeginning, hasMapping: Bool) -> Fault? {
    guard !hasMapping else { return nil }
    switch beginning.kind {
    case .workbook:
      return Fault(
        .inputRefused, at: Place(file: beginning.name),
        "a workbook has a mapping that says which of its sheets and columns mean what",
        next: "give the mapping with --mapping FILE, or as mapping: under the feed, or save each "
          + "sheet as CSV UTF-8")
    case .csv, .xml:
      return Fault(
        .inputRefused, at: Place(file: beginning.name, line: 1),
        "a CSV has the header of the interchange format, or a mapping that says what its columns mean",
        next:
          "give the mapping with --mapping FILE, for instance --mapping lcs-example, or as mapping: under the feed"
      )
    }
  }

  static func read(
    _ input: FeedInput, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)?, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    guard let mapping = input.mapping else {
      throw Fault(
        .configuration, "the feed \"\(input.name)\" needs a mapping", next: "name one for it")
    }
    var reader = MappedExportReader(
      mapping: mapping, vocabulary: input.vocabulary, codes: input.codes)
    var reading = FeedReader.Reading(Feed(name: input.name, format: label(mapping)))
    try sink.begin(reading.feed)
    for file in input.files {
      let one = try reader.read(
        file, feed: &reading.feed, asOf: input.asOf, into: sink, sheets: sheets,
        onBytes: onBytes.map { hash in { hash(file.index, $0) } })
      reading.add(one, of: file)
      reading.lists += one.lists
      for list in one.lists { onList?(list) }
    }
    try reader.finish(into: sink)
    reading.issues += reader.settleMidnights(in: &reading.feed)
    return try reading.ended(sink)
  }

  /// Each mapping, with all its lists and columns.
  ///
  /// One whose name ends with `-example` is an example of a mapping that a site writes itself.
  static func deliverables(
    _ vocabulary: Vocabulary, mappings: [Mapping]
  ) throws(Fault) -> [DeliverableExport] {
    mappings.map { mapping in
      let isExample = mapping.name.utf8.reversed().starts(with: "-example".utf8.reversed())
      return DeliverableExport(
        format: .mapped, naming: isExample ? .example(mapping.name) : .phrase(phrase(of: mapping)),
        feed: Feed.capabilities(mapping, vocabulary))
    }
  }

  /// The export that a mapping reads, from its title: the part in front of how it is delivered.
  private static func phrase(of mapping: Mapping) -> String {
    var bytes = Array(mapping.title.utf8.prefix { $0 != UInt8(ascii: ",") })
    if bytes.starts(with: "The ".utf8) { bytes[0] = UInt8(ascii: "t") }
    return "\(String(decoding: bytes, as: UTF8.self)) (mapping \(mapping.name))"
  }
}

extension Feed {
  /// What the lists of a mapping carry when all of them are delivered with all their columns.
  static func capabilities(_ mapping: Mapping, _ vocabulary: Vocabulary) -> Feed {
    var feed = Feed(name: mapping.name, format: MappedFormat.label(mapping))
    var coverage = MappedCoverage(vocabulary: vocabulary)
    for list in mapping.lists {
      coverage.add(list, dayOnly: [], has: { _ in true }, to: &feed)
    }
    return feed
  }
}
