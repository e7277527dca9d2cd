public import Faults
import Intake

/// Drafts a mapping from exports.
public struct MappingSuggestion {
  /// The lines of the draft.
  public let lines: [String]

  /// Reads the headers of exports.
  ///
  /// - Parameters:
  ///   - exports: the paths of the files.
  ///   - folders: where the data lie.
  /// - Throws: ``Fault`` where an export is missing, refused or without a header, or where nothing
  ///   in it is recognised.
  public init(exports: [String], folders: DataFolders) throws(Fault) {
    let library = try RuleLibrary(folders)
    var samples: [ExportSample] = []
    for path in exports { samples.append(try ExportSample(OpenedExport(path: path))) }
    lines = try MappingDraft(samples, vocabulary: library.vocabulary).lines
  }
}
