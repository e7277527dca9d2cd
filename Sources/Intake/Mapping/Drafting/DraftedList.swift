import CaseModel

/// The meaning of a list's columns, as far as their names tell it.
struct DraftedList {
  /// A process and the column of its id.
  struct Process {
    var kind: ProcessKind
    var column: String
    var attributes: [(word: String, column: String)] = []
  }
  /// An event and the column of its date.
  struct Event {
    var type: EventType
    var column: String
    /// The processes that it may lie in, the likeliest first.
    var processes: [ProcessKind]
    var outcome: String?
    var attributes: [(word: String, column: String)] = []
  }

  var child: String?
  /// Keys of the list with one column each, such as `team`.
  var keys: [(key: String, column: String)] = []
  var processes: [Process] = []
  var events: [Event] = []
  var formats: [Int] = []
  /// Columns left out, with the reason.
  var personal: [(column: String, reason: String)] = []
  /// Columns about which somebody must decide, with what is known.
  var open: [(column: String, question: String)] = []

  let vocabulary: Vocabulary
  let around: Set<String>
  var taken: Set<String> = []

  init(_ list: ExportSample.List, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    around = DraftWords.telling(DraftWords.words(of: list.sheet ?? DraftName.stem(list.file)))
    var columns: [SampledColumn] = []
    for column in list.columns where !column.name.isEmpty {
      if let word = column.personalWord {
        personal.append((column.name, "\"\(word)\" is a name, an address or free text"))
      } else if !DraftName.canBeMapped(column.name) {
        open.append((column.name, "a mapping cannot spell this name; rename the column"))
      } else {
        columns.append(column)
      }
    }
    formats = Set(columns.filter(\.isDate).flatMap(\.formats)).sorted()
    addKeys(columns)
    for column in columns where !taken.contains(column.name) && !column.isDate {
      addProcess(column)
    }
    for column in columns where !taken.contains(column.name) && column.isDate { addEvent(column) }
    for column in columns where !taken.contains(column.name) { addDetail(column) }
  }

  private mutating func addKeys(_ columns: [SampledColumn]) {
    func first(_ test: (SampledColumn) -> Bool) -> String? { columns.first(where: test)?.name }
    func isCode(_ column: SampledColumn) -> Bool {
      column.words.last.map(DraftWords.codes.contains) ?? false
    }
    func has(_ column: SampledColumn, _ words: String...) -> Bool {
      words.contains(where: column.words.contains)
    }
    func isPerson(_ word: String) -> Bool {
      DraftWords.people.contains { person in
        word.utf8.count >= person.utf8.count
          && word.utf8.suffix(person.utf8.count)
            .elementsEqual(person.utf8)
      }
    }
    child =
      first { column in
        !column.isDate && column.words.count <= 4 && column.words.contains(where: isPerson)
          && (column.words.last.map(DraftWords.ids.contains) ?? false)
      }
      ?? first { ["childid", "personid", "clientid", "pupilid"].contains($0.words.joined()) }
      ?? first { $0.words.count == 1 && isPerson($0.words[0]) && !$0.isDate }
      ?? first { $0.words == ["id"] }
    if let child { taken.insert(child) }
    for (key, column) in [
      (
        "authority",
        first {
          $0.words == ["la"] || $0.words == ["la", "code"] || $0.words == ["authority"]
            || ($0.words.contains("authority") && isCode($0))
        }
      ),
      (
        "born",
        first { has($0, "dob") || (has($0, "birth") && !has($0, "expected", "due", "order")) }
      ),
      ("expected", first { has($0, "birth") && has($0, "expected", "due") && $0.isDate }),
      ("died", first { $0.isDate && has($0, "death", "died", "dod", "deceased") }),
      ("team", first { has($0, "team") && isCode($0) }),
      (
        "worker",
        first {
          has($0, "worker", "sw", "practitioner", "allocated") && isCode($0) && !has($0, "team")
        }
      ),
    ] {
      guard let column, taken.insert(column).inserted else { continue }
      keys.append((key, column))
    }
  }

  private mutating func addProcess(_ column: SampledColumn) {
    guard let last = column.words.last, DraftWords.ids.contains(last) else { return }
    let words = DraftWords.telling(column.words)
    // An episode is known by its referral: each process by its own words or its opening event's.
    let things = vocabulary.processes.enumerated().flatMap { index, process in
      [
        DraftWords.Thing(process.word, process.name),
        DraftWords.Thing(vocabulary[process.openedBy].word, ""),
      ].map { (ProcessKind(index: UInt8(index)), $0) }
    }
    let best = Self.best(things, words, around)
    taken.insert(column.name)
    guard let kind = best.first, best.count == 1 else {
      ask(column, best.map { vocabulary[$0].word }, "an id of which process?")
      return
    }
    guard !processes.contains(where: { $0.kind == kind }) else {
      ask(column, [], "another id of \(vocabulary[kind].word)?")
      return
    }
    processes.append(Process(kind: kind, column: column.name))
  }

  /// A column that may be an attribute or an outcome of what was found.
  private mutating func addDetail(_ column: SampledColumn) {
    if let attribute = vocabulary.attribute(column.words.joined(separator: "_")) {
      let word = vocabulary[attribute]
      if let index = events.firstIndex(where: { word.owners.contains(vocabulary[$0.type].word) }) {
        events[index].attributes.append((word.word, column.name))
        return
      }
      if let index = processes.firstIndex(where: {
        word.owners.contains(vocabulary[$0.kind].word)
      }) {
        processes[index].attributes.append((word.word, column.name))
        return
      }
    }
    let closing = events.indices.filter { vocabulary.processClosed(by: events[$0].type) != nil }
    if closing.count == 1, events[closing[0]].outcome == nil,
      column.words.contains(where: ["outcome", "reason", "result"].contains)
    {
      events[closing[0]].outcome = column.name
      return
    }
    ask(column, [], "not recognised; an attribute, a kind of event, or \"not read\"?")
  }

  mutating func ask(_ column: SampledColumn, _ words: [String], _ question: String) {
    let known = words.isEmpty ? "" : " \(words.prefix(4).joined(separator: ", "))"
    open.append((column.name, question + known))
  }

  /// The things that words name best; none where they name none.
  static func best<Kind: Hashable>(
    _ things: [(Kind, DraftWords.Thing)], _ words: Set<String>, _ around: Set<String>
  ) -> [Kind] {
    let scored = things.compactMap { kind, thing in
      thing.score(words, near: around).map { (kind, $0) }
    }
    guard let most = scored.map(\.1).max(), most > 0 else { return [] }
    var seen: Set<Kind> = []
    return scored.filter { $0.1 == most && seen.insert($0.0).inserted }.map(\.0)
  }
}
