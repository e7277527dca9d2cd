import CaseModel
import Clocks
import XMLReading

/// The conference of a Section47 group, until the group ends.
struct CensusEnquiry {
  /// DateOfInitialCPC.
  var conference: Moment = .absent
  /// Its raw text where it cannot be read.
  var conferenceRaw: TextRange = .empty
  /// Its position.
  var conferenceSource: Source = .none
  /// InitialCPCtarget.
  var target: Moment = .absent
  /// ICPCnotRequired: nil where it is absent or empty.
  var notRequired: Mark?
  /// The position of ``notRequired``.
  var notRequiredSource: Source = .none

  /// A mark of yes or no.
  enum Mark {
    case yes
    case no
    case unreadable

    /// The mark of a field, which is not empty.
    init(_ bytes: UnsafeRawBufferPointer) {
      if bytes.count == 1, bytes[0] == UInt8(ascii: "0") || bytes[0] == UInt8(ascii: "1") {
        self = bytes[0] == UInt8(ascii: "1") ? .yes : .no
        return
      }
      switch TruthWords.read(bytes) {
      case true?: self = .yes
      case false?: self = .no
      case nil: self = .unreadable
      }
    }
  }
}

extension CensusHandler {
  /// Takes one field of a child, which is not empty.
  mutating func childField(
    _ name: CensusName, _ bytes: UnsafeRawBufferPointer, _ place: XMLPlace
  ) {
    if name.isDate, FillerDate.read(bytes) != nil {
      // As an empty element, which says nothing.
      oddities.add(.filler(name), at: source(place))
      return
    }
    if name.hasCodes, !CensusCodes.has(bytes, of: name, year: year) {
      oddities.add(.code(name), at: source(place))
    }
    switch (block, name) {
    case (.child, .laChildID): takeID(bytes)
    case (.child, .personBirthDate):
      if !Self.settle(&builder.record.born, bytes) { contradict(name, place) }
    case (.child, .expectedPersonBirthDate):
      if !Self.settle(&builder.record.expected, bytes) { contradict(name, place) }
    case (.child, .personDeathDate):
      if !Self.settle(&builder.record.died, bytes) { contradict(name, place) }
      builder.record.diedSource = source(place)
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
    case (.section47, .initialCPCtarget): enquiry.target = ExportDate.day(bytes)
    case (.section47, .dateOfInitialCPC):
      finishConference()
      enquiry.conference = ExportDate.day(bytes)
      enquiry.conferenceSource = source(place)
      if enquiry.conference == .unreadable {
        enquiry.conferenceRaw = builder.record.add(text: bytes)
      }
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
      builder.record.events.append(
        EventRow(
          type: words.icpcHeld, state: .notRequired, process: process, feeds: builder.feeds,
          source: enquiry.notRequiredSource))
    case .unreadable:
      // A mark that nobody can read: an event of this state whose date cannot be read.
      builder.record.events.append(
        EventRow(
          type: words.icpcHeld, state: .notRequired, process: process, at: .unreadable,
          feeds: builder.feeds, source: enquiry.notRequiredSource))
    case .no, nil: break
    }
  }

  /// Writes down the conference that was read so far, if there was one.
  private mutating func finishConference() {
    guard enquiry.conference.precision != .absent else { return }
    builder.record.events.append(
      EventRow(
        type: words.icpcHeld, process: process, at: enquiry.conference,
        dueRecorded: enquiry.target, raw: enquiry.conferenceRaw, feeds: builder.feeds,
        source: enquiry.conferenceSource))
    (enquiry.conference, enquiry.conferenceRaw) = (.absent, .empty)
  }

  private mutating func takeID(_ bytes: UnsafeRawBufferPointer) {
    guard !PlaceholderKey.isNone(bytes) else { return }
    guard !builder.record.id.isEmpty else {
      builder.record.id = builder.record.add(text: bytes)
      return
    }
    if !builder.record.bytes(builder.record.id).elementsEqual(bytes) { hasTwoIDs = true }
  }

  /// Sets a date that stands once; false where it stood with another, and then neither is known.
  private static func settle(_ date: inout Moment, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let moment = ExportDate.day(bytes)
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
    if !Self.settle(&builder.record.processes[Int(process)].opened, bytes) {
      contradict(name, place)
    }
    builder.record.processes[Int(process)].source = source(place)
  }

  private mutating func close(
    _ bytes: UnsafeRawBufferPointer, _ name: CensusName, _ place: XMLPlace
  ) {
    if !Self.settle(&builder.record.processes[Int(process)].closed, bytes) {
      contradict(name, place)
    }
    builder.record.processes[Int(process)].closedSource = source(place)
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
    builder.record.processes[Int(process)].closeReason = code
    // Closed because the child died, and no date of death: it happened, nobody knows when.
    if code == closeReasons[1], builder.record.died == .absent { builder.record.died = .missing }
  }

  private mutating func referralNFA(_ bytes: UnsafeRawBufferPointer) {
    let value: AttributeRow.Value
    switch CensusEnquiry.Mark(bytes) {
    case .yes: value = .truth(true)
    case .no: return
    case .unreadable: value = .unreadable
    }
    builder.record.attributes.append(
      AttributeRow(
        owner: .process(process), name: words.referralNFA, value: value, feeds: builder.feeds,
        source: builder.record.processes[Int(process)].source))
  }

  private mutating func addEvent(
    _ type: EventType, _ bytes: UnsafeRawBufferPointer, _ place: XMLPlace
  ) {
    let at = ExportDate.day(bytes)
    builder.record.events.append(
      EventRow(
        type: type, process: process, at: at,
        raw: at == .unreadable ? builder.record.add(text: bytes) : .empty, feeds: builder.feeds,
        source: source(place)))
  }

  /// Sets a flag of the event just added.
  private mutating func mark(_ flag: Attribute) {
    builder.record.attributes.append(
      AttributeRow(
        owner: .event(Int32(builder.record.events.count - 1)), name: flag, value: .truth(true),
        feeds: builder.feeds, source: builder.record.events[builder.record.events.count - 1].source)
    )
  }
}
