import CSVReading
import CaseModel
import Clocks
import Faults
import YAMLReading

/// The keys of a list, those aside that it shares with the top of the mapping.
enum ListKey: String, CaseIterable {
  case file
  case sheet
  case born
  case expected
  case died
  case team
  case worker
  case processes
  case events
  case onlyWhen = "only when"
  case rowIdentity = "row identity"
}

/// Reads one list of a mapping.
struct MappedListParser {
  let keys: KeyedMap<ListKey>
  /// The list's own values of the keys that it shares with the top.
  let own: KeyedMap<SharedListKey>
  let head: MappingParser.Head
  let words: MappingWords
  var list: MappedList
  /// The indexes of the columns by the names that the mapping calls them.
  var indexes: [String: Int] = [:]

  /// The list of a name.
  ///
  /// - Throws: ``Fault`` with line and column of the first thing that is wrong.
  static func list(
    _ key: YAMLNode, _ value: YAMLNode, _ head: MappingParser.Head, _ words: MappingWords
  ) throws(Fault) -> MappedList {
    let map = try value.map(of: "a list")
    let list = MappedList(name: try key.text(as: "a list"))
    var parser = MappedListParser(
      keys: KeyedMap(map), own: KeyedMap(map), head: head, words: words, list: list)
    try parser.read()
    return parser.list
  }

  private mutating func read() throws(Fault) {
    let place = keys.map.place
    try keys.map.allow(only: KeyedMap<ListKey>.words + KeyedMap<SharedListKey>.words)
    try readLayout()
    guard let child = shared(.child) else {
      throw Fault(
        .configuration, at: place, "a list says which column holds the child's id",
        next: "add the line \"child: …\" to the list, or to the top for all lists")
    }
    list.child = try cell(child)
    list.born = try cell(keys[.born])
    list.expected = try cell(keys[.expected])
    list.died = try cell(keys[.died])
    list.team = try cell(keys[.team])
    list.worker = try cell(keys[.worker])
    list.authority = try cell(shared(.authority))
    list.synthetic = try shared(.synthetic).map { node throws(Fault) in try condition(node) }
    list.asOf = try shared(.asOf).map { node throws(Fault) in try Self.asOf(node) }
    list.filter = try conditions(keys[.onlyWhen])
    for node in keys[.rowIdentity]?.oneOrMore ?? [] {
      list.identity += (try cell(node) as MappedCell).columns
    }
    try readProcesses()
    try readEvents()
    markUses()
    guard !list.processes.isEmpty || !list.events.isEmpty else {
      throw Fault(
        .configuration, at: place, "a list gives processes or events",
        next: "add \"processes\" or \"events\"")
    }
  }

  /// The value of a key of this list, or of the whole mapping.
  private func shared(_ key: SharedListKey) -> YAMLNode? { own[key] ?? head.shared[key] }

  private mutating func readLayout() throws(Fault) {
    for node in try keys.required(.file).oneOrMore {
      list.files.append(NamePattern(try node.text(as: "a file pattern")))
    }
    for node in keys[.sheet]?.oneOrMore ?? [] {
      list.sheets.append(NamePattern(try node.text(as: "a sheet pattern")))
    }
    if let node = shared(.delimiter) {
      list.dialect.delimiter = try Self.word(
        node, "the delimiter",
        ["comma": .comma, "semicolon": .semicolon, "tab": .tab, "pipe": .pipe])
    }
    if let node = shared(.encoding) {
      let all = CSVEncoding.allCases.map { ($0.rawValue, $0) }
      list.dialect.encoding = try Self.word(
        node, "the encoding", Dictionary(uniqueKeysWithValues: all))
    }
    if let node = shared(.headerWithin) {
      guard let reach = Int(try node.text(as: "header within")), (1...1000).contains(reach) else {
        throw node.fault(
          "header within is a number of lines from 1 to 1000", next: "write a number")
      }
      list.headerReach = reach
    }
    list.dates = try dates(shared(.dates))
    list.fillers = try Self.fillers(shared(.fillers))
    for node in shared(.notRead)?.oneOrMore ?? [] {
      list.ignored.append(NamePattern(try node.text(as: "a column")))
    }
  }

  private static func word<Value>(
    _ node: YAMLNode, _ meaning: String, _ words: [String: Value]
  ) throws(Fault) -> Value {
    let text = try node.text(as: meaning)
    guard let value = words[text] else {
      throw node.fault(
        "\(meaning) is one of the known ones, and \"\(text)\" is none",
        next: suggestion(for: text, in: words.keys.sorted()))
    }
    return value
  }

  private static func asOf(_ node: YAMLNode) throws(Fault) -> MappedList.AsOf {
    let text = try node.text(as: "as of")
    if text == "from the file name" { return .fileName }
    guard text.utf8.starts(with: "always ".utf8),
      let moment = MomentText.read(String(text.dropFirst("always ".utf8.count)))
    else {
      throw node.fault(
        "the as-of is \"from the file name\" or \"always\" and a day",
        next: "write for instance \"as of: always 2026-03-31\"")
    }
    return .constant(moment)
  }

  /// The days that a node names, which stand for none.
  static func fillers(_ node: YAMLNode?) throws(Fault) -> [CivilDay] {
    var days: [CivilDay] = []
    for node in node?.oneOrMore ?? [] {
      guard let day = CivilDay(iso: try node.text(as: "a filler")) else {
        throw node.fault(
          "a filler is a day that stands for no date", next: "write for instance \"2099-12-31\"")
      }
      days.append(day)
    }
    return days
  }

  /// Marks the columns whose values are ids, and those whose values are dates.
  private mutating func markUses() {
    for cell in [list.child] + list.processes.map(\.id) + list.events.compactMap(\.id) {
      if case .column(let column) = cell { list.columns[column].isKey = true }
    }
    var dates = [list.born, list.expected, list.died].compactMap(\.self)
    for event in list.events { dates += [event.at, event.due].compactMap(\.self) }
    for attribute in list.processes.flatMap(\.attributes) + list.events.flatMap(\.attributes)
    where words.vocabulary[attribute.name].type == .date {
      dates.append(attribute.cell)
    }
    for cell in dates {
      if case .column(let column) = cell { list.columns[column].isDate = true }
    }
  }

  /// The formats that a node names; in a workbook dates of the sheet come first, as ISO.
  func dates(_ node: YAMLNode?) throws(Fault) -> [DateFormat] {
    let named = try Self.dates(node)
    return list.sheets.isEmpty || named.contains(.iso) ? named : [.iso] + named
  }

  private static func dates(_ node: YAMLNode?) throws(Fault) -> [DateFormat] {
    var formats: [DateFormat] = []
    for node in node?.oneOrMore ?? [] {
      let text = try node.text(as: "a format of dates")
      let format: DateFormat
      do throws(DateFormat.NotAFormat) {
        format = try DateFormat(text)
      } catch {
        throw node.fault(error.reason, next: "write for instance \"dd/mm/yyyy hh:mm\"")
      }
      let clashes = formats.contains {
        $0.isDayFirst && format.isMonthFirst || $0.isMonthFirst && format.isDayFirst
      }
      guard !clashes else {
        throw node.fault(
          "dates with the day first and dates with the month first cannot be told apart",
          next: "name only the one that the column holds")
      }
      formats.append(format)
    }
    return formats
  }
}
