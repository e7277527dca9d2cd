import CaseModel
import Clocks

/// Says what one row of a mapped file became, in the words of the vocabulary.
struct MappedRowWords {
  let vocabulary: Vocabulary
  let codes: CodeBook
  /// Whether values of the export are shown; else only what kind of value is there.
  let showsValues: Bool

  /// The lines of a row: the child, its processes, its events.
  func lines(of record: ChildRecord) -> [String] {
    var lines = ["line \(record.source.line): child \(value(record.childID))"]
    for (name, moment) in [
      ("born", record.born), ("expected", record.expected), ("died", record.died),
    ] where moment != .absent {
      lines[0] += ", \(name) \(words(moment))"
    }
    if record.team.isPresent { lines[0] += ", team \(value(codes.text(record.team)))" }
    if record.worker.isPresent { lines[0] += ", worker \(value(codes.text(record.worker)))" }
    for (row, process) in record.processes.enumerated() {
      var line = "  process \(name(Int32(row), record))"
      if process.parent >= 0 { line += " within \(name(process.parent, record))" }
      lines.append(line + attributes(.process(Int32(row)), record))
    }
    for (row, event) in record.events.enumerated() {
      var line = "  event \(vocabulary[event.type].word)"
      if event.state != .held { line += ", \(event.state.word)" }
      line += ", \(words(event.at))"
      if event.process >= 0 { line += ", in \(name(event.process, record))" }
      if event.outcome.isPresent { line += ", outcome \(value(codes.text(event.outcome)))" }
      for part in record.participations where part.event == row {
        line += ", \(part.part.word) \(vocabulary[part.role]?.word ?? "a role that is not known")"
      }
      lines.append(line + attributes(.event(Int32(row)), record))
    }
    return lines
  }

  private func name(_ row: Int32, _ record: ChildRecord) -> String {
    let process = record.processes[Int(row)]
    return "\(vocabulary[process.kind].word) \(value(record.string(process.id)))"
  }

  private func attributes(_ owner: AttributeRow.Owner, _ record: ChildRecord) -> String {
    record.attributes.filter { $0.owner == owner }.map { row in
      let text =
        switch row.value {
        case .truth(let truth): value(truth ? "yes" : "no")
        case .code(let code): value(codes.text(code))
        case .role(let role): value(vocabulary[role]?.word ?? "a role that is not known")
        case .number(let number): value("\(number)")
        case .moment(let moment): words(moment)
        case .limit(let limit): value("\(limit)")
        case .unreadable: "unreadable"
        }
      return ", \(vocabulary[row.name].word) \(text)"
    }.joined()
  }

  private func words(_ moment: Moment) -> String {
    guard moment.isKnown else { return "date \(moment.precision)" }
    let precision = moment.precision == .minute ? "to the minute" : "to the day"
    return showsValues ? "\(moment) (\(precision))" : "date \(precision)"
  }

  private func value(_ text: String) -> String {
    showsValues ? MappingCheck.shown(text) : "(value)"
  }
}
