import CaseModel
public import Faults
public import Intake

/// Drafts a mapping from exports.
public struct MappingSuggestion {
  /// The lines of the draft.
  public let lines: [String]

  /// Reads the headers of exports.
  ///
  /// - Parameters:
  ///   - exports: the paths of the files.
  ///   - folders: where the data lie.
  ///   - confinement: how the exports are kept away from this process; nil to read them in it.
  /// - Throws: ``Fault`` where an export is missing, refused or without a header, or where nothing
  ///   in it is recognised.
  public init(
    exports: [String], folders: DataFolders, confinement: Confinement?
  ) throws(Fault) {
    let library = try RuleLibrary(folders)
    lines = try FeedReader(
      vocabulary: library.vocabulary, codes: library.codes, confinement: confinement
    ).draft(of: exports)
  }
}
