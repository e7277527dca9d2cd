import CaseModel
public import Clocks
public import Faults
import Files
public import Intake
import RuleBook

/// Tries a mapping on the files of an export and tells what it makes of them.
public struct MappingCheck {
  /// The lines of the answer, as far as it got.
  public private(set) var lines: [String] = []
  /// Why the mapping or a file was refused; nil where all is well.
  public private(set) var fault: Fault?

  /// Reads exports through a mapping; without exports it looks at the mapping alone.
  ///
  /// - Parameters:
  ///   - mapping: its name in `Mappings`, or its path.
  ///   - exports: the paths of the files.
  ///   - packs: the packs whose rules are held against the export; empty for `england`.
  ///   - asOf: the as-of to read by; nil for the files' own.
  ///   - showsValues: whether the first rows are shown with their values.
  ///   - folders: where the data lie.
  ///   - confinement: how the exports are kept away from this process; nil to read them in it.
  /// - Throws: ``Fault`` where words, packs or the mapping's file cannot be read.
  public init(
    mapping: String, exports: [String], packs: [String] = [], asOf: Moment? = nil,
    showsValues: Bool = true, folders: DataFolders, confinement: Confinement?
  ) throws(Fault) {
    let library = try RuleLibrary(folders)
    let path = try library.path(ofMapping: mapping)
    let text = try library.content.text(path)
    let file = Path.base(path)
    let lint = MappingLint(text: text, file: file, vocabulary: library.vocabulary)
    guard lint.faults.isEmpty else {
      lines = lint.faults.dropLast().map(\.description)
      fault = lint.faults.last
      return
    }
    lines.append("Mapping \(file)")
    lines += lint.notices.map { "  notice: \($0)" }
    guard !exports.isEmpty else {
      lines += lint.lists.map { "  list \($0)" } + ["In order: \(lint.lists.count) lists."]
      return
    }
    do throws(Fault) {
      let mapping = try Mapping(text: text, file: file, vocabulary: library.vocabulary)
      let request = FeedReader.Request(
        name: "local", paths: exports, mapping: mapping, asOf: asOf)
      try read(
        request, library, confinement, showsValues: showsValues, packs: packs,
        answering: try AnsweringFormats(library))
    } catch {
      fault = error
    }
  }

  private mutating func read(
    _ request: FeedReader.Request, _ library: RuleLibrary, _ confinement: Confinement?,
    showsValues: Bool, packs: [String], answering: AnsweringFormats
  ) throws(Fault) {
    let reader = FeedReader(
      vocabulary: library.vocabulary, codes: library.codes, confinement: confinement)
    var files = FileTable()
    let rows = MappedRowsSink(
      words: MappedRowWords(
        vocabulary: library.vocabulary, codes: library.codes, showsValues: showsValues))
    var lists: [(reading: ListReading, lines: [String])] = []
    let reading: FeedReader.Reading
    do throws(Fault) {
      reading = try reader.readLists(request, files: &files, into: rows) { list in
        lists.append((list, Self.lines(of: list, rows)))
      }
    } catch {
      // What was read before the refused file helps to see what is different about it.
      lines += lists.flatMap(\.lines)
      throw error
    }
    // Rows that waited for the end of the feed are among the first ones now.
    lines += lists.flatMap { Self.lines(of: $0.reading, rows) }
    let feed = reading.feed
    for issue in reading.issues { lines += ["", Self.shown("\(issue.summary) \(issue.nextStep)")] }
    let names = request.mapping?.listNames ?? []
    addFeed(
      feed, library.vocabulary,
      unread: names.filter { name in !lists.contains { $0.reading.list == name } })
    let compiled = try library.compiled(packs.isEmpty ? [RuleLibrary.nationalPack] : packs)
    addRules(
      Judge(compiled: compiled, feeds: [feed]).evaluabilities, compiled,
      answering.answers(compiled, beside: [feed]))
  }

