import CaseModel
public import Clocks
public import Faults
import Files
public import Intake
import YAMLReading

/// What one site wants done every night, read strictly from its configuration.
public struct NightConfiguration: Sendable {
  /// One delivered set of export files.
  public struct Feed: Sendable {
    /// The name that reports use.
    public var name: String
    /// The files, as written.
    public var files: [String]
    /// Where each of them is written.
    var filePlaces: [Place]
    /// The mapping, by its name or by its path from the current folder; nil for none.
    public var mapping: String?
    /// The as-of; nil for the export's own.
    public var asOf: Moment?
    /// Whether of the files found only the set of the newest day is read.
    public var isNewestOnly: Bool
    /// How old its export may be; nil for what the configuration or its format says.
    public var oldestData: OldestData?
  }

  /// How old an export may be on the night of a run.
  public enum OldestData: Sendable, Equatable {
    /// Of any age.
    case any
    /// So many days.
    case days(Int)
  }

  /// How the board's pseudonyms are made.
  public enum PseudonymKey: Sendable, Equatable {
    /// With the published key.
    case demonstration
    /// With the key in a file.
    case file(path: String, id: String)
  }

  /// The configuration's own path.
  public let path: String
  /// The authority's code; nil for what the exports say.
  public let authority: String?
  /// The feeds.
  public let feeds: [Feed]
  /// The packs.
  public let packs: [String]
  /// How old the export of a feed may be that says nothing else.
  public let oldestData: OldestData
  /// How pseudonyms are made.
  public let pseudonyms: PseudonymKey
  /// The folder of the reports.
  public let reports: String
  /// The file of the history.
  public let history: String
  /// The site's own folder of templates; nil for the data folders'.
  public let templates: String?
  /// The site's own folder of calendars; nil for the data folders' alone.
  public let calendars: String?
  /// The site's own file of words; nil for the shipped ones alone.
  public let vocabulary: String?
  /// The confinement below which no export is read.
  public let confinement: ConfinementLevel

  /// Reads a configuration.
  ///
  /// - Throws: ``Fault`` with line and column of the first thing that is wrong; 66 where there is
  ///   no such file.
  public init(path: String) throws(Fault) {
    self.path = path
    let folder = Path.folder(path)
    let name = Path.base(path)
    let map = try YAMLReader.read(try SmallFile.text(path), file: name)
      .map(of: "a configuration")
    try map.allow(only: ConfigurationKey.words(of: ""))
    authority = try map.text("authority")
    var feeds: [Feed] = []
    for node in try map.required("feeds").list(of: "feeds") {
      feeds.append(try NightConfiguration.feed(node, folder))
    }
    guard !feeds.isEmpty else {
      throw Fault(
        .configuration, at: Place(file: name), "a night has at least one feed",
        next: "add one under feeds")
    }
    self.feeds = feeds
    var packs: [String] = []
    for node in try map.required("packs").oneOrMore { packs.append(try node.text(as: "a pack")) }
    self.packs = packs.map { $0.utf8.contains(UInt8(ascii: "/")) ? Path.join(folder, $0) : $0 }
    oldestData = try NightConfiguration.oldestData(map["oldest data"]) ?? .days(3)
    pseudonyms = try NightConfiguration.pseudonyms(try map.required("pseudonyms"), folder)
    reports = Path.join(folder, try map.requiredText("reports"))
    history =
      try map.text("history").map { Path.join(folder, $0) }
      ?? Path.join(reports, "history.sqlite")
    templates = try map.text("templates").map { Path.join(folder, $0) }
    calendars = try map.text("calendars").map { Path.join(folder, $0) }
    vocabulary = try map.text("vocabulary").map { Path.join(folder, $0) }
    confinement = try NightConfiguration.confinement(map["confinement"])
  }

