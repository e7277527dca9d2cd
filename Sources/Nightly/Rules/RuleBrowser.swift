import CaseModel
import Clocks
public import Faults
import Files
import Glibc
import Output
import Reporting
import RuleBook

/// Looks through the rules of packs for somebody at a terminal.
public struct RuleBrowser {
  private let library: RuleLibrary
  private let packs: [String]
  private let compiled: CompiledRules

  /// The rules of some packs; of all packs where none is named.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong in a pack.
  public init(_ folders: DataFolders, packs: [String]) throws(Fault) {
    library = try RuleLibrary(folders)
    self.packs = packs.isEmpty ? try library.packNames() : packs
    compiled = try library.compiled(self.packs)
  }

  /// One line a rule: id, title, basis.
  public var lines: [String] {
    compiled.packs.flatMap { pack in
      pack.rules.map { rule in
        let off = rule.switchedOff == nil ? "" : " [switched off]"
        return "\(rule.id)  \(rule.title) (\(rule.newest.basis.rawValue))\(off)"
      }
    }
  }

  /// One line a pack: its name, whose procedure it is, how many rules it has, and from which days
  /// they hold.
  public var packLines: [String] {
    let names = compiled.packs.map(\.name)
    let width = names.map(\.utf8.count).max() ?? 0
    return compiled.packs.map { pack in
      let gap = String(repeating: " ", count: width - pack.name.utf8.count)
      return "\(pack.name)\(gap)  \(pack.title) (\(RuleBrowser.extent(of: pack)))"
    }
  }

  /// `18 rules, 1 of them switched off, from 1 May 2012`: how many, and since when.
  private static func extent(of pack: Pack) -> String {
    // A checkpoint is a part of its rule.
    let rules = pack.rules.filter { $0.checkpoint == nil }
    var parts = [English.counted(rules.count, "rule")]
    let off = rules.count { $0.switchedOff != nil }
    if off > 0 { parts.append("\(off) of them switched off") }
    let days = rules.compactMap { $0.editions.first?.from }
    if let first = days.min(), let last = days.max() {
      parts.append(
        first == last
          ? "from \(first.shortWords)"
          : "the first from \(first.shortWords), the last from \(last.shortWords)")
    }
    return parts.joined(separator: ", ")
  }

  /// A rule in words.
  ///
  /// - Throws: ``Fault`` naming the nearest rule where there is none of an id.
  public func text(of id: String) throws(Fault) -> String {
    let known = compiled.packs.flatMap { pack in pack.rules.map { (pack, $0) } }
    guard let (pack, rule) = known.first(where: { $0.1.id == id }) else {
      throw Fault(
        .usage, "there is no rule \"\(id)\"",
        next: suggestion(for: id, in: known.map(\.1.id)))
    }
    var lines = [rule.title, rule.id, ""]
    if let reason = rule.switchedOff { lines += ["Switched off: \(reason.trimmingLineEnd)", ""] }
    lines.append(
      RuleSentences.text(rule, edition: rule.editions.count - 1, vocabulary: compiled.vocabulary))
    lines.append("")
    lines.append("Editions:")
    for edition in rule.editions {
      let until = edition.until.map { " until \($0.shortWords)" } ?? ""
      lines.append(
        "  from \(edition.from.shortWords)\(until): \(edition.citation) (\(edition.basis.rawValue))"
      )
    }
    if let beside = rule.beside {
      lines += ["", "Stands beside \(beside.rule), as \(beside.relation.rawValue)."]
    }
    if !rule.note.isEmpty { lines += ["", "Note: \(rule.note.trimmingLineEnd)"] }
    if !rule.ask.isEmpty { lines += ["", "A question to ask: \(rule.ask)"] }
    let calendar = compiled.rule(id).map { compiled.rules[$0].calendar.name } ?? pack.calendar
    lines += [
      "",
      "Pack \(pack.name): \(pack.title), last checked \(pack.lastChecked). Calendar: \(calendar).",
      "Examples: \(rule.examples.count).",
    ]
    return lines.joined(separator: "\n")
  }
}

/// Writes the catalogue of packs.
public struct CatalogueFiles {
  private let catalogue: Catalogue

  /// The catalogue of some packs, of all where none is named.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong in a pack, or
  ///   of an example that does not hold.
  public init(_ folders: DataFolders, packs: [String]) throws(Fault) {
    let library = try RuleLibrary(folders)
    let compiled = try library.compiled(packs.isEmpty ? try library.packNames() : packs)
    var styles: [String] = []
    for path in Catalogue.styles {
      styles.append(try SmallFile.text(try folders.find(Path.join("Templates", path))))
    }
    catalogue = try Catalogue(
      compiled, codes: library.codes, styles: styles, duly: DulyVersion.number)
  }

  /// Writes the pages into a folder, which is made where it is not there.
  ///
  /// - Throws: ``Fault`` with 73 where it cannot be made or written.
  public func write(to folder: String) throws(Fault) {
    if !Folder.exists(folder), mkdir(folder, 0o755) != 0 {
      throw Fault(
        .cannotCreate, "the folder of the catalogue cannot be made (error \(errno))",
        next: "look whether the folder above it is there and may be written")
    }
    for file in catalogue.files {
      try SmallFile.write(file.bytes, to: Path.join(folder, file.path))
    }
  }
}

extension String {
  /// The text without line ends behind it.
  fileprivate var trimmingLineEnd: String {
    var bytes = Array(utf8)
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
