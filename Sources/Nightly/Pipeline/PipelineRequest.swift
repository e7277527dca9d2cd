public import Clocks
import Faults
public import Intake

/// What is to be judged: exports, the packs and calendars to judge them by, and how they are read.
///
/// It comes from a command line or from a site's configuration; what is behind it does not know
/// which.
public struct PipelineRequest: Sendable {
  /// Where the exports are named.
  enum Exports: Sendable {
    /// On a command line: paths of any formats, read through one mapping and as of one moment.
    case files([String], mapping: String?, asOf: Moment?)
    /// In a configuration: feeds with names, patterns and mappings of their own.
    case feeds(NightConfiguration)
  }

  /// The exports.
  let exports: Exports
  /// The packs, by name or path.
  public let packs: [String]
  /// Where packs, calendars and mappings are looked for.
  public let folders: DataFolders
  /// A site's own folder of calendars; nil for the shipped ones alone.
  public let calendars: String?
  /// How the exports are kept away from this process; nil to read them in it.
  public var confinement: Confinement?

  /// A request to judge the exports that a command line names.
  ///
  /// - Parameters:
  ///   - exports: the paths of the exports.
  ///   - mapping: the mapping for lists, by name or path; nil for none.
  ///   - packs: the packs, by name or path; empty for `england`.
  ///   - asOf: the as-of to judge by; nil for the exports' own.
  ///   - folders: where packs, calendars and mappings are looked for.
  ///   - calendars: a site's own folder of calendars; nil for the shipped ones alone.
  ///   - confinement: how the exports are kept away from this process; nil to read them in it.
  public init(
    exports: [String], mapping: String? = nil, packs: [String] = [], asOf: Moment? = nil,
    folders: DataFolders, calendars: String? = nil, confinement: Confinement?
  ) {
    self.exports = .files(exports, mapping: mapping, asOf: asOf)
    self.packs = packs.isEmpty ? [RuleLibrary.nationalPack] : packs
    self.folders = folders
    self.calendars = calendars
    self.confinement = confinement
  }

  /// A request to judge the exports of a site as its configuration says.
  ///
  /// - Parameters:
  ///   - configuration: the configuration.
  ///   - folders: where packs, calendars and mappings are looked for.
  public init(_ configuration: NightConfiguration, _ folders: DataFolders) {
    exports = .feeds(configuration)
    packs = configuration.packs
    var folders = folders
    folders.vocabulary = configuration.vocabulary
    self.folders = folders
    calendars = configuration.calendars
    confinement = Confinement(required: configuration.confinement)
  }

  /// A request to judge the exports of a site as its configuration says.
  ///
  /// - Parameters:
  ///   - configuration: the configuration.
  ///   - data: the data folder that was asked for; nil for the usual ones.
  public init(_ configuration: NightConfiguration, data: String? = nil) {
    self.init(configuration, DataFolders(data: data, configuration: configuration.path))
  }

  /// One feed, with the paths and formats of its files.
  struct Feed {
    /// The name that reports use.
    var name: String
    /// The paths of its files.
    var paths: [String] = []
    /// The format of each file.
    var formats: [ExportFormat] = []
    /// The mapping, by name or path; nil for none.
    var mapping: String?
    /// The as-of that was asked for; nil for the files' own.
    var asOf: Moment?
    /// Whether it stands in a configuration.
    var isConfigured = false
    /// What is to be said of the choice of its newest files; nil for nothing.
    var chosen: String?

    /// Adds a file, at which the caller has looked.
    mutating func add(_ path: String, _ format: ExportFormat) {
      paths.append(path)
      formats.append(format)
    }
  }

  /// Finds the files of every feed and looks at the beginning of each.
  ///
  /// - Throws: ``Fault`` with 66 where a file is missing, 65 where nothing can read one.
  func feeds() throws(Fault) -> [Feed] {
    switch exports {
    case .files(let paths, let mapping, let asOf):
      return try PipelineRequest.feeds(paths, mapping: mapping, asOf: asOf)
    case .feeds(let configuration):
      var feeds: [Feed] = []
      for written in configuration.feeds {
        var feed = Feed(name: written.name, mapping: written.mapping, asOf: written.asOf)
        feed.isConfigured = true
        let found = try configuration.paths(of: written)
        feed.chosen = found.chosen
        for path in found.paths {
          feed.add(path, try ExportFormat.look(at: path, hasMapping: written.mapping != nil))
        }
        feeds.append(feed)
      }
      return feeds
    }
  }

  /// The feeds of a command line: each census is a feed of its own; all interchange files are one,
  /// and so are all lists.
  private static func feeds(
    _ paths: [String], mapping: String?, asOf: Moment?
  ) throws(Fault) -> [Feed] {
    var censuses: [Feed] = []
    var interchange = Feed(name: "interchange", asOf: asOf)
    var lists = Feed(name: "local", mapping: mapping, asOf: asOf)
    for path in paths where !ExportFormat.isLockFile(path) {
      let format = try ExportFormat.look(at: path, hasMapping: mapping != nil)
      switch format {
      case .census:
        censuses.append(
          Feed(name: "census", paths: [path], formats: [format], asOf: asOf))
      case .interchange: interchange.add(path, format)
      case .mapped: lists.add(path, format)
      }
    }
    return censuses + [interchange, lists].filter { !$0.paths.isEmpty }
  }
}
