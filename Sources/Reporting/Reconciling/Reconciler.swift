import Clocks
import Faults
import Output
import RuleBook

/// Reads the totals back from the bytes of a run's files and compares them with the checks.
///
/// It counts the checks in its own plain way, so that a slip in what writes the files cannot hide
/// in the comparison.
struct Reconciler {
  private let night: NightResult
  private let tables: [CSVTemplate]
  /// The number of checks by rule's id and outcome's word, one for each incident.
  private let expected: [String: [String: Int]]
  /// The same of all that are listed.
  private let all: [String: [String: Int]]

  /// A reconciler of a night's files.
  init(night: NightResult, tables: [CSVTemplate]) {
    self.night = night
    self.tables = tables
    expected = Reconciler.counts(night.checks.filter(\.isCounted), in: night)
    all = Reconciler.counts(night.checks, in: night)
  }

  /// Compares every file that carries totals with the checks.
  ///
  /// - Throws: ``Fault`` that names the first file which does not agree.
  func check(_ files: [ReportFile]) throws(Fault) {
    for file in files {
      let agrees =
        switch file.path {
        case PageSchema.board.page: isBoardPageRight(file.bytes)
        case PageSchema.worklist.page: isWorklistRight(file.bytes)
        case PageSchema.dataQuality.page: isDataQualityRight(file.bytes)
        case "board/measures.csv": areMeasuresRight(file.bytes)
        case "board/published-measures.csv": arePublishedMeasuresRight(file.bytes)
        case "team/data-quality.csv": areFaultsRight(file.bytes)
        case "board/results.json", "team/results.json": areResultsRight(file.bytes)
        case "run.json": isRecordRight(file.bytes)
        default: isTableRight(file)
        }
      guard agrees else {
        throw Fault(
          .ownFault, at: Place(file: file.path), "a file's totals are those of the checks",
          next: "nothing was published; report this with the run's log")
      }
    }
  }

  private static func counts(
    _ checks: some Sequence<CheckLine>, in night: NightResult
  ) -> [String: [String: Int]] {
    var byPlace = [[Int]](
      repeating: [Int](repeating: 0, count: Outcome.allCases.count), count: night.rules.count)
    for check in checks { byPlace[check.rule][Int(check.outcome.rawValue)] += 1 }
    var counts: [String: [String: Int]] = [:]
    for (place, rule) in night.rules.enumerated() {
      for outcome in Outcome.allCases where byPlace[place][Int(outcome.rawValue)] > 0 {
        counts[rule.id, default: [:]][outcome.word] = byPlace[place][Int(outcome.rawValue)]
      }
    }
    return counts
  }

  private func isBoardPageRight(_ bytes: [UInt8]) -> Bool {
    let rows = PageTotals.rows(in: bytes, startingWith: "rule")
    guard rows.count == night.rules.count else { return false }
    for (rule, row) in zip(night.rules, rows) {
      for outcome in Outcome.allCases {
        let count = row[PageTotals.name(of: outcome)].flatMap { Int($0) }
        guard count == expected[rule.id]?[outcome.word] ?? 0 else { return false }
      }
    }
    return true
  }

  private func isWorklistRight(_ bytes: [UInt8]) -> Bool {
    var counts: [String: Int] = [:]
    for check in night.checks {
      guard let urgency = Urgency(check, asOf: night.asOf(of: check)) else { continue }
      counts["\(HTMLText.escaped(night.rules[check.rule].id)) \(urgency.word)", default: 0] += 1
    }
    var found: [String: Int] = [:]
    for row in PageTotals.rows(in: bytes, startingWith: "rule") {
      for urgency in Urgency.allCases {
        guard let count = row[urgency.word].flatMap({ Int($0) }) else { return false }
        if count > 0 { found["\(row["rule"] ?? "") \(urgency.word)"] = count }
      }
    }
    return counts == found
  }

  private func isDataQualityRight(_ bytes: [UInt8]) -> Bool {
    var counts: [String: Int] = [:]
    for fault in night.faults { counts[HTMLText.escaped(fault.identifier), default: 0] += 1 }
    var found: [String: Int] = [:]
    for row in PageTotals.rows(in: bytes, startingWith: "fault") {
      guard let count = row["count"].flatMap({ Int($0) }) else { return false }
      found[row["fault"] ?? "", default: 0] += count
    }
    return counts == found
  }

  private func areMeasuresRight(_ bytes: [UInt8]) -> Bool {
    var reader = CSVReread(bytes)
    guard let headings = reader.next(), let month = headings.firstIndex(of: "month") else {
      return false
    }
    var all: [String: [String: Int]] = [:]
    var months: [String: [String: Int]] = [:]
    while let record = reader.next() {
      guard record.count == headings.count else { return false }
      for outcome in Outcome.allCases {
        guard let place = headings.firstIndex(of: MeasuresTable.column(of: outcome)),
          let count = Int(record[place])
        else { return false }
        guard count > 0 else { continue }
        if record[month] == "all" {
          all[record[0], default: [:]][outcome.word] = count
        } else {
          months[record[0], default: [:]][outcome.word, default: 0] += count
        }
      }
    }
    return reader.isAtEnd && all == expected && months == expected
  }

