import CaseModel
import Clocks
import XMLReading

/// What a Section47 block says of its conference, until the block ends.
struct CensusEnquiry {
  /// DateOfInitialCPC.
  var conference: Moment = .absent
  /// Its raw text where it cannot be read.
  var conferenceRaw: TextRange = .empty
  /// Where it stands.
  var conferenceSource: Source = .none
  /// InitialCPCtarget.
  var target: Moment = .absent
  /// ICPCnotRequired: nil where it is absent or empty.
  var notRequired: Mark?
  /// Where that stands.
  var notRequiredSource: Source = .none

  /// A mark as exports spell it.
  enum Mark {
    case yes
    case no
    case unreadable

    /// The mark of a text, in every spelling seen.
    init?(_ bytes: UnsafeRawBufferPointer) {
      guard !bytes.isEmpty else { return nil }
      if bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") {
        self = bytes[0] == UInt8(ascii: "1") ? .yes : .no
        return
      }
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "1", "true", "y", "yes", "t": self = .yes
      case "0", "false", "n", "no", "f": self = .no
      default: self = .unreadable
      }
    }
  }
}

extension CensusHandler {
  /// Takes one field of a child, which is not empty.
  mutating func childField(
    _ name: CensusName, _ bytes: UnsafeRawBufferPointer, _ place: XMLPlace
  ) {
    if name.hasCodes, !CensusCodes.has(bytes, of: name, year: year) {
      oddities.add(.code(name), at: source(place))
    }
    switch (block, name) {
    case (.child, .laChildID): takeID(bytes)
    case (.child, .personBirthDate):
      if !Self.settle(&record.born, bytes) { contradict(name, place) }
    case (.child, .expectedPersonBirthDate):
      if !Self.settle(&record.expected, bytes) { contradict(name, place) }
    case (.child, .personDeathDate):
      if !Self.settle(&record.died, bytes) { contradict(name, place) }
      record.diedSource = source(place)
    case (.details, .cinReferralDate):
      openProcess(bytes, name, place)
      addEvent(words.referralReceived, bytes, place)
    case (.details, .cinClosureDate): close(bytes, name, place)
    case (.details, .reasonForClosure): closeReason(bytes)
    case (.details, .dateOfInitialCPC):
      addEvent(words.icpcHeld, bytes, place)
      mark(words.transferIn)
    case (.details, .referralNFA): referralNFA(bytes)
    case (.assessment, .assessmentActualStartDate):
      openProcess(bytes, name, place)
      addEvent(words.assessmentStarted, bytes, place)
    case (.assessment, .assessmentInternalReviewDate):
      addEvent(words.assessmentCheckpoint, bytes, place)
    case (.assessment, .assessmentAuthorisationDate):
      addEvent(words.assessmentAuthorised, bytes, place)
      close(bytes, name, place)
    case (.cinPlan, .cinPlanStartDate), (.plan, .cppStartDate), (.preproceedings, .ppStartDate):
      openProcess(bytes, name, place)
    case (.cinPlan, .cinPlanEndDate), (.plan, .cppEndDate): close(bytes, name, place)
    case (.plan, .cppReviewDate): addEvent(words.reviewHeld, bytes, place)
    case (.preproceedings, .lbpSentDate): addEvent(words.letterSent, bytes, place)
    case (.preproceedings, .initialPPMeetingDate): addEvent(words.meetingHeld, bytes, place)
    case (.section47, .s47ActualStartDate):
      openProcess(bytes, name, place)
      addEvent(words.strategyDiscussion, bytes, place)
      mark(words.initiated)
    case (.section47, .initialCPCtarget): enquiry.target = Bytes.day(bytes)
    case (.section47, .dateOfInitialCPC):
      finishConference()
      enquiry.conference = Bytes.day(bytes)
      enquiry.conferenceSource = source(place)
      if enquiry.conference == .unreadable { enquiry.conferenceRaw = record.add(text: bytes) }
    case (.section47, .icpcNotRequired):
      enquiry.notRequired = CensusEnquiry.Mark(bytes)
      enquiry.notRequiredSource = source(place)
    default:
      if name.isFact { oddities.add(.misplaced(name), at: source(place)) }
    }
  }

  /// Writes an enquiry's conference down: a date counts, and only without one does the mark.
  mutating func finishEnquiry() {
    finishConference()
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

  /// Writes down the conference that was read so far, if there was one.
  private mutating func finishConference() {
    guard enquiry.conference.precision != .absent else { return }
    record.events.append(
      EventRow(
        type: words.icpcHeld, process: process, at: enquiry.conference,
        dueRecorded: enquiry.target, raw: enquiry.conferenceRaw, feeds: feeds,
        source: enquiry.conferenceSource))
    (enquiry.conference, enquiry.conferenceRaw) = (.absent, .empty)
  }

  private mutating func takeID(_ bytes: UnsafeRawBufferPointer) {
    guard !record.id.isEmpty else {
      record.id = record.add(text: bytes)
      return
    }
    if !record.bytes(record.id).elementsEqual(bytes) { hasTwoIDs = true }
  }

  /// Sets a date that stands once; false where it stood with another, and then neither is known.
  private static func settle(_ date: inout Moment, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let moment = Bytes.day(bytes)
    let agrees = date.precision == .absent || date == .missing || date == moment
    date = agrees ? moment : .unreadable
    return agrees
  }

  private mutating func contradict(_ name: CensusName, _ place: XMLPlace) {
    oddities.add(.contradicted(name), at: source(place))
  }

  private mutating func openProcess(
    _ bytes: UnsafeRawBufferPointer, _ name: CensusName, _ place: XMLPlace
  ) {
    if !Self.settle(&record.processes[Int(process)].opened, bytes) { contradict(name, place) }
    record.processes[Int(process)].source = source(place)
  }

  private mutating func close(
    _ bytes: UnsafeRawBufferPointer, _ name: CensusName, _ place: XMLPlace
  ) {
    if !Self.settle(&record.processes[Int(process)].closed, bytes) { contradict(name, place) }
    record.processes[Int(process)].closedSource = source(place)
  }

  private mutating func closeReason(_ bytes: UnsafeRawBufferPointer) {
    let code: Code
    if bytes.count == 3, bytes[0] & 0xDF == UInt8(ascii: "R"), bytes[1] & 0xDF == UInt8(ascii: "C"),
      (0x31...0x39).contains(bytes[2])
    {
      code = closeReasons[Int(bytes[2] - 0x31)]
    } else {
      code = codes.code(bytes)
    }
    record.processes[Int(process)].closeReason = code
    // Closed because the child died, and no date of death: it happened, nobody knows when.
    if code == closeReasons[1], record.died == .absent { record.died = .missing }
  }

  private mutating func referralNFA(_ bytes: UnsafeRawBufferPointer) {
    guard let mark = CensusEnquiry.Mark(bytes) else { return }
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
    let at = Bytes.day(bytes)
    record.events.append(
      EventRow(
        type: type, process: process, at: at,
        raw: at == .unreadable ? record.add(text: bytes) : .empty, feeds: feeds,
        source: source(place)))
  }

  /// Sets a flag of the event just added.
  private mutating func mark(_ flag: Attribute) {
    record.attributes.append(
      AttributeRow(
        owner: .event(Int32(record.events.count - 1)), name: flag, value: .truth(true)))
  }
}
