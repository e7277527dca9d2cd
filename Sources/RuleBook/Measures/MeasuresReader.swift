import Clocks
import Faults
import YAMLReading

/// Reads the measures of a pack and checks every word of them.
struct MeasuresReader {
  /// The pack's name.
  let pack: String
  /// The ids of the pack's rules that are in use.
  let rules: [String]

  static let keys =
    [
      "title", "counts", "rules", "counted otherwise", "because", "targets", "published", "source",
    ] + wayKeys
  static let wayKeys = ["numerator", "denominator", "by", "per", "within", "days"]
  static let targetKeys = ["percent", "from", "until", "basis", "citation"]
  static let figureKeys = ["area", "year", "percent", "source"]

  /// The measures of a file.
  ///
  /// - Throws: ``Fault`` with file, line and column of the first thing that is wrong.
  func measures(_ root: YAMLNode) throws(Fault) -> [MeasureDefinition] {
    var found: [MeasureDefinition] = []
    for entry in try root.map(of: "a file of measures").entries {
      found.append(try measure(entry.key, entry.value))
    }
    return found
  }

  /// One measure.
  func measure(_ key: YAMLNode, _ node: YAMLNode) throws(Fault) -> MeasureDefinition {
    let name = try key.text(as: "a measure's name")
    guard RuleReader.isName(name) else {
      throw key.fault(
        "a measure's name is lower-case words joined with \"-\"", next: "rename \"\(name)\"")
    }
    let map = try node.map(of: "a measure")
    try map.allow(only: MeasuresReader.keys)
    let way = try way(map, like: nil)
    var other: MeasureWay?
    if let node = map["counted otherwise"] {
      let own = try node.map(of: "another way of counting")
      try own.allow(only: MeasuresReader.wayKeys)
      other = try self.way(own, like: way)
      guard other != way else {
        throw node.fault("another way of counting differs from the first", next: "remove it")
      }
      guard map["because"] != nil else {
        throw node.fault(
          "another way of counting says who counts so and why", next: "add a line \"because: …\"")
      }
    }
    return MeasureDefinition(
      id: "\(pack)/\(name)", title: try map.requiredText("title"),
      counts: try map.requiredText("counts"), rules: try counted(map), way: way, otherWay: other,
      difference: try map.text("because") ?? "", targets: try targets(map["targets"]),
      published: try figures(map), place: key.place)
  }

  private func counted(_ map: YAMLMap) throws(Fault) -> [String] {
    var ids: [String] = []
    for node in try map.required("rules").oneOrMore {
      let word = try node.text(as: "a rule")
      guard rules.contains("\(pack)/\(word)") else {
        throw node.fault(
          "\"\(word)\" is no rule in use of this pack",
          next: suggestion(
            for: word,
            in: rules.map {
              String(decoding: $0.utf8.dropFirst(pack.utf8.count + 1), as: UTF8.self)
            }))
      }
      ids.append("\(pack)/\(word)")
    }
    return ids
  }

  private func way(_ map: YAMLMap, like usual: MeasureWay?) throws(Fault) -> MeasureWay {
    var way =
      usual
      ?? MeasureWay(
        unit: .check, numerator: [.met], denominator: [.met, .metLate, .overdue, .notMet],
        day: .due, within: nil, comparesCounts: false)
    if let node = map["per"] {
      way.unit = try word(node, "per", MeasureWay.Unit.allCases, \.rawValue)
    }
    if let node = map["by"] { way.day = try word(node, "by", MeasureWay.Day.allCases, \.rawValue) }
    if let node = map["numerator"] { way.numerator = try outcomes(node) }
    if let node = map["denominator"] { way.denominator = try outcomes(node) }
    if let node = map["numerator"] ?? map["denominator"],
      !way.numerator.isSubset(of: way.denominator)
    {
      throw node.fault(
        "what is in the numerator is in the denominator too", next: "add it to the denominator")
    }
    if let node = map["within"] {
      way.within = try MeasuresReader.limit(node)
      guard way.within?.isElapsed == false, way.within?.needsCalendar == false else {
        throw node.fault(
          "a measure's own limit counts days, weeks or months", next: "write \"within: 1 month\"")
      }
    }
    if let node = map["days"] {
      way.comparesCounts =
        try word(node, "days", ["compared", "counted"], \.self) == "counted"
    }
    return way
  }