  /// Counts again what the file says of each measure that is counted by checks, straight from them.
  private func arePublishedMeasuresRight(_ bytes: [UInt8]) -> Bool {
    var reader = CSVReread(bytes)
    guard reader.next() == PublishedMeasuresTable.columns.map(\.name) else { return false }
    var found: [String: [String]] = [:]
    var rows = 0
    while let record = reader.next() {
      guard record.count == PublishedMeasuresTable.columns.count else { return false }
      rows += 1
      guard record[2] == "ours", record[3] == "rule", record[4] == "all" else { continue }
      found[record[0]] = Array(record[6...8])
    }
    for definition in night.measures where definition.way.within == nil {
      let checks = night.checks.filter {
        $0.isCounted && definition.rules.contains(night.rules[$0.rule].id)
      }
      let decided = checks.count { definition.way.denominator.contains($0.outcome) }
      let inTime = checks.count { definition.way.numerator.contains($0.outcome) }
      let unknown = checks.count { Measure.isUnknown($0, asOf: night.asOf(of: $0)) }
      guard definition.way.unit == .check else { continue }
      guard found[definition.id] == [inTime, decided, unknown].map({ String($0) }) else {
        return false
      }
    }
    return reader.isAtEnd && found.count == night.measures.count
      && rows >= night.measures.count
  }

  private func areFaultsRight(_ bytes: [UInt8]) -> Bool {
    var reader = CSVReread(bytes)
    guard reader.next() == FaultsTable.headings else { return false }
    var count = 0
    while let record = reader.next() {
      guard record.count == FaultsTable.headings.count else { return false }
      count += 1
    }
    return reader.isAtEnd && count == night.faults.count
  }

  private func isTableRight(_ file: ReportFile) -> Bool {
    guard let table = tables.first(where: { $0.file == file.path }) else {
      return file.path == PageSchema.index.page
    }
    let taken = night.checks.filter {
      table.takes($0, rule: night.rules[$0.rule], asOf: night.asOf(of: $0))
    }
    let start = table.hasByteOrderMark ? CSV.byteOrderMark : []
    guard file.bytes.starts(with: start) else { return false }
    var reader = CSVReread(Array(file.bytes.dropFirst(start.count)))
    guard reader.next() == table.columns.map(\.heading) else { return false }
    let rule = table.columns.firstIndex { $0.column.name == "rule" }
    let outcome = table.columns.firstIndex { $0.column.name == "outcome" }
    var count = 0
    var found: [String: [String: Int]] = [:]
    while let record = reader.next() {
      guard record.count == table.columns.count else { return false }
      count += 1
      if let rule, let outcome {
        found[record[rule], default: [:]][record[outcome], default: 0] += 1
      }
    }
    guard reader.isAtEnd, count == taken.count else { return false }
    return rule == nil || outcome == nil || found == Reconciler.counts(taken, in: night)
  }

  private func areResultsRight(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReread(bytes)
    var columns: [String] = []
    var listed: [String: [String: Int]] = [:]
    var found: [String: [String: Int]] = [:]
    let isWhole = reader.object { reader, key in
      switch key {
      case "rules": return Reconciler.readRules(&reader, into: &listed)
      case "check_columns":
        return reader.array { reader, _ in
          guard let name = reader.text() else { return false }
          columns.append(name)
          return true
        }
      case "checks":
        guard let rule = columns.firstIndex(of: "rule"),
          let outcome = columns.firstIndex(of: "outcome")
        else { return false }
        return reader.array { reader, _ in
          Reconciler.readCheck(&reader, rule, outcome, into: &found)
        }
      default: return reader.skip()
      }
    }
    return isWhole && listed == expected && found == all
  }

  private func isRecordRight(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReread(bytes)
    var listed: [String: [String: Int]] = [:]
    var checks: Int?
    var faults: Int?
    let isWhole = reader.object { reader, key in
      switch key {
      case "rules": return Reconciler.readRules(&reader, into: &listed)
      case "checks":
        checks = reader.number()
        return checks != nil
      case "faults":
        faults = reader.number()
        return faults != nil
      default: return reader.skip()
      }
    }
    return isWhole && listed == expected && checks == night.checks.count
      && faults == night.faults.count
  }

  private static func readRules(
    _ reader: inout JSONReread, into counts: inout [String: [String: Int]]
  ) -> Bool {
    reader.array { reader, _ in
      var id = ""
      return reader.object { reader, key in
        switch key {
        case "id":
          id = reader.text() ?? ""
          return true
        case "outcomes":
          return reader.object { reader, outcome in
            guard let count = reader.number() else { return false }
            if count > 0 { counts[id, default: [:]][outcome] = count }
            return true
          }
        default: return reader.skip()
        }
      }
    }
  }

  private static func readCheck(
    _ reader: inout JSONReread, _ rulePlace: Int, _ outcomePlace: Int,
    into counts: inout [String: [String: Int]]
  ) -> Bool {
    var rule = ""
    var outcome = ""
    let isWhole = reader.array { reader, place in
      switch place {
      case rulePlace: rule = reader.text() ?? ""
      case outcomePlace: outcome = reader.text() ?? ""
      default: return reader.skip()
      }
      return true
    }
    counts[rule, default: [:]][outcome, default: 0] += 1
    return isWhole
  }
}
