import CaseModel
import Faults
import Files
import Intake
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

  /// The versions of packs, calendars, words, mappings and templates, which are read here.
  ///
  /// - Throws: ``Fault`` where a file cannot be read.
  init(
    _ configuration: NightConfiguration, _ library: RuleLibrary, _ compiled: CompiledRules
  ) throws(Fault) {
    let content = library.content
    for (pack, named) in zip(compiled.packs, configuration.packs) {
      packs.append(
        NightResult.Version(
          name: pack.name, detail: "\(pack.title); last checked \(pack.lastChecked)",
          sha256: try content.hash(folder: try library.path(ofPack: named))))
    }
    calendars = library.shelf.named(compiled.calendarNames).map { name in
      NightResult.Version(
        name: name, detail: library.shelf.details[name] ?? "",
        sha256: library.shelf.hashes[name] ?? "")
    }
    others.append(
      NightResult.Version(
        name: "vocabulary", detail: "the words of rules and mappings",
        sha256: try content.hash(Path.join(library.folder, RuleLibrary.words))))
    if let own = configuration.vocabulary {
      others.append(
        NightResult.Version(
          name: "vocabulary \(Path.stem(own))", detail: "the site's own words",
          sha256: try content.hash(own)))
    }
    for feed in configuration.feeds {
      guard let name = feed.mapping else { continue }
      others.append(
        NightResult.Version(
          name: "mapping \(Path.stem(name))", detail: "how the columns of \(feed.name) are read",
          sha256: try content.hash(try library.path(ofMapping: name))))
    }
    var folder = configuration.templates
    if folder == nil { folder = try library.folders.find("Templates") }
    try readTemplates(folder ?? "", below: "", content)
    var hash = ContentHash()
    for (path, bytes) in templates.sorted(by: { $0.key < $1.key }) {
      hash.update("\(path)\n\(bytes.count)\n")
      hash.update(bytes)
    }
    others.append(
      NightResult.Version(
        name: "templates", detail: "the pages and tables", sha256: hash.finish()))
  }

  private mutating func readTemplates(
    _ folder: String, below: String, _ content: ContentFiles
  ) throws(Fault) {
    for name in try Folder.names(folder) {
      let path = Path.join(folder, name)
      if Folder.exists(path) {
        try readTemplates(path, below: "\(below)\(name)/", content)
      } else {
        templates["\(below)\(name)"] = try content.bytes(path)
      }
    }
  }

  /// One hash of some versions.
  static func hash(_ versions: [NightResult.Version]) -> String {
    var hash = ContentHash()
    for version in versions { hash.update("\(version.name) \(version.sha256)\n") }
    return hash.finish()
  }

  /// One hash of all that the reports of a night are made from, but for the history before it:
  /// exports, packs, calendars, mappings, templates, key and version.
  ///
  /// - Parameters:
  ///   - configuration: the configuration of the night.
  ///   - readings: what reading each of its feeds came to.
  ///   - files: the files of the feeds, with their hashes.
  ///   - keyID: the name of the key that pseudonyms are made with.
  /// - Returns: the hash in hexadecimal.
  func hash(
    _ configuration: NightConfiguration, _ readings: [FeedReader.Reading], _ files: FileTable,
    keyID: String
  ) -> String {
    var hash = ContentHash()
    hash.update("duly \(DulyVersion.number)\nkey \(keyID)\n")
    for (feed, reading) in zip(configuration.feeds, readings) {
      hash.update("feed \(feed.name) \(reading.feed.asOf)\n")
      for file in reading.files {
        let entry = files.entries[Int(file)]
        hash.update("file \(entry.name) \(entry.sha256)\n")
      }
    }
    hash.update("packs \(ContentVersions.hash(packs))\n")
    hash.update("calendars \(ContentVersions.hash(calendars))\n")
    hash.update("others \(ContentVersions.hash(others))\n")
    return hash.finish()
  }
}
