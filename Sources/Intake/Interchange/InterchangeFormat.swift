import CaseModel
import Faults

/// The definition of the interchange format, whose files are CSV or XML.
enum InterchangeFormat: ExportFormatDefinition {
  static let phrase = "the interchange format"
  static let documentation = "Documentation/interchange.md"
  static let feedName = "interchange"
  static let isFilePerFeed = false
  static var xmlRoot: String? { InterchangeXMLName.root.spelling }
  static let unreadableDateStep = "correct the date in the case system and export again"
  static let memory = ReadingMemory.everyRow
  static let tellsLists = false
  static let oldestData: Int? = nil

  private static let label = "interchange"

  static func label(_ mapping: Mapping?) -> String { label }

  static func isLabel(_ label: String) -> Bool { label.utf8.elementsEqual(Self.label.utf8) }

  static func recognises(_ beginning: ExportBeginning) -> Bool {
    switch beginning.kind {
    case .xml: InterchangeReader.isInterchange(xmlBeginning: beginning.bytes)
    case .csv: beginning.bytes.withUnsafeBytes { InterchangeReader.isInterchange(beginning: $0) }
    case .workbook: false
    }
  }

  static func refusal(of beginning: ExportBeginning, hasMapping: Bool) -> Fault? { nil }

  static func read(
    _ input: FeedInput, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)?, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading {
    var reader = InterchangeReader(vocabulary: input.vocabulary, codes: input.codes)
    var reading = FeedReader.Reading(Feed(name: input.name, format: label))
    try sink.begin(reading.feed)
    for file in input.files {
      let onBytes = onBytes.map { hash in { hash(file.index, $0) } }
      let one =
        try OpenedExport.kind(file.descriptor, file.name) == .xml
        ? try reader.read(
          xml: file, feed: &reading.feed, asOf: input.asOf, into: sink, onBytes: onBytes)
        : try reader.read(
          file, feed: &reading.feed, asOf: input.asOf, into: sink, onBytes: onBytes)
      reading.add(one, of: file)
    }
    if let feed = input.files.first?.feed {
      reading.notes += try reader.finish(feedIndex: feed, into: sink)
    }
    reading.issues += reader.settleMidnights(in: &reading.feed)
    return try reading.ended(sink)
  }

  /// The format itself: it carries every word of the vocabulary, with times and participants.
  static func deliverables(
    _ vocabulary: Vocabulary, mappings: [Mapping]
  ) throws(Fault) -> [DeliverableExport] {
    var feed = Feed(name: feedName, format: label)
    let types = vocabulary.events.indices.map { EventType(index: UInt8($0)) }
    for type in types {
      feed.events[type] = EventCoverage(precision: .minute, depth: .all, participants: .complete)
    }
    feed.outcomes = Set(types)
    feed.processes = Set(vocabulary.processes.indices.map { ProcessKind(index: UInt8($0)) })
    feed.closeReasons = feed.processes
    feed.attributes = Set(vocabulary.attributes.indices.map { Attribute(index: UInt8($0)) })
    return [DeliverableExport(format: .interchange, naming: .phrase(phrase), feed: feed)]
  }
}
