import CaseModel
import Clocks
import XMLReading

extension CensusHandler {
  /// Takes one field of a child.
  mutating func childField(
    _ name: CensusName, _ bytes: UnsafeRawBufferPointer, _ block: Block, _ place: XMLPlace
  ) {
    switch (block, name) {
    case (.child, .laChildID):
      if record.id.isEmpty, !bytes.isEmpty { record.id = record.add(text: bytes) }
    case (.child, .personBirthDate):
      if !bytes.isEmpty { record.born = Bytes.day(bytes) }
    case (.child, .expectedPersonBirthDate):
      if !bytes.isEmpty { record.expected = Bytes.day(bytes) }
    case (.child, .personDeathDate):
      if !bytes.isEmpty {
        record.died = Bytes.day(bytes)
        record.diedSource = source(place)
      }
    case (.details, .cinReferralDate): openEpisode(bytes, place)
    case (.details, .cinClosureDate): close(bytes, place)
    case (.details, .reasonForClosure): closeReason(bytes)
    case (.details, .dateOfInitialCPC):
      addEvent(words.icpcHeld, bytes, place)
      if !bytes.isEmpty { mark(words.transferIn) }
    case (.details, .referralNFA): referralNFA(bytes)
    case (.assessment, .assessmentActualStartDate):
      openProcess(bytes, place)
      addEvent(words.assessmentStarted, bytes, place)
    case (.assessment, .assessmentInternalReviewDate):
      addEvent(words.assessmentCheckpoint, bytes, place)
    case (.assessment, .assessmentAuthorisationDate):
      addEvent(words.assessmentAuthorised, bytes, place)
      close(bytes, place)
    case (.cinPlan, .cinPlanStartDate), (.plan, .cppStartDate), (.preproceedings, .ppStartDate):
      openProcess(bytes, place)
    case (.cinPlan, .cinPlanEndDate), (.plan, .cppEndDate): close(bytes, place)
    case (.plan, .cppReviewDate): addEvent(words.reviewHeld, bytes, place)
    case (.section47, .s47ActualStartDate):
      openProcess(bytes, place)
      addEvent(words.strategyDiscussion, bytes, place)
      if !bytes.isEmpty { mark(words.initiated) }
    case (.section47, .initialCPCtarget): enquiry.target = Bytes.day(bytes)
    case (.section47, .dateOfInitialCPC):
      guard !bytes.isEmpty else { return }
      enquiry.conference = Bytes.day(bytes)
      enquiry.conferenceSource = source(place)
      if enquiry.conference == .unreadable { enquiry.conferenceRaw = record.add(text: bytes) }
    case (.section47, .icpcNotRequired):
      enquiry.notRequired = CensusEnquiry.Mark(bytes)
      enquiry.notRequiredSource = source(place)
    default: break
    }
  }

  /// Writes an enquiry's conference down: a date counts, and only without one does the mark.
  mutating func finishEnquiry(_ place: XMLPlace) {
    if enquiry.conference.precision != .absent {
      record.events.append(
        EventRow(
          type: words.icpcHeld, process: process, at: enquiry.conference,
          dueRecorded: enquiry.target, raw: enquiry.conferenceRaw, feeds: feeds,
          source: enquiry.conferenceSource))
    }
    switch enquiry.notRequired {
    case .yes:
      record.events.append(
        EventRow(
          type: words.icpcHeld, state: .notRequired, process: process, feeds: feeds,
          source: enquiry.notRequiredSource))
    case .unreadable:
      // A mark that nobody can read: an event of this state whose date cannot be read.
      record.events.append(
        EventRow(
          type: words.icpcHeld, state: .notRequired, process: process, at: .unreadable,
          feeds: feeds, source: enquiry.notRequiredSource))
    case .no, nil: break
    }
  }

  private mutating func openEpisode(_ bytes: UnsafeRawBufferPointer, _ place: XMLPlace) {
    openProcess(bytes, place)
    addEvent(words.referralReceived, bytes, place)
  }

  private mutating func openProcess(_ bytes: UnsafeRawBufferPointer, _ place: XMLPlace) {
    guard process >= 0, !bytes.isEmpty else { return }
    record.processes[Int(process)].opened = Bytes.day(bytes)
    record.processes[Int(process)].source = source(place)
  }

  private mutating func close(_ bytes: UnsafeRawBufferPointer, _ place: XMLPlace) {
    guard process >= 0, !bytes.isEmpty else { return }
    record.processes[Int(process)].closed = Bytes.day(bytes)
    record.processes[Int(process)].closedSource = source(place)
  }

  private mutating func closeReason(_ bytes: UnsafeRawBufferPointer) {
    guard process >= 0, !bytes.isEmpty else { return }
    let code: Code
    if bytes.count == 3, bytes.starts(with: "RC".utf8), (0x31...0x39).contains(bytes[2]) {
      code = closeReasons[Int(bytes[2] - 0x31)]
    } else {
      code = codes.code(bytes)
    }
    record.processes[Int(process)].closeReason = code
    // Closed because the child died, and no date of death: it happened, nobody knows when.
    if code == closeReasons[1], record.died == .absent { record.died = .missing }
  }

  private mutating func referralNFA(_ bytes: UnsafeRawBufferPointer) {
    guard process >= 0, let mark = CensusEnquiry.Mark(bytes) else { return }
    let value: AttributeRow.Value
    switch mark {
    case .yes: value = .truth(true)
    case .no: return
    case .unreadable: value = .unreadable
    }
    record.attributes.append(
      AttributeRow(owner: .process(process), name: words.referralNFA, value: value))
  }

  private mutating func addEvent(
    _ type: EventType, _ bytes: UnsafeRawBufferPointer, _ place: XMLPlace
  ) {
    guard process >= 0, !bytes.isEmpty else { return }
    let at = Bytes.day(bytes)
    record.events.append(
      EventRow(
        type: type, process: process, at: at,
        raw: at == .unreadable ? record.add(text: bytes) : .empty, feeds: feeds,
        source: source(place)))
  }

  /// Sets a flag of the event just added.
  private mutating func mark(_ flag: Attribute) {
    guard process >= 0, !record.events.isEmpty else { return }
    record.attributes.append(
      AttributeRow(
        owner: .event(Int32(record.events.count - 1)), name: flag, value: .truth(true)))
  }
}
