import Clocks
import Faults
import YAMLReading

/// The keys that say how a measure is counted.
enum MeasureWayKey: String, CaseIterable {
  case numerator
  case denominator
  case by
  case per
  case within
  case days
}

/// The keys of a measure, those that say how it is counted aside.
enum MeasureKey: String, CaseIterable {
  case title
  case counts
  case rules
  case countedOtherwise = "counted otherwise"
  case because
  case targets
  case published
  case source
}

/// The keys of a target.
enum TargetKey: String, CaseIterable {
  case percent
  case from
  case until
  case basis
  case citation
}

/// The keys of a published figure.
enum FigureKey: String, CaseIterable {
  case area
  case year
  case percent
  case source
}

/// Reads the measures of a pack and checks every word of them.
struct MeasuresReader {
  /// The pack's name.
  let pack: String
  /// The ids of the pack's rules that are in use.
  let rules: [String]

  /// The measures of a file, as far as they can be read: what is wrong with one hides nothing of
  /// the next.
  func measures(_ root: YAMLNode, _ diagnostics: inout Diagnostics) -> [MeasureDefinition] {
    let map = diagnostics.read(try root.map(of: "a file of measures"))
    var found: [MeasureDefinition] = []
    for entry in map?.entries ?? [] {
      if let measure = diagnostics.read(try measure(entry.key, entry.value)) {
        found.append(measure)
      }
    }
    return found
  }

  /// One measure.
  private func measure(_ key: YAMLNode, _ node: YAMLNode) throws(Fault) -> MeasureDefinition {
    let name = try key.text(as: "a measure's name")
    guard RuleReader.isName(name) else {
      throw key.fault(
        "a measure's name is lower-case words joined with \"-\"", next: "rename \"\(name)\"")
    }
    let map = try node.map(of: "a measure")
    try map.allow(only: KeyedMap<MeasureKey>.words + KeyedMap<MeasureWayKey>.words)
    let keys = KeyedMap<MeasureKey>(map)
    let way = try way(KeyedMap(map), like: nil)
    let other = try otherWay(keys, than: way)
    return MeasureDefinition(
      id: "\(pack)/\(name)", title: try keys.requiredText(.title),
      counts: try keys.requiredText(.counts), rules: try counted(keys), way: way,
      otherWay: other, difference: try keys.text(.because) ?? "",
      targets: try targets(keys), published: try figures(keys), place: key.place)
  }

  /// How whoever publishes it counts it; nil where nobody counts it otherwise.
  private func otherWay(
    _ keys: KeyedMap<MeasureKey>, than way: MeasureWay
  ) throws(Fault) -> MeasureWay? {
    guard let node = keys[.countedOtherwise] else { return nil }
    let own = try node.map(of: "another way of counting", keys: MeasureWayKey.self)
    let other = try self.way(own, like: way)
    guard other != way else {
      throw node.fault("another way of counting differs from the first", next: "remove it")
    }
    guard keys[.because] != nil else {
      throw node.fault(
        "another way of counting says who counts so and why", next: "add a line \"because: …\"")
    }
    return other
  }

  private func counted(_ keys: KeyedMap<MeasureKey>) throws(Fault) -> [String] {
    var ids: [String] = []
    for node in try keys.required(.rules).oneOrMore {
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

  private func way(
    _ keys: KeyedMap<MeasureWayKey>, like usual: MeasureWay?
  ) throws(Fault) -> MeasureWay {
    var way =
      usual
      ?? MeasureWay(
        unit: .check, numerator: [.met], denominator: [.met, .metLate, .overdue, .notMet],
        day: .due, within: nil, comparesCounts: false)
    if let node = keys[.per] {
      way.unit = try word(node, "per", MeasureWay.Unit.allCases, \.rawValue)
    }
    if let node = keys[.by] { way.day = try word(node, "by", MeasureWay.Day.allCases, \.rawValue) }
    if let node = keys[.numerator] { way.numerator = try outcomes(node) }
    if let node = keys[.denominator] { way.denominator = try outcomes(node) }
    if let node = keys[.numerator] ?? keys[.denominator],
      !way.numerator.isSubset(of: way.denominator)
    {
      throw node.fault(
        "what is in the numerator is in the denominator too", next: "add it to the denominator")
    }
    if let node = keys[.within] {
      way.within = try MeasuresReader.limit(node)
      guard way.within?.isElapsed == false, way.within?.needsCalendar == false else {
        throw node.fault(
          "a measure's own limit counts days, weeks or months", next: "write \"within: 1 month\"")
      }
    }
    if let node = keys[.days] {
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

  private func targets(_ keys: KeyedMap<MeasureKey>) throws(Fault) -> [MeasureTarget] {
    guard let node = keys[.targets] else { return [] }
    var targets: [MeasureTarget] = []
    for item in try node.list(of: "targets") {
      let own = try item.map(of: "a target", keys: TargetKey.self)
      let basis = try own.required(.basis)
      targets.append(
        MeasureTarget(
          tenths: try tenths(try own.required(.percent)), from: try day(own[.from]),
          until: try day(own[.until]),
          basis: try word(basis, "basis", Basis.allCases, \.rawValue),
          citation: try own.requiredText(.citation)))
    }
    return targets
  }

  private func day(_ node: YAMLNode?) throws(Fault) -> CivilDay? {
    guard let node else { return nil }
    return try RuleReader.day(node)
  }

  private func figures(_ keys: KeyedMap<MeasureKey>) throws(Fault) -> [PublishedFigure] {
    guard let node = keys[.published] else { return [] }
    let usual = try keys.text(.source)
    var figures: [PublishedFigure] = []
    for item in try node.list(of: "published figures") {
      let own = try item.map(of: "a published figure", keys: FigureKey.self)
      let year = try own.required(.year)
      guard let number = try MeasuresReader.wholeYear(year) else {
        throw year.fault("a year to 31 March is written as 2025", next: "correct it")
      }
      guard let source = try own.text(.source) ?? usual else {
        throw item.fault("a published figure has a source", next: "add \"source: …\"")
      }
      let figure = PublishedFigure(
        area: try own.requiredText(.area), year: number,
        tenths: try tenths(try own.required(.percent)), source: source)
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

  /// A year of four digits; nil where it is none.
  private static func wholeYear(_ node: YAMLNode) throws(Fault) -> Int? {
    guard let year = Int(try node.text(as: "year")), (1990...2100).contains(year) else {
      return nil
    }
    return year
  }
}
