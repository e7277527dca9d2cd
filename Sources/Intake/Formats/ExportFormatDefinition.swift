public import CaseModel
import Clocks
import Faults
import Glibc

/// What intake knows of one format.
///
/// Each format defines all of it in one file of its folder.
protocol ExportFormatDefinition {
  /// The format in a sentence: `the interchange format`.
  static var phrase: String { get }
  /// The page that describes it, by its path in the repository.
  static var documentation: String { get }
  /// The name of a feed where nobody gave it one.
  static var feedName: String { get }
  /// Whether each file is a feed of its own.
  static var isFilePerFeed: Bool { get }
  /// The root of its XML; nil for a format that is not XML.
  static var xmlRoot: String? { get }
  /// What a person does about the date of an event that cannot be read, as one clause.
  static var unreadableDateStep: String { get }
  /// How many days old such an export may be on the night of a run, whatever a site says of its
  /// others; nil where the site's number or a mapping's own holds.
  static var oldestData: Int? { get }
  /// How much of a file a worker holds in memory.
  static var memory: ReadingMemory { get }
  /// Whether a worker tells of each list that it read.
  static var tellsLists: Bool { get }

  /// The label of a feed, ``Feed/format``.
  static func label(_ mapping: Mapping?) -> String

  /// Whether a label is one that ``label(_:)`` makes.
  static func isLabel(_ label: String) -> Bool

  /// Whether the beginning of a file is certainly of this format.
  static func recognises(_ beginning: ExportBeginning) -> Bool

  /// The fault of a file that no format recognises and that this format cannot read; nil where its
  /// reader reads the file or says what is wrong with it.
  static func refusal(of beginning: ExportBeginning, hasMapping: Bool) -> Fault?

  /// Reads the open files of a feed to their ends.
  ///
  /// - Parameters:
  ///   - input: the files.
  ///   - sink: takes the records.
  ///   - sheets: takes the name of each sheet that is read, and returns its index among the files.
  ///   - onList: called for each list of a mapping once its file was read.
  ///   - onBytes: called with a file's index and each block of it.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is refused.
  static func read(
    _ input: FeedInput, into sink: any RecordSink, sheets: (String) -> Int32,
    onList: ((ListReading) -> Void)?, onBytes: ((Int32, RawSpan) -> Void)?
  ) throws(Fault) -> FeedReader.Reading

  /// The exports of this format, each with what it carries when all of it is delivered.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word that the format needs.
  static func deliverables(
    _ vocabulary: Vocabulary, mappings: [Mapping]
  ) throws(Fault) -> [DeliverableExport]
}

/// How much of a file a worker holds in memory, which sets the limit of its address space.
enum ReadingMemory {
  /// One child at a time: the same for a file of any size.
  case oneChild
  /// Something of each row, until the end of the feed.
  case everyRow
}

/// The beginning of an export, by which a format recognises its files.
struct ExportBeginning {
  /// The file's base name.
  let name: String
  /// The kind of file.
  let kind: OpenedExport.Kind
  /// The first bytes: 16 KiB, or all of a smaller file.
  let bytes: [UInt8]

  init(of export: borrowing OpenedExport) {
    var head = [UInt8](repeating: 0, count: 16 << 10)
    let count = head.withUnsafeMutableBytes {
      pread(export.descriptor, $0.baseAddress, $0.count, 0)
    }
    head.removeLast(head.count - max(0, count))
    name = export.name
    kind = export.kind
    bytes = head
  }
}

/// The open files of one feed, and what their reading needs.
struct FeedInput {
  let vocabulary: Vocabulary
  let codes: CodeBook
  /// The files, open at their starts; all of one format.
  let files: [ExportFile]
  /// The feed's name.
  let name: String
  /// The mapping of lists; nil for none.
  let mapping: Mapping?
  /// The as-of that was asked for; nil for the files' own.
  let asOf: Moment?
}

/// An export with what it carries when all of it is delivered.
public struct DeliverableExport: Sendable {
  /// How a sentence names an export.
  public enum Naming: Sendable {
    /// By this phrase.
    case phrase(String)
    /// By this phrase where no other export of the format is named: it carries all that those carry.
    case wider(String)
    /// Within the phrase of its format, as one of its examples.
    case example(String)
  }

  /// The format.
  public let format: ExportFormat
  /// How a sentence names it.
  public let naming: Naming
  /// What it carries.
  public let feed: Feed

  /// The exports in a sentence, each by a phrase of its own: `a children in need census`.
  ///
  /// The examples of a format are one phrase, behind the other exports of the format.
  public static func phrases(_ exports: [DeliverableExport]) -> [String] {
    ExportFormat.allCases.flatMap { format in
      var named: [String] = []
      var wider: [String] = []
      var examples: [String] = []
      for export in exports where export.format == format {
        switch export.naming {
        case .phrase(let phrase): named.append(phrase)
        case .wider(let phrase): wider.append(phrase)
        case .example(let name): examples.append(name)
        }
      }
      if named.isEmpty { named = wider }
      guard !examples.isEmpty else { return named }
      return named + ["\(format.definition.phrase) (with a mapping such as \(either(examples)))"]
    }
  }

  /// Words with commas and `or`: `a`, `a or b`, `a, b or c`.
  public static func either(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
