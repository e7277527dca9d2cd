import Faults
import RuleBook
import YAMLReading

extension CSVTemplate {
  /// Reads a CSV template.
  ///
  /// ```yaml
  /// outcomes: [met late, overdue, not met]
  /// columns:
  ///   pseudonym: Child
  ///   rule_title: Timescale
  /// sort: [due, pseudonym]
  /// ```
  ///
  /// - Throws: ``Fault`` with line and column at the first thing that is wrong.
  init(_ text: String, path: String) throws(Fault) {
    self.path = path
    let keys = [
      "title", "outcomes", "basis", "rules", "teams", "due_within_days", "leave_out_ended",
      "byte_order_mark", "columns", "sort",
    ]
    try CSVTemplate.checkFolder(of: path)
    let map = try YAMLReader.read(text, file: path).map(of: "a CSV template")
    try map.allow(only: keys)
    outcomes = try CSVTemplate.set(map["outcomes"], Outcome.allCases.map(\.word), "outcome") {
      Outcome(word: $0)
    }
    bases = try CSVTemplate.set(map["basis"], Basis.allCases.map(\.rawValue), "basis") {
      Basis(rawValue: $0)
    }
    for node in map["rules"]?.oneOrMore ?? [] {
      rules.append((try node.text(as: "a rule"), node.place))
    }
    for node in map["teams"]?.oneOrMore ?? [] {
      guard !isForBoard else {
        throw node.fault("a file of the board's knows no teams", next: "remove the key")
      }
      teams.insert(try node.text(as: "a team"))
    }
    if let node = map["due_within_days"] {
      guard let days = Int(try node.text(as: "due_within_days")), (0...366).contains(days) else {
        throw node.fault("the days are a whole number from 0 to 366", next: "write a number")
      }
      dueWithinDays = days
    }
    leavesOutEnded = try CSVTemplate.isYes(map["leave_out_ended"])
    hasByteOrderMark = try CSVTemplate.isYes(map["byte_order_mark"])
    let columns = try map.required("columns").map(of: "the list of columns")
    for (key, value) in columns.entries {
      let column = try column(key)
      self.columns.append(Heading(column: column, heading: try value.text(as: "a heading")))
    }
    guard !self.columns.isEmpty else {
      throw Fault(
        .configuration, at: columns.place, "a file has at least one column",
        next: "write \"rule: Rule\"")
    }
    for node in map["sort"]?.oneOrMore ?? [] { sort.append(try sortKey(node)) }
  }

  private static func checkFolder(of path: String) throws(Fault) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 2, parts[0] == "board" || parts[0] == "team" else {
      throw Fault(
        .configuration, at: Place(file: path), "a CSV template lies in board/ or in team/",
        next: "move the file")
    }
    guard parts[1] != "measures.yaml", parts[1] != "data-quality.yaml" else {
      throw Fault(
        .configuration, at: Place(file: path), "this file of a run has a layout of its own",
        next: "give the template another name")
    }
  }

  private static func isYes(_ node: YAMLNode?) throws(Fault) -> Bool {
    guard let node else { return false }
    let word = try node.text(as: "yes or no")
    guard word == "yes" || word == "no" else {
      throw node.fault("this is yes or no", next: "write yes or no")
    }
    return word == "yes"
  }

  private static func set<Value: Hashable>(
    _ node: YAMLNode?, _ words: [String], _ meaning: String, _ value: (String) -> Value?
  ) throws(Fault) -> Set<Value> {
    var values: Set<Value> = []
    for node in node?.oneOrMore ?? [] {
      let word = try node.text(as: "the \(meaning)")
      guard let value = value(word) else {
        throw node.fault(
          "\"\(word)\" is not the \(meaning) of any check", next: suggestion(for: word, in: words))
      }
      values.insert(value)
    }
    return values
  }

  private func column(_ node: YAMLNode) throws(Fault) -> CSVColumn {
    let name = try node.text(as: "a column")
    guard let column = CSVColumn.named(name) else {
      let names = CSVColumn.all.filter { !isForBoard || !$0.isForTeamsOnly }.map(\.name)
      throw node.fault("there is no column \"\(name)\"", next: suggestion(for: name, in: names))
    }
    guard !isForBoard || !column.isForTeamsOnly else {
      throw node.fault(
        "a file of the board's has no column \"\(name)\", which could show who a child is",
        next: name == "child" ? "name the column pseudonym" : "remove the column")
    }
    return column
  }

  private func sortKey(_ node: YAMLNode) throws(Fault) -> SortKey {
    let words = try node.text(as: "a column").utf8.split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = words.first,
      words.count == 1 || (words.count == 2 && words[1] == "descending")
    else {
      throw node.fault(
        "a file is sorted by a column, or by a column \"descending\"",
        next: "write \"due\" or \"days_over descending\"")
    }
    return SortKey(
      column: try column(YAMLNode(.text(first), at: node.place)),
      isDescending: words.count == 2)
  }
}