  private static func feed(_ node: YAMLNode, _ folder: String) throws(Fault) -> Feed {
    let map = try node.map(of: "a feed")
    try map.allow(only: ConfigurationKey.words(of: "feeds"))
    var files: [String] = []
    var places: [Place] = []
    for file in try map.required("files").oneOrMore {
      files.append(try file.text(as: "a file"))
      places.append(file.place)
    }
    var asOf: Moment?
    if let node = map["as of"] {
      guard let moment = MomentText.read(try node.text(as: "as of")) else {
        throw node.fault(
          "an as-of is a day or a minute", next: "write it as 2026-03-31 or 2026-03-31T18:00")
      }
      asOf = moment
    }
    let mapping = try map.text("mapping").map {
      Path.has($0, ending: "yaml") ? Path.join(folder, $0) : $0
    }
    var isNewestOnly = false
    if let node = map["newest"] {
      switch try node.text(as: "newest") {
      case "yes": isNewestOnly = true
      case "no": isNewestOnly = false
      default: throw node.fault("newest is yes or no", next: "write one of the two")
      }
    }
    return Feed(
      name: try map.requiredText("name"), files: files, filePlaces: places, mapping: mapping,
      asOf: asOf, isNewestOnly: isNewestOnly,
      oldestData: try NightConfiguration.oldestData(map["oldest data"]))
  }

  private static func confinement(_ node: YAMLNode?) throws(Fault) -> ConfinementLevel {
    guard let node else { return .full }
    guard let level = ConfinementLevel(word: try node.text(as: "confinement")) else {
      throw node.fault(
        "confinement is full, partial or none", next: "write \"full\", or leave the key out")
    }
    return level
  }

  private static func oldestData(_ node: YAMLNode?) throws(Fault) -> OldestData? {
    guard let node else { return nil }
    let text = try node.text(as: "oldest data")
    if text == "any" { return .any }
    guard let limit = try? Limit(text), limit.unit == .days, limit != .sameDay else {
      throw node.fault("the oldest data is a number of days, or any", next: "write \"3 days\"")
    }
    return .days(limit.count)
  }

  private static func pseudonyms(
    _ node: YAMLNode, _ folder: String
  ) throws(Fault) -> PseudonymKey {
    guard node.isMap else {
      guard try node.text(as: "pseudonyms") == "demonstration" else {
        throw node.fault(
          "pseudonyms are \"demonstration\" or a map with a key file",
          next: "write \"key file: PATH\" and \"key id: NAME\" below it")
      }
      return .demonstration
    }
    let map = try node.map(of: "pseudonyms")
    try map.allow(only: ConfigurationKey.words(of: "pseudonyms"))
    return .file(
      path: Path.join(folder, try map.requiredText("key file")),
      id: try map.requiredText("key id"))
  }

  /// The authority's code: what the configuration says, else the first feed that says one; empty
  /// where none does.
  func authority(of feeds: [CaseModel.Feed]) -> String {
    authority ?? feeds.first { !$0.authority.isEmpty }?.authority ?? ""
  }

  /// The paths of a feed's files, each pattern resolved against the folder it names, and what is to
  /// be said of the choice of the newest.
  ///
  /// What a spreadsheet puts beside a workbook that somebody has open, `~$…`, is no file of a feed.
  ///
  /// - Throws: ``Fault`` with 66 where an entry finds no file, with 65 where the newest cannot be
  ///   told.
  func paths(of feed: Feed) throws(Fault) -> (paths: [String], chosen: String?) {
    var found: [(paths: [String], place: Place)] = []
    for (file, place) in zip(feed.files, feed.filePlaces) {
      let path = Path.join(Path.folder(self.path), file)
      guard file.utf8.contains(UInt8(ascii: "*")) else {
        found.append(([path], place))
        continue
      }
      let folder = Path.folder(path)
      let names = Folder.exists(folder) ? try Folder.names(folder) : []
      let pattern = Array(Path.base(path).utf8)
      let fitting = names.filter {
        Wildcard.matches(pattern, Array($0.utf8)) && !ExportFormat.isLockFile($0)
      }
      guard !fitting.isEmpty else {
        throw Fault(
          .inputMissing, at: place, "no file of the feed \"\(feed.name)\" is there",
          next: "look whether the export has arrived, and at the pattern")
      }
      found.append((fitting.map { Path.join(folder, $0) }, place))
    }
    guard feed.isNewestOnly else { return (found.flatMap(\.paths), nil) }
    let newest = try NewestSet(of: found, feed: feed.name)
    return (newest.paths, newest.words)
  }
}