  private static func limit(_ node: YAMLNode) throws(Fault) -> Limit {
    let text = try node.text(as: "within")
    do {
      return try Limit(text)
    } catch {
      throw node.fault(error.reason, next: "write \"within: 1 month\"")
    }
  }

  private func outcomes(_ node: YAMLNode) throws(Fault) -> Set<Outcome> {
    var found: Set<Outcome> = []
    for item in node.oneOrMore {
      let outcome = try word(item, "an outcome", Outcome.allCases, \.word)
      guard [.met, .metLate, .overdue, .notMet].contains(outcome) else {
        throw item.fault(
          "a measure counts checks that are decided",
          next: "name met, met late, overdue or not met; not evaluable makes a range by itself")
      }
      found.insert(outcome)
    }
    return found
  }

  private func word<Item>(
    _ node: YAMLNode, _ meaning: String, _ items: [Item], _ name: (Item) -> String
  ) throws(Fault) -> Item {
    let text = try node.text(as: meaning)
    guard let item = items.first(where: { name($0) == text }) else {
      throw node.fault(
        "\"\(text)\" is no word for \(meaning)", next: suggestion(for: text, in: items.map(name)))
    }
    return item
  }

  private func targets(_ node: YAMLNode?) throws(Fault) -> [MeasureTarget] {
    guard let node else { return [] }
    var targets: [MeasureTarget] = []
    for item in try node.list(of: "targets") {
      let map = try item.map(of: "a target")
      try map.allow(only: MeasuresReader.targetKeys)
      let basis = try map.required("basis")
      targets.append(
        MeasureTarget(
          tenths: try tenths(try map.required("percent")), from: try day(map["from"]),
          until: try day(map["until"]),
          basis: try word(basis, "basis", Basis.allCases, \.rawValue),
          citation: try map.requiredText("citation")))
    }
    return targets
  }

  private func day(_ node: YAMLNode?) throws(Fault) -> CivilDay? {
    guard let node else { return nil }
    return try RuleReader.day(node)
  }

  private func figures(_ map: YAMLMap) throws(Fault) -> [PublishedFigure] {
    guard let node = map["published"] else { return [] }
    let usual = try map.text("source")
    var figures: [PublishedFigure] = []
    for item in try node.list(of: "published figures") {
      let own = try item.map(of: "a published figure")
      try own.allow(only: MeasuresReader.figureKeys)
      let year = try own.required("year")
      guard let number = try own.wholeYear(year) else {
        throw year.fault("a year to 31 March is written as 2025", next: "correct it")
      }
      guard let source = try own.text("source") ?? usual else {
        throw item.fault("a published figure has a source", next: "add \"source: …\"")
      }
      let figure = PublishedFigure(
        area: try own.requiredText("area"), year: number,
        tenths: try tenths(try own.required("percent")), source: source)
      guard !figures.contains(where: { $0.area == figure.area && $0.year == number }) else {
        throw item.fault(
          "an area has one figure for a year", next: "remove one of them, or correct the year")
      }
      figures.append(figure)
    }
    return figures
  }

  /// A percentage with at most one decimal, in tenths.
  private func tenths(_ node: YAMLNode) throws(Fault) -> Int {
    let text = try node.text(as: "percent")
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let isWritten =
      (1...2).contains(parts.count) && (parts.count == 1 || parts[1].utf8.count == 1)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isWritten, let whole = Int(parts[0]), whole <= 100,
      let tenth = parts.count == 1 ? 0 : Int(parts[1]), whole * 10 + tenth <= 1000
    else {
      throw node.fault("a percentage is written as 81.4, from 0 to 100", next: "correct it")
    }
    return whole * 10 + tenth
  }
}

extension YAMLMap {
  /// A year of four digits; nil where it is none.
  ///
  /// - Throws: ``Fault`` where it is no text.
  fileprivate func wholeYear(_ node: YAMLNode) throws(Fault) -> Int? {
    guard let year = Int(try node.text(as: "year")), (1990...2100).contains(year) else {
      return nil
    }
    return year
  }
}
