public import CaseModel
public import Faults
import Files

/// The formats of exports, in the order in which sentences name them.
///
/// This is the registry: whatever differs between formats is asked of the format's definition, which
/// stands in the format's own folder. A new format is a case here and a folder with its definition.
public enum ExportFormat: Sendable, Equatable, CaseIterable {
  /// A children in need census.
  case census
  /// Lists in CSV or in a workbook, of any columns, through a mapping.
  case mapped
  /// Duly's own interchange format, as CSV or XML.
  case interchange

  /// What intake knows of the format.
  var definition: any ExportFormatDefinition.Type {
    switch self {
    case .census: CensusFormat.self
    case .mapped: MappedFormat.self
    case .interchange: InterchangeFormat.self
    }
  }

  /// The format of a file that no format recognises, whose reader says what is wrong with it.
  private static func fallback(_ kind: OpenedExport.Kind) -> ExportFormat {
    switch kind {
    case .xml: .census
    case .csv, .workbook: .mapped
    }
  }

  /// The name of a feed of this format where nobody gave it one: `census`.
  public var feedName: String { definition.feedName }

  /// Whether each file is a feed of its own; otherwise all files of the format are one feed.
  public var isFilePerFeed: Bool { definition.isFilePerFeed }

  /// Tells the format of an export by its first bytes, and of XML by the root.
  ///
  /// - Parameters:
  ///   - path: the path of the export.
  ///   - hasMapping: whether there is a mapping for lists.
  /// - Returns: the format.
  /// - Throws: ``Fault`` with 66 where the file is missing, 65 where no format reads it.
  public static func look(at path: String, hasMapping: Bool) throws(Fault) -> ExportFormat {
    let beginning = ExportBeginning(of: try OpenedExport(path: path))
    if let format = allCases.first(where: { $0.definition.recognises(beginning) }) { return format }
    let format = fallback(beginning.kind)
    if let refusal = format.definition.refusal(of: beginning, hasMapping: hasMapping) {
      throw refusal
    }
    return format
  }

  /// Whether a file is what a spreadsheet puts beside a workbook that somebody has open: `~$plans.xlsx`.
  public static func isLockFile(_ path: String) -> Bool {
    Path.base(path).utf8.starts(with: "~$".utf8)
  }

  /// How many days old the export of a feed may be by its format; nil where a site's number or a
  /// mapping's own holds.
  public static func oldestData(ofFeed feed: Feed) -> Int? {
    ExportFormat(of: feed)?.definition.oldestData
  }

  /// The format of a feed, by its label; nil for a feed of another origin.
  init?(of feed: Feed) {
    guard let format = Self.allCases.first(where: { $0.definition.isLabel(feed.format) }) else {
      return nil
    }
    self = format
  }

  /// The exports that Duly reads, each with what it carries when all of it is delivered.
  ///
  /// - Parameters:
  ///   - vocabulary: the words of the case model.
  ///   - mappings: the mappings that are known.
  /// - Returns: the exports, by format.
  /// - Throws: ``Fault`` where the vocabulary lacks a word that a format needs.
  public static func deliverables(
    _ vocabulary: Vocabulary, mappings: [Mapping]
  ) throws(Fault) -> [DeliverableExport] {
    var deliverables: [DeliverableExport] = []
    for format in allCases {
      deliverables += try format.definition.deliverables(vocabulary, mappings: mappings)
    }
    return deliverables
  }

  /// The roots of the XML formats, each with its format: `"Message" of a children in need census`.
  static var xmlRoots: String {
    allCases.compactMap { format in
      format.definition.xmlRoot.map { "\"\($0)\" of \(format.definition.phrase)" }
    }.joined(separator: " or ")
  }
}
