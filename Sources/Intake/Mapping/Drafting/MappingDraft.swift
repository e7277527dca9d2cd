import CSVReading
import CaseModel
import Faults

/// A draft of a mapping, made from the headers of an export.
///
/// It says what the names of columns say; where they leave something open, a comment with `# ?` asks.
struct MappingDraft {
  /// The most lines of a draft.
  static let mostLines = 20_000

  /// The lines of the mapping.
  private(set) var lines: [String] = []

  /// Drafts a mapping of open exports, each of which can be read from its start again.
  ///
  /// - Parameters:
  ///   - files: the exports.
  ///   - vocabulary: the words that a mapping may use.
  ///   - mostLines: the most lines that it may have.
  ///   - onSheet: called behind each sheet of a workbook.
  /// - Throws: ``Fault`` with 65 where one is refused or nothing can be drafted, 74 where one cannot
  ///   be read.
  init(
    of files: [ExportFile], vocabulary: Vocabulary, mostLines: Int = Self.mostLines,
    onSheet: () -> Void = {}
  ) throws(Fault) {
    var samples: [ExportSample] = []
    for file in files { samples.append(try ExportSample(file, onSheet: onSheet)) }
    try self.init(samples, vocabulary: vocabulary)
    guard lines.count <= mostLines else {
      throw Fault(
        .inputRefused, "a draft has at most \(mostLines) lines, and this one has more",
        next: "give fewer exports at a time, or leave out sheets that are no lists")
    }
  }

  /// Drafts a mapping.
  ///
  /// - Parameters:
  ///   - samples: what the exports look like.
  ///   - vocabulary: the words that a mapping may use.
  /// - Throws: ``Fault`` with 65 where no list has a column that names a child and one that gives a
  ///   process or an event.
  init(_ samples: [ExportSample], vocabulary: Vocabulary) throws(Fault) {
    lines = [
      "# A draft from the names of columns and the look of dates; no value was taken over.",
      "# Decide where a line says \"# ?\", then try it: duly mapping check MAPPING EXPORT",
      "",
      "mapping: draft",
      "title: A draft from the headers of an export",
      "",
      "lists:",
    ]
    var names: Set<String> = []
    var isAnyDrafted = false
    for sample in samples {
      for list in sample.lists {
        let drafted = DraftedList(list, vocabulary: vocabulary)
        let shown = DraftName.shown(list.sheet ?? list.file)
        guard drafted.child != nil else {
          lines.append("  # ? \(shown): no column says that it is a child's id; left out")
          continue
        }
        guard !drafted.processes.isEmpty || !drafted.events.isEmpty else {
          lines.append("  # ? \(shown): no column says of which process or event it is; left out")
          continue
        }
        isAnyDrafted = true
        let slug = DraftName.slug(list.sheet ?? DraftName.stem(list.file))
        var name = slug
        var number = 2
        while !names.insert(name).inserted {
          name = "\(slug)-\(number)"
          number += 1
        }
        add(drafted, list, name, vocabulary)
      }
      for sheet in sample.sheetsWithout {
        lines.append("  # ? the sheet \(DraftName.shown(sheet)) has no header; left out")
      }
    }
    guard isAnyDrafted else {
      throw Fault(
        .inputRefused,
        at: samples.first?.lists.first.map { Place(file: $0.file) },
        "a draft needs a column that names a child, as PERSON_ID does, and one that names a "
          + "process or an event, as REFERRAL_ID or VISIT_DATE do, and there are none",
        next: "rename the columns, or write the mapping by hand as the page on mappings says")
    }
  }

  private mutating func add(
    _ drafted: DraftedList, _ list: ExportSample.List, _ name: String, _ vocabulary: Vocabulary
  ) {
    put(1, "\(name):")
    put(2, "file: \"\(DraftName.spelled(DraftName.pattern(list.file)))\"")
    if let sheet = list.sheet { put(2, "sheet: \"\(DraftName.spelled(sheet))\"") }
    if list.sheet == nil {
      if list.dialect.delimiter != .comma { put(2, "delimiter: \(list.dialect.delimiter)") }
      if list.dialect.encoding == .windows1252 {
        put(2, "# ? It is not UTF-8. Is it windows-1252, or ISO-8859-1?")
        put(2, "encoding: windows-1252")
      }
    }
    if list.headerRow > 1 { put(2, "header within: \(list.headerRow)") }
    if FileNameDay.read(list.file) != nil {
      put(2, "as of: from the file name")
    } else {
      put(2, "# ? Of which moment is it? Write \"as of: always\" and the day, or give --as-of.")
    }
    if drafted.formats.isEmpty {
      put(2, "# ? No date was seen. How are dates written?")
      put(2, "dates: [dd/mm/yyyy]")
    } else {
      let spelled = drafted.formats.map { SampledColumn.spellings[$0] }
      put(2, "dates: [\(spelled.joined(separator: ", "))]")
    }
    if list.columns.contains(where: { $0.oddities.contains(.nullWord) }) {
      put(
        2, "# ? Words stand for an empty field, such as N/A or NULL: name them in \"null words\".")
    }
    put(2, "child: \(DraftName.quoted(drafted.child ?? ""))")
    for (key, column) in drafted.keys { put(2, "\(key): \(DraftName.quoted(column))") }
    if !drafted.processes.isEmpty {
      if drafted.processes.count > 1 {
        put(2, "# ? Which process lies within which? Put the outer one first and say \"within\".")
      }
      put(2, "processes:")
      for process in drafted.processes {
        let word = vocabulary[process.kind].word
        guard !process.attributes.isEmpty else {
          put(3, "\(word): \(DraftName.quoted(process.column))")
          continue
        }
        put(3, "\(word):")
        put(4, "id: \(DraftName.quoted(process.column))")
        put(4, "with:")
        for (word, column) in process.attributes { put(5, "\(word): \(DraftName.quoted(column))") }
      }
    }
    addEvents(drafted.events, vocabulary)
    for (column, question) in drafted.open { put(2, "# ? \(DraftName.shown(column)): \(question)") }
    for (column, reason) in drafted.personal {
      put(2, "# never read: \(DraftName.shown(column)), for \(reason)")
    }
    lines.append("")
  }

  private mutating func addEvents(_ events: [DraftedList.Event], _ vocabulary: Vocabulary) {
    guard !events.isEmpty else {
      put(2, "# ? No column of dates says of which event it is; the list gives processes alone.")
      return
    }
    put(2, "# ? Each is taken to be all that happened; where a system keeps only the last one,")
    put(2, "# ? say \"depth: latest\". Where an empty date means that nobody wrote it down, say")
    put(2, "# ? \"if empty: date missing\".")
    put(2, "events:")
    for event in events {
      put(3, "- event: \(vocabulary[event.type].word)")
      let words = event.processes.map { vocabulary[$0].word }
      if words.count == 1 {
        put(4, "in: \(words[0])")
      } else if !words.isEmpty {
        put(4, "in: [\(words.joined(separator: ", "))]")
      }
      put(4, "at: \(DraftName.quoted(event.column))")
      if let outcome = event.outcome { put(4, "outcome: \(DraftName.quoted(outcome))") }
      guard !event.attributes.isEmpty else { continue }
      put(4, "with:")
      for (word, column) in event.attributes { put(5, "\(word): \(DraftName.quoted(column))") }
    }
  }

  private mutating func put(_ depth: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }
}
