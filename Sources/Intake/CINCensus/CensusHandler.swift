import CaseModel
import Clocks
import Faults
import XMLReading

/// Turns the elements of a census into one record a child, by name and not by position.
struct CensusHandler: XMLHandler {
  typealias Failure = Fault

  /// What the elements around the current one describe.
  enum Block {
    case none
    case header
    case child
    case details
    case assessment
    case cinPlan
    case section47
    case plan
    case preproceedings
  }

  let words: CensusWords
  let codes: CodeBook
  let file: Int32
  let fileName: String
  let feeds: FeedSet
  /// The as-of that was asked for; nil for the file's own.
  let asOf: Moment?
  var feed: Feed
  let sink: any RecordSink
  var record = ChildRecord()
  var counts = RowCounts()
  var faults: [DataFault] = []
  /// How often each element was met that no census has.
  var unknownElements = 0

  /// The codes of the close reasons RC1 to RC9.
  let closeReasons: [Code]
  private var blocks: [Block] = []
  private var depth = 0
  private var hasBegun = false
  /// The rows of the processes that are open around the current element; -1 for none.
  var episode: Int32 = -1
  var process: Int32 = -1
  /// What the current enquiry says before it ends.
  var enquiry = CensusEnquiry()
  private var referenceDate: Moment = .absent
  private var extractedAt: Moment = .absent

  init(
    words: CensusWords, codes: CodeBook, file: Int32, fileName: String, feedIndex: Int,
    asOf: Moment?, feed: Feed, sink: any RecordSink
  ) {
    self.words = words
    self.codes = codes
    self.file = file
    self.fileName = fileName
    self.feeds = FeedSet(feed: feedIndex)
    self.asOf = asOf
    self.feed = feed
    self.sink = sink
    closeReasons = CensusWords.closeReasons.map { codes.code($0) }
  }

  private var block: Block { blocks.last ?? .none }

  func source(_ place: XMLPlace) -> Source {
    Source(file: file, line: place.line, column: place.column)
  }

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    depth += 1
    let known = CensusName(rawValue: name.rawValue)
    if depth == 1, known != .message { throw CensusRoot.fault(spelling, place, fileName) }
    switch known {
    case nil: unknownElements += 1
    case .header: blocks.append(.header)
    case .child:
      try begin(place)
      record.clear()
      record.feeds = feeds
      record.source = source(place)
      counts.read += 1
      episode = -1
      process = -1
      blocks.append(.child)
    case .cinDetails:
      episode = open(words.episode, parent: -1, place)
      process = episode
      blocks.append(.details)
    case .assessments: push(.assessment, words.assessment, place)
    case .cinPlanDates: push(.cinPlan, words.cinPlan, place)
    case .section47:
      push(.section47, words.s47, place)
      enquiry = CensusEnquiry()
    case .childProtectionPlans: push(.plan, words.cpPlan, place)
    case .preProceedings: push(.preproceedings, words.preproceedings, place)
    default: break
    }
  }

  mutating func end(
    _ name: XMLName, text: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    depth -= 1
    guard let name = CensusName(rawValue: name.rawValue) else { return }
    switch name {
    case .header:
      blocks.removeLast()
    case .child:
      blocks.removeLast()
      try finishChild(place)
    case .cinDetails:
      blocks.removeLast()
      episode = -1
      process = -1
    case .section47:
      finishEnquiry(place)
      blocks.removeLast()
      process = episode
    case .assessments, .cinPlanDates, .childProtectionPlans, .preProceedings:
      blocks.removeLast()
      process = episode
    default:
      text.withUnsafeBufferPointer { buffer in
        let bytes = Bytes.trimmed(UnsafeRawBufferPointer(buffer))
        if block == .header {
          headerField(name, bytes)
        } else {
          childField(name, bytes, block, place)
        }
      }
    }
  }

  // MARK: Blocks

  private mutating func open(_ kind: ProcessKind, parent: Int32, _ place: XMLPlace) -> Int32 {
    record.processes.append(
      ProcessRow(
        kind: kind, isMadeUp: true, parent: parent, opened: .missing, feeds: feeds,
        source: source(place)))
    return Int32(record.processes.count - 1)
  }

  private mutating func push(_ block: Block, _ kind: ProcessKind, _ place: XMLPlace) {
    process = open(kind, parent: episode, place)
    blocks.append(block)
  }

  /// The first child: from here on everything is judged as of the header's date.
  private mutating func begin(_ place: XMLPlace) throws(Fault) {
    guard !hasBegun else { return }
    hasBegun = true
    feed.asOf = asOf ?? referenceDate
    guard feed.asOf.isKnown else {
      throw Fault(
        .inputRefused, at: Place(file: fileName, line: Int(place.line)),
        referenceDate == .unreadable
          ? "the header's ReferenceDate is a date"
          : "a census says in its header what day it describes",
        next: "give the day with --as-of YYYY-MM-DD")
    }
    words.describe(&feed)
    if let extracted = extractedAt.day, let reference = referenceDate.day, extracted < reference {
      faults.append(
        DataFault(
          "extracted-before-reference-date", .worthALook, at: Source(file: file, line: 1),
          "The header's DateTime lies before its ReferenceDate.",
          next: "ask who made the export which of the two is right"))
    }
    try sink.begin(feed)
  }

  /// Ends the file.
  mutating func finish() throws(Fault) {
    if !hasBegun { try begin(XMLPlace(line: 1, column: 1)) }
    guard counts.isBalanced else {
      throw Fault(
        .ownFault, at: Place(file: fileName),
        "the children read are the children used and set aside", next: "report this as a defect")
    }
  }

  private mutating func finishChild(_ place: XMLPlace) throws(Fault) {
    guard !record.id.isEmpty else {
      counts.setAside += 1
      try sink.setAside(
        QuarantinedRow(
          source: source(place), rule: "a child has an LAchildID",
          nextStep: "fill the id in the case system and export again"))
      return
    }
    counts.used += 1
    counts.copies += record.removeCopies()
    try sink.receive(&record)
  }

  private mutating func headerField(_ name: CensusName, _ bytes: UnsafeRawBufferPointer) {
    switch name {
    case .referenceDate: referenceDate = Bytes.day(bytes)
    case .dateTime: extractedAt = Bytes.day(bytes)
    case .lea: feed.authority = String(decoding: bytes, as: UTF8.self)
    case .softwareCode:
      feed.isSynthetic = bytes.elementsEqual("DULY-SYNTHETIC".utf8)
    default: break
    }
  }
}
