import Clocks
import Faults
import Files
import Publishing
import Reporting
import RuleBook

/// The versions of all that a night is made from, each by the hash of its bytes.
struct ContentVersions {
  var packs: [NightResult.Version] = []
  var calendars: [NightResult.Version] = []
  var others: [NightResult.Version] = []
  /// The templates, by path below their folder.
  private(set) var templates: [String: [UInt8]] = [:]

  /// Reads and hashes the files behind a plan, the templates and the mappings.
  init(
    _ configuration: NightConfiguration, _ folders: DataFolders, _ library: RuleLibrary,
    _ compiled: CompiledRules
  ) throws(Fault) {
    for (pack, named) in zip(compiled.packs, configuration.packs) {
      let folder = named.utf8.contains(UInt8(ascii: "/")) ? named : Path.join(library.folder, named)
      packs.append(
        NightResult.Version(
          name: pack.name, detail: "\(pack.title); last checked \(pack.lastChecked)",
          sha256: try ContentVersions.hash(folder: folder)))
    }
    calendars = library.shelf.named(compiled.calendarNames).map { name in
      NightResult.Version(
        name: name, detail: library.shelf.details[name] ?? "",
        sha256: library.shelf.hashes[name] ?? "")
    }
    others.append(
      NightResult.Version(
        name: "vocabulary", detail: "the words of rules and mappings",
        sha256: ContentHash.hexadecimal(
          of: try SmallFile.bytes(Path.join(library.folder, "vocabulary.yaml")))))
    for feed in configuration.feeds {
      guard let name = feed.mapping else { continue }
      let path = try RuleLibrary.path(ofMapping: name, folders)
      others.append(
        NightResult.Version(
          name: "mapping \(Path.stem(name))", detail: "how the columns of \(feed.name) are read",
          sha256: ContentHash.hexadecimal(of: try SmallFile.bytes(path))))
    }
    var folder = configuration.templates
    if folder == nil { folder = try folders.find("Templates") }
    try readTemplates(folder ?? "", below: "")
    var hash = ContentHash()
    for (path, bytes) in templates.sorted(by: { $0.key < $1.key }) {
      hash.update("\(path)\n\(bytes.count)\n")
      hash.update(bytes)
    }
    others.append(
      NightResult.Version(
        name: "templates", detail: "the pages and tables", sha256: hash.finish()))
  }

  private mutating func readTemplates(_ folder: String, below: String) throws(Fault) {
    for name in try Folder.names(folder) {
      let path = Path.join(folder, name)
      if Folder.exists(path) {
        try readTemplates(path, below: "\(below)\(name)/")
      } else {
        templates["\(below)\(name)"] = try SmallFile.bytes(path)
      }
    }
  }

  /// The hash of the names and bytes of all files of a folder.
  private static func hash(folder: String) throws(Fault) -> String {
    var hash = ContentHash()
    for name in try Folder.names(folder) {
      let bytes = try SmallFile.bytes(Path.join(folder, name))
      hash.update("\(name)\n\(bytes.count)\n")
      hash.update(bytes)
    }
    return hash.finish()
  }

  /// One hash of some versions.
  static func hash(_ versions: [NightResult.Version]) -> String {
    var hash = ContentHash()
    for version in versions { hash.update("\(version.name) \(version.sha256)\n") }
    return hash.finish()
  }
}
