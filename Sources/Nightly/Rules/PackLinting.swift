import CaseModel
public import Clocks
public import Faults
import Output
import RuleBook

/// Looks for every fault in packs, and in a configuration that uses them.
public struct PackLinting {
  /// A line for each fault and each notice.
  public let lines: [String]
  /// The closing line: what was looked at, and how much was found.
  public let closing: String
  /// Whether there is no fault.
  public let isClean: Bool

  /// Looks at some packs; at those of a configuration, or at all, where none is named.
  ///
  /// - Parameters:
  ///   - folders: the data folders.
  ///   - packs: the packs, by name or path.
  ///   - path: a configuration whose feeds the rules are held against.
  ///   - calendars: a site's own folder of calendars, unless a configuration names one.
  ///   - today: the day on which it is looked; nil for today.
  /// - Throws: ``Fault`` where words, calendars or exports cannot be read, or a pack is not there.
  public init(
    _ folders: DataFolders, packs: [String], configuration path: String? = nil,
    calendars: String? = nil, today: CivilDay? = nil
  ) throws(Fault) {
    var configuration: NightConfiguration?
    if let path { configuration = try NightConfiguration(path: path) }
    let library = try RuleLibrary(folders, calendars: configuration?.calendars ?? calendars)
    let names = try library.packNames()
    let asked = packs.isEmpty ? configuration?.packs ?? names : packs
    var looked: [String] = []
    for pack in asked { looked.append(try library.path(ofPack: pack)) }
    var others: [String] = []
    for name in names {
      let folder = try library.path(ofPack: name)
      if !looked.contains(folder) { others.append(folder) }
    }
    let lint = try PackLint(
      folders: looked, others: others,
      shelf: PackLint.Shelf(
        vocabulary: library.vocabulary, calendars: library.calendars, acts: try library.acts(),
        codes: library.codes), today: today ?? WallClock.today,
      feeds: try configuration.map { (configuration) throws(Fault) in
        try Pipeline(PipelineRequest(configuration, folders)).feeds(library)
      })
    lines = lint.messages.map(\.description)
    closing = PackLinting.closing(lint)
    isClean = lint.faults == 0
  }

  private static func closing(_ lint: PackLint) -> String {
    let notices = lint.messages.count - lint.faults
    return
      "\(counted(lint.faults, "fault")) in \(counted(lint.rules, "rule")) of \(counted(lint.packs, "pack"))"
      + (notices > 0 ? ", \(counted(notices, "notice"))" : "")
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    count == 0 ? "no \(thing)" : English.counted(count, thing)
  }
}
