import CaseModel
import Clocks
import Faults
import Files
import Glibc
import Intake
import Testing
import YAMLReading

/// A sink that keeps everything, in words.
final class Recorder: RecordSink {
  let vocabulary: Vocabulary
  let codes: CodeBook
  var records: [ChildRecord] = []
  var aside: [QuarantinedRow] = []

  init(vocabulary: Vocabulary, codes: CodeBook) {
    self.vocabulary = vocabulary
    self.codes = codes
  }

  func begin(_ feed: Feed) {}
  func finish(_ feed: Feed, counts: RowCounts) {}

  func receive(_ record: inout ChildRecord) {
    #expect(record.brokenInvariant == nil)
    records.append(record)
  }

  func setAside(_ row: QuarantinedRow) { aside.append(row) }

  /// Every record as lines: the child, then processes, events with who took part, attributes.
  var lines: [String] { records.flatMap(lines(of:)) }

  /// The places of the rows set aside, `line:column`.
  var asidePlaces: [String] { aside.map { "\($0.source.line):\($0.source.column)" } }

  private func lines(of record: ChildRecord) -> [String] {
    var lines = ["child \(record.childID)"]
    if record.born != .absent { lines[0] += " born \(text(record.born))" }
    if record.expected != .absent { lines[0] += " expected \(text(record.expected))" }
    if record.died != .absent { lines[0] += " died \(text(record.died))" }
    if record.team.isPresent { lines[0] += " team \(codes.text(record.team))" }
    if record.worker.isPresent { lines[0] += " worker \(codes.text(record.worker))" }
    for (row, process) in record.processes.enumerated() {
      var line = name(record, Int32(row))
      if process.parent >= 0 { line += " in \(name(record, process.parent))" }
      if process.closeReason.isPresent { line += " closed as \(codes.text(process.closeReason))" }
      lines.append(line + attributes(record, .process(Int32(row))))
    }
    for (row, event) in record.events.enumerated() {
      var line = vocabulary[event.type].word
      if event.state != .held { line += " \(event.state.word)" }
      line += " \(text(event.at))"
      if !event.raw.isEmpty { line += " raw \(record.string(event.raw))" }
      if event.process >= 0 { line += " in \(name(record, event.process))" }
      if event.outcome.isPresent { line += " outcome \(codes.text(event.outcome))" }
      if !event.id.isEmpty { line += " id \(record.string(event.id))" }
      if event.dueRecorded != .absent { line += " due \(text(event.dueRecorded))" }
      for part in record.participations where part.event == row {
        line += " \(part.part.word) \(vocabulary[part.role]?.word ?? "?")"
        if part.agency.isPresent { line += " of \(codes.text(part.agency))" }
        if part.at != .absent { line += " at \(text(part.at))" }
      }
      lines.append(line + attributes(record, .event(Int32(row))))
    }
    return lines
  }

  private func name(_ record: ChildRecord, _ row: Int32) -> String {
    let process = record.processes[Int(row)]
    return "\(vocabulary[process.kind].word) \(record.string(process.id))"
  }

  private func attributes(_ record: ChildRecord, _ owner: AttributeRow.Owner) -> String {
    record.attributes.filter { $0.owner == owner }.map { row in
      let value =
        switch row.value {
        case .truth(let truth): truth ? "yes" : "no"
        case .code(let code): codes.text(code)
        case .role(let role): vocabulary[role]?.word ?? "?"
        case .number(let number): "\(number)"
        case .moment(let moment): text(moment)
        case .limit(let limit): "\(limit)"
        case .unreadable: "unreadable"
        }
      return " \(vocabulary[row.name].word)=\(value)"
    }.joined()
  }

  private func text(_ moment: Moment) -> String {
    moment.isKnown ? moment.description : "\(moment.precision)"
  }
}

/// The vocabulary that Duly ships.
func shippedVocabulary() throws -> Vocabulary {
  let text = try SmallFile.text(inRepository("Rules/vocabulary.yaml"))
  return try Vocabulary([YAMLReader.read(text, file: "vocabulary.yaml")])
}

/// A path below the folder of the package.
func inRepository(_ path: String) -> String {
  var folder = #filePath
  for _ in 0..<3 { folder = Path.folder(folder) }
  return Path.join(folder, path)
}

/// Calls a body with the descriptor of an open file of some bytes.
func withFile<Result>(_ bytes: [UInt8], _ body: (Int32) throws -> Result) throws -> Result {
  let stream = try #require(tmpfile())
  defer { fclose(stream) }
  let descriptor = fileno(stream)
  #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  #expect(lseek(descriptor, 0, SEEK_SET) == 0)
  return try body(descriptor)
}