  private static func lines(of reading: ListReading, _ rows: MappedRowsSink) -> [String] {
    let counts = reading.counts
    var lines = ["", "\(shown(reading.name)), read as the list \(reading.list)"]
    lines.append("  columns read: \(list(reading.columns.read))")
    if !reading.columns.known.isEmpty {
      lines.append("  known and not read: \(list(reading.columns.known))")
    }
    lines.append("  not known to the mapping: \(list(reading.columns.unknown))")
    if !reading.columns.missing.isEmpty {
      lines.append("  optional and not there: \(list(reading.columns.missing))")
    }
    lines.append(
      "  rows read \(counts.read) = used \(counts.used) + set aside \(counts.setAside)"
        + (counts.leftOut > 0 ? " + left out \(counts.leftOut)" : "")
        + (counts.copies > 0 ? "; copies of other rows among the used \(counts.copies)" : ""))
    if counts.leftOut > 0 {
      lines.append("  left out on purpose \(counts.leftOut):")
    }
    for note in reading.notes where note.isLeftOut {
      lines.append("    \(note.count), first in line \(note.first.line): \(shown(note.rule))")
    }
    for cause in rows.causes(ofFile: reading.index) {
      lines.append(
        "  set aside \(cause.count), first in line \(cause.line): rule not kept: "
          + shown("\(cause.rule); \(cause.nextStep)"))
    }
    for note in reading.notes
    where !note.isLeftOut && !note.rule.utf8.starts(with: "the column \"".utf8) {
      lines.append(
        "  noted \(note.count), first in line \(note.first.line): rule not kept: "
          + shown("\(note.rule); \(note.nextStep)"))
    }
    let first = rows.shown(ofFile: reading.index)
    if !first.isEmpty {
      lines.append(
        first.count == 1
          ? "  the first row as mapped:" : "  the first \(first.count) rows as mapped:"
      )
      lines += first.flatMap { $0 }.map { "    \($0)" }
    }
    return lines
  }

  private mutating func addFeed(_ feed: Feed, _ vocabulary: Vocabulary, unread: [String]) {
    lines += ["", "What the export would carry"]
    if !unread.isEmpty { lines.append("  lists without a file or sheet: \(Self.list(unread))") }
    let synthetic = feed.isSynthetic ? ", every child made up" : ""
    lines.append(
      "  as of \(feed.asOf), authority \(feed.authority.isEmpty ? "none" : Self.shown(feed.authority))"
        + synthetic)
    for (word, coverage) in feed.events.map({ (vocabulary[$0].word, $1) }).sorted(by: {
      $0.0 < $1.0
    }) {
      lines.append(
        "  \(word): to the \(coverage.precision.rawValue), "
          + (coverage.depth == .all ? "every one" : "only the latest")
          + (coverage.participants == .none
            ? "" : ", participants \(coverage.participants.rawValue)"))
    }
    lines.append(
      "  attributes: " + Self.list(feed.attributes.map { vocabulary[$0].word }.sorted()))
  }

  private mutating func addRules(
    _ evaluabilities: [RuleEvaluability], _ compiled: CompiledRules, _ answers: [Int: String]
  ) {
    let missing = evaluabilities.enumerated().filter { !$1.makesChecks }
    lines += ["", "What is not covered"]
    lines.append(
      "  \(missing.count) of \(evaluabilities.count) rules of \(compiled.packs.map(\.name).joined(separator: ", ")) are "
        + "not evaluable with this export:")
    for (index, evaluability) in missing {
      lines.append(
        "  \(compiled.rules[index].rule.id): not carried: " + Self.list(evaluability.notCarried)
          + (answers[index].map { "; \($0)" } ?? ""))
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map(shown).joined(separator: ", ")
  }

  /// A text from outside, without what a terminal would obey.
  static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.properties.generalCategory == .format
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}

/// Drafts a mapping from exports.
public struct MappingSuggestion {
  /// The lines of the draft.
  public let lines: [String]
  /// The lists and sheets that are left out, each with the reason.
  public let leftOut: [String]

  /// Reads the headers of exports.
  ///
  /// - Parameters:
  ///   - exports: the paths of the files.
  ///   - child: the column of the child's id; nil where the names of columns tell.
  ///   - folders: where the data lie.
  ///   - confinement: how the exports are kept away from this process; nil to read them in it.
  /// - Throws: ``Fault`` where an export is missing, refused or without a header, or where nothing
  ///   in it is recognised.
  public init(
    exports: [String], child: String? = nil, folders: DataFolders, confinement: Confinement?
  ) throws(Fault) {
    let library = try RuleLibrary(folders)
    lines = try FeedReader(
      vocabulary: library.vocabulary, codes: library.codes, confinement: confinement
    ).draft(of: exports, child: child)
    leftOut = FeedReader.leftOut(ofDraft: lines)
  }
}
