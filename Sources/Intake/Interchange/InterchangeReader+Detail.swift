import CSVReading
import CaseModel
import Clocks

extension InterchangeReader {
  /// Reads `name=value; name=value`, and the facts of XML, into the record of the current row.
  func fillDetail(
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    type: EventType?, process: ProcessKind?
  ) {
    for index in 0..<row.factCount {
      let fact = row.fact(index)
      fillFact(fact.name, fact.value, row, &rows, type: type, process: process)
    }
    let detail = rows.value(.detail, row)
    guard !detail.isEmpty else { return }
    for pair in detail.fields(cutAt: UInt8(ascii: ";")) where !pair.isEmpty {
      guard let cut = pair.firstIndex(of: UInt8(ascii: "=")) else {
        rows.note(
          "detail holds name=value pairs parted by \";\"", next: "write it so", .detail, row)
        continue
      }
      let name = UnsafeRawBufferPointer(rebasing: pair[..<cut]).trimmed
      let value = UnsafeRawBufferPointer(rebasing: pair[(cut + 1)...]).trimmed
      fillFact(name, value, row, &rows, type: type, process: process)
    }
  }

  private func fillFact(
    _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer,
    _ row: borrowing some InterchangeCells & ~Copyable, _ rows: inout InterchangeRows,
    type: EventType?, process: ProcessKind?
  ) {
    guard !value.isEmpty, !fillWord(name, value, &rows.builder.record) else { return }
    guard let attribute = words.attribute(name) else {
      rows.note(
        row.form == .xml
          ? "a fact has the name of an attribute of the vocabulary, or is team or worker"
          : "detail names attributes of the vocabulary, team, worker, agency, due or id",
        next: "use one of these names, or add the attribute to the site's vocabulary", .detail, row)
      return
    }
    let owners = owners[Int(attribute.index)]
    let isOfEvent = !rows.builder.record.events.isEmpty && owners.haveEvents(of: type)
    let owner = owners.owner(
      isOfEvent: isOfEvent, event: 0, process: process == nil ? -1 : 0, in: rows.builder.record)
    guard let owner else {
      rows.note(
        row.form == .xml
          ? "a fact stands in an event or a process that has its attribute"
          : "an attribute stands in a row of an event or a process that has it",
        next: "look in the vocabulary where the attribute belongs", .detail, row)
      return
    }
    guard !values.isNone(value, of: attribute) else { return }
    let isDate = words.vocabulary[attribute].type == .date
    guard !isDate || FillerDate.read(value) == nil else { return }
    let reading = values.read(value, of: attribute) { ExportDate.read($0) }
    if case .moment(let moment) = reading.value, moment.precision == .minute {
      let source = rows.source(.detail, row)
      rows.attributeTimes[attribute, default: MidnightTally()].add(
        isMidnight: moment.minuteOfDay == 0, at: source)
    }
    if reading.isOutsideList || reading.value == .unreadable {
      rows.note(
        "the value of an attribute is one that the vocabulary allows",
        next: "use one of the values of its list or type", .detail, row)
    }
    rows.attributes.insert(attribute)
    rows.builder.record.attributes.append(
      AttributeRow(
        owner: owner, name: attribute, value: reading.value, feeds: rows.builder.feeds,
        source: rows.source(.detail, row)))
  }

  /// Reads one of the names that are no attributes; false where it is none.
  private func fillWord(
    _ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, _ record: inout ChildRecord
  ) -> Bool {
    guard let word = Self.detailWords.value(written: name) else { return false }
    switch word {
    case .team: record.team = codes.code(value)
    case .worker: record.worker = codes.code(value)
    case .agency:
      for index in record.participations.indices {
        record.participations[index].agency = codes.code(value)
      }
    case .due:
      for index in record.events.indices {
        record.events[index].dueRecorded =
          FillerDate.read(value) == nil ? ExportDate.read(value) ?? .unreadable : .absent
      }
    case .id:
      guard !PlaceholderKey.isNone(value) else { break }
      for index in record.events.indices { record.events[index].id = record.add(text: value) }
    }
    return true
  }

  private enum DetailWord {
    case team
    case worker
    case agency
    case due
    case id
  }

  private static let detailWords = WordTable<DetailWord>([
    ("team", .team), ("worker", .worker), ("agency", .agency), ("due", .due), ("id", .id),
  ])
}
