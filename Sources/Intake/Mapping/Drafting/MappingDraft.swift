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
  ///   - child: the column of the child's id; nil where the names of columns tell.
  ///   - mostLines: the most lines that it may have.
  ///   - onSheet: called behind each sheet of a workbook.
  /// - Throws: ``Fault`` with 65 where one is refused or nothing can be drafted, 74 where one cannot
  ///   be read.
  init(
    of files: [ExportFile], vocabulary: Vocabulary, child: String? = nil,
    mostLines: Int = Self.mostLines, onSheet: () -> Void = {}
  ) throws(Fault) {
    var samples: [ExportSample] = []
    for file in files { samples.append(try ExportSample(file, onSheet: onSheet)) }
    try self.init(samples, vocabulary: vocabulary, child: child)
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
  ///   - child: the column of the child's id; nil where the names of columns tell.
  /// - Throws: ``Fault`` with 65 where no list has a column that names a child and one that gives a
  ///   process or an event.
  init(_ samples: [ExportSample], vocabulary: Vocabulary, child: String? = nil) throws(Fault) {
    lines = [
      "# A draft from the names of columns and the look of dates; no value was taken over.",
      "# Decide where a line says \"# ?\", then try it: duly mapping check MAPPING EXPORT",
      "",
      "mapping: draft",
      "title: A draft from the headers of an export",
      "",
    ]
    let things = DraftedThings(vocabulary)
    let lists = samples.flatMap(\.lists)
    var drafted = lists.map { list in
      DraftedList(list, vocabulary: vocabulary, things: things, child: child)
    }
    Self.leaveRepeated(&drafted, vocabulary)
    if drafted.contains(where: { $0.isUsable && $0.events.contains { $0.state != nil } }) {
      addStates()
    }
    lines.append("lists:")
    var names: Set<String> = []
    for (list, drafted) in zip(lists, drafted) {
      let shown = DraftName.shown(list.sheet ?? list.file)
      guard drafted.child != nil else {
        lines.append(
          "  # ? \(shown): no column says that it is a child's id; name it with --child; left out")
        continue
      }
      guard drafted.isUsable else {
        lines.append("  # ? \(shown): no column says of which process or event it is; left out")
        continue
      }
      let slug = DraftName.slug(list.sheet ?? DraftName.stem(list.file))
      var name = slug
      var number = 2
      while !names.insert(name).inserted {
        name = "\(slug)-\(number)"
        number += 1
      }
      add(drafted, list, name, vocabulary)
    }
    for sheet in samples.flatMap(\.sheetsWithout) {
      lines.append("  # ? the sheet \(DraftName.shown(sheet)) has no header; left out")
    }
    guard !names.isEmpty else { throw Self.nothing(lists, drafted, child) }
  }

  /// The lines of a draft that say which list or sheet is left out, and why.
  static func leftOut(_ lines: [String]) -> [String] {
    let start = "  # ? "
    return lines.filter { $0.utf8.starts(with: start.utf8) }.map {
      String(decoding: $0.utf8.dropFirst(start.utf8.count), as: UTF8.self)
    }
  }

  private static func nothing(
    _ lists: [ExportSample.List], _ drafted: [DraftedList], _ child: String?
  ) -> Fault {
    let place = lists.first.map { Place(file: $0.file) }
    if let child, !drafted.contains(where: { $0.child != nil }) {
      let names = lists.flatMap { $0.columns.map(\.name) }.filter { !$0.isEmpty }
      return Fault(
        .inputRefused, at: place, "--child names a column of the export, and none is called so",
        next: nearestWord(to: child, in: names.filter(DraftName.canBeMapped)).map {
          "the nearest is \"\($0)\""
        } ?? "look at the names of its columns")
    }
    return Fault(
      .inputRefused, at: place,
      "a draft needs a column that names a child, as PERSON_ID does, and one that names a "
        + "process or an event, as REFERRAL_ID or VISIT_DATE do, and there are none",
      next: drafted.contains { $0.child != nil }
        ? "rename the columns, or write the mapping by hand as the page on mappings says"
        : "name the column of the child's id with --child, or rename the columns")
  }

  /// Leaves openings and closings out of lists that repeat them from the list of their process.
  private static func leaveRepeated(_ lists: inout [DraftedList], _ vocabulary: Vocabulary) {
    func kind(_ event: DraftedList.Event) -> ProcessKind? {
      vocabulary.bounds(of: event.type).first?.kind
    }
    var owned: Set<EventType> = []
    for list in lists where list.child != nil {
      for event in list.events {
        if let kind = kind(event), kind == list.subject { owned.insert(event.type) }
      }
    }
    for index in lists.indices {
      let own = lists[index].subject
      for event in lists[index].events {
        guard owned.contains(event.type), let kind = kind(event), kind != own,
          let column = event.column,
          lists[index].processes.contains(where: { $0.kind == kind && $0.column != nil })
        else { continue }
        lists[index].events.removeAll { $0.type == event.type }
        lists[index].leave(
          column, "another list has every \(vocabulary[event.type].word)")
      }
    }
  }

  private mutating func addStates() {
    put(0, "values:")
    put(1, "# What words of a status mean; a row under another word is set aside.")
    put(1, "states:")
    for (state, words) in DraftedState.words {
      guard let event = state.ofEvent else { continue }
      for word in words { put(2, "\(word): \(event)") }
    }
    lines.append("")
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
    if !drafted.nulls.isEmpty {
      put(2, "# Words that stand for an empty field; others may belong to \"null words\".")
      let words = drafted.nulls.map { "\"\(SampledColumn.emptyWords[$0])\"" }
      put(2, "null words: [\(words.joined(separator: ", "))]")
    }
    put(2, "child: \(DraftName.quoted(drafted.child ?? ""))")
    for (key, column) in drafted.keys { put(2, "\(key): \(DraftName.quoted(column))") }
    let states = Set(drafted.events.compactMap(\.state)).sorted()
    if !states.isEmpty {
      put(2, "columns:")
      for column in states { put(3, "\(DraftName.quoted(column)): {values: states}") }
    }
    if !drafted.conditions.isEmpty {
      put(2, "only when:")
      for condition in drafted.conditions { put(3, "- \"\(condition)\"") }
    }
    addProcesses(drafted, vocabulary)
    addEvents(drafted.events, vocabulary)
    for (column, question) in drafted.open { put(2, "# ? \(DraftName.shown(column)): \(question)") }
    for (column, reason) in drafted.unused {
      put(2, "# not used: \(DraftName.shown(column)), for \(reason)")
    }
    for (column, reason) in drafted.personal {
      put(2, "# never read: \(DraftName.shown(column)), for \(reason)")
    }
    lines.append("")
  }

  private mutating func addProcesses(_ drafted: DraftedList, _ vocabulary: Vocabulary) {
    let processes = drafted.processes.filter { $0.column != nil || drafted.start(of: $0) != nil }
    guard !processes.isEmpty else { return }
    put(2, "processes:")
    for process in processes {
      let word = vocabulary[process.kind].word
      let id: String
      if let column = process.column {
        id = DraftName.quoted(column)
      } else {
        put(3, "# ? No column is its id; it is made up of the child and the day of its start.")
        id = "\"{\(drafted.child ?? "")}-{\(drafted.start(of: process) ?? "")}\""
      }
      guard !process.attributes.isEmpty || !process.within.isEmpty else {
        put(3, "\(word): \(id)")
        continue
      }
      put(3, "\(word):")
      put(4, "id: \(id)")
      add("within", process.within.map { vocabulary[$0].word })
      guard !process.attributes.isEmpty else { continue }
      put(4, "with:")
      for (word, column) in process.attributes { put(5, "\(word): \(DraftName.quoted(column))") }
    }
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
      add("in", event.processes.map { vocabulary[$0].word })
      guard let column = event.column else {
        put(4, "state: always not_required")
        add(event.conditions)
        continue
      }
      if let state = event.state { put(4, "state: \(DraftName.quoted(state))") }
      put(4, "at: \(DraftName.quoted(column))")
      if event.state != nil { put(4, "if empty: date missing") }
      if event.isOfDays { put(4, "precision: day") }
      if event.isLatest { put(4, "depth: latest") }
      if let due = event.due { put(4, "due: \(DraftName.quoted(due.column))") }
      if let id = event.id { put(4, "id: \(DraftName.quoted(id))") }
      if let outcome = event.outcome { put(4, "outcome: \(DraftName.quoted(outcome))") }
      add(event.conditions)
      guard !event.attributes.isEmpty else { continue }
      put(4, "with:")
      for (word, column) in event.attributes { put(5, "\(word): \(DraftName.quoted(column))") }
    }
  }

  private mutating func add(_ conditions: [String]) {
    guard !conditions.isEmpty else { return }
    put(4, "only when:")
    for condition in conditions { put(5, "- \"\(condition)\"") }
  }

  /// One word, or several in brackets.
  private mutating func add(_ key: String, _ words: [String]) {
    if words.count == 1 {
      put(4, "\(key): \(words[0])")
    } else if !words.isEmpty {
      put(4, "\(key): [\(words.joined(separator: ", "))]")
    }
  }

  private mutating func put(_ depth: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }
}
