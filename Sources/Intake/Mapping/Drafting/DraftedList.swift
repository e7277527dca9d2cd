import CaseModel

/// The meaning of a list's columns, as far as their names and the look of their values tell it.
///
/// What is not certain is asked, and what is not used is said: nothing is left out in silence.
struct DraftedList {
  /// A process and the column of its id; nil where it is made up of the child and the start.
  struct Process {
    var kind: ProcessKind
    var column: String?
    /// The processes of the list that it may lie in, the likeliest first.
    var within: [ProcessKind] = []
    var attributes: [(word: String, column: String)] = []
  }
  /// An event that a row gives.
  struct Event {
    var type: EventType
    /// The column of its date; nil for one that is said not to be required.
    var column: String?
    /// The processes that it may lie in, the likeliest first.
    var processes: [ProcessKind]
    /// The column that says whether it was held.
    var state: String?
    var conditions: [String] = []
    var due: (column: String, rank: Int)?
    var id: String?
    var outcome: String?
    /// Whether no value has a time of day.
    var isOfDays = false
    var isLatest = false
    var attributes: [(word: String, column: String)] = []
  }

  var child: String?
  /// Keys of the list with one column each, such as `team`.
  var keys: [(key: String, column: String)] = []
  var processes: [Process] = []
  var events: [Event] = []
  var formats: [Int] = []
  /// The words that stand for an empty field, by their index.
  var nulls: [Int] = []
  /// The conditions that a row meets which is read.
  var conditions: [String] = []
  /// Columns left out because they are personal, with the reason.
  var personal: [(column: String, reason: String)] = []
  /// Columns that are known and not used, with the reason.
  var unused: [(column: String, reason: String)] = []
  /// Columns about which somebody must decide, with what is known.
  var open: [(column: String, question: String)] = []

  let vocabulary: Vocabulary
  let things: DraftedThings
  /// The words of the list's own name.
  let around: Set<String>
  var taken: Set<String> = []
  /// Ids that may be those of events, with what they are about.
  var eventIDs: [(column: String, things: Set<String>)] = []
  /// The columns of what is owed or planned, each with how near it is to a due date.
  var plans: [(column: SampledColumn, rank: Int)] = []

  init(
    _ list: ExportSample.List, vocabulary: Vocabulary, things: DraftedThings, child: String?
  ) {
    self.vocabulary = vocabulary
    self.things = things
    around = DraftWords.telling(list.sheet ?? DraftName.stem(list.file))
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
    nulls = Set(columns.flatMap(\.nulls)).sorted()
    addChild(columns, named: child)
    addKeys(columns)
    addProcesses(columns.filter { !taken.contains($0.name) && !$0.isDate })
    addDates(columns.filter { !taken.contains($0.name) && $0.isDate })
    addNeeds(columns.filter { !taken.contains($0.name) && !$0.isDate })
    addStates(columns.filter { !taken.contains($0.name) && !$0.isDate })
    addIDs()
    addPlans()
    for column in columns where !taken.contains(column.name) { addDetail(column) }
  }

  mutating func ask(_ column: String, _ question: String, about words: [String] = []) {
    taken.insert(column)
    let known = words.isEmpty ? "" : " \(words.prefix(4).joined(separator: ", "))"
    open.append((column, question + known))
  }

  mutating func leave(_ column: String, _ reason: String) {
    taken.insert(column)
    unused.append((column, reason))
  }

  private mutating func addChild(_ columns: [SampledColumn], named wanted: String?) {
    if let wanted {
      child = columns.first { NamePattern(wanted).matches($0.name) }?.name
    } else {
      let known = columns.compactMap { column in
        column.isDate ? nil : DraftedThings.rank(ofChild: column.said).map { (column.name, $0) }
      }
      let best = known.min { $0.1 < $1.1 }
      child = best?.0 ?? columns.first { $0.words == ["id"] }?.name
      if let best, best.1 >= DraftLexicon.people.count {
        open.append((best.0, "is it the case system's id of the child, or the school's?"))
      }
      for (name, rank) in known where name != child && rank < DraftLexicon.people.count {
        ask(name, "another id of the child? Name the right one with --child")
      }
      for (name, rank) in known where name != child && rank >= DraftLexicon.people.count {
        leave(name, "the school's number is not the case system's")
      }
    }
    if let child { taken.insert(child) }
  }

  private mutating func addKeys(_ columns: [SampledColumn]) {
    func first(_ test: (SampledColumn) -> Bool) -> String? {
      columns.first { !taken.contains($0.name) && test($0) }?.name
    }
    func has(_ column: SampledColumn, _ words: String...) -> Bool {
      words.contains(where: column.said.all.contains)
    }
    for (key, column) in [
      (
        "authority",
        first {
          $0.words == ["la"] || $0.words == ["la", "code"] || $0.words == ["authority"]
            || (has($0, "authority") && $0.said.isCode)
        }
      ),
      (
        "born",
        first { has($0, "dob") || (has($0, "birth") && !has($0, "expected", "due", "order")) }
      ),
      ("expected", first { has($0, "birth") && has($0, "expected", "due") && $0.isDate }),
      ("died", first { $0.isDate && has($0, "death", "died", "dod", "deceased") }),
      ("team", first { has($0, "team") && $0.said.isCode }),
      (
        "worker",
        first {
          has($0, "worker", "sw", "practitioner", "allocated") && $0.said.isCode
            && !has($0, "team")
        }
      ),
    ] {
      guard let column, taken.insert(column).inserted else { continue }
      keys.append((key, column))
    }
  }
}
