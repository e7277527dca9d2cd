public import Clocks
public import Intake

/// What a stateless command was asked: exports, and how to read and judge them.
public struct JudgeRequest: Sendable {
  /// The paths of the exports.
  public var exports: [String]
  /// The mapping for CSV exports, by name or path; nil for none.
  public var mapping: String?
  /// The packs, by name or path; empty for `england`.
  public var packs: [String]
  /// The as-of to judge by; nil for the exports' own.
  public var asOf: Moment?
  /// Where packs, calendars and mappings are looked for.
  public var folders: DataFolders
  /// A site's own folder of calendars; nil for the shipped ones alone.
  public var calendars: String?
  /// How the exports are kept away from this process; nil to read them in it.
  public var confinement: Confinement?

  /// A request to judge some exports.
  public init(
    exports: [String], mapping: String? = nil, packs: [String] = [], asOf: Moment? = nil,
    folders: DataFolders, calendars: String? = nil, confinement: Confinement?
  ) {
    self.exports = exports
    self.mapping = mapping
    self.packs = packs.isEmpty ? [RuleLibrary.nationalPack] : packs
    self.asOf = asOf
    self.folders = folders
    self.calendars = calendars
    self.confinement = confinement
  }
}
