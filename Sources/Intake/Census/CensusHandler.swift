import CaseModel
import Clocks
import Faults
import XMLReading

/// Turns the elements of a census into one record a child, by name and not by position.
struct CensusHandler: XMLHandler {
  typealias Failure = Fault

  /// The group that the current element belongs to.
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
  /// The as-of that was asked for; nil for the file's own.
  let asOf: Moment?
  var feed: Feed
  let sink: any RecordSink
  var builder: RecordBuilder
  var issues: [DataIssue] = []
  var oddities = CensusOddities()
  var header = CensusHeader()
  /// The year in which the census ends; nil where nothing says so.
  var year: Int?

  /// The codes of the close reasons RC1 to RC9.
  let closeReasons: [Code]
  private var blocks: [(block: Block, process: Int32)] = []
  private var depth = 0
  private var hasBegun = false
  /// The row of the episode around the current element; -1 for none.
  private var episode: Int32 = -1
  /// Whether the child has two ids.
  var hasTwoIDs = false
  /// The conference of the current enquiry.
  var enquiry = CensusEnquiry()

  init(
    words: CensusWords, codes: CodeBook, file: ExportFile, asOf: Moment?, feed: Feed,
    sink: any RecordSink
  ) {
    self.words = words
    self.codes = codes
    builder = RecordBuilder(file: file)
    self.asOf = asOf
    self.feed = feed
    self.sink = sink
    closeReasons = CensusWords.closeReasons.map { codes.code($0) }
  }

  /// The group that the current element belongs to.
  var block: Block { blocks.last?.block ?? .none }

  /// The row of the process around the current element; -1 for none.
  var process: Int32 { blocks.last?.process ?? -1 }

  func source(_ place: XMLPlace) -> Source {
    Source(file: builder.file.index, line: place.line, column: place.column)
  }

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    depth += 1
    let known = CensusName(rawValue: name.rawValue)
    if depth == 1, known != .message { throw XMLRoot.fault(spelling, place, builder.file.name) }
    guard let known else {
      oddities.add(unknown: spelling, at: source(place))
      return
    }
    switch known {
    case .header: blocks.append((.header, -1))
    case .child: try begin(place)
    case .cinDetails:
      guard blocks.contains(where: { $0.block == .child }) else {
        throw fault("an episode of a census stands in a Child", place)
      }
      episode = open(words.episode, parent: -1, place)
      blocks.append((.details, episode))
    case .assessments: push(.assessment, words.assessment, place)
    case .cinPlanDates: push(.cinPlan, words.cinPlan, place)
    case .section47:
      push(.section47, words.s47, place)
      enquiry = CensusEnquiry()
    case .childProtectionPlans: push(.plan, words.cpPlan, place)
    case .preProceedings: push(.preproceedings, words.preproceedings, place)
    default: break
    }
    if known.dependsOnYear, !CensusCodes.has(known, year: year) {
      oddities.add(.otherYear(known), at: source(place))
    }
  }

  mutating func end(
    _ name: XMLName, text: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    depth -= 1
    guard let name = CensusName(rawValue: name.rawValue) else { return }
    switch name {
    case .header: blocks.removeLast()
    case .child:
      blocks.removeLast()
      try finishChild(place)
    case .cinDetails:
      blocks.removeLast()
      episode = -1
    case .section47:
      finishEnquiry()
      blocks.removeLast()
    case .assessments, .cinPlanDates, .childProtectionPlans, .preProceedings:
      blocks.removeLast()
    default:
      text.withUnsafeBufferPointer { buffer in
        let bytes = UnsafeRawBufferPointer(buffer).trimmed
        guard !bytes.isEmpty else { return }
        if block == .header || block == .none {
          header.take(name, bytes, source(place))
          if name.isFact { oddities.add(.misplaced(name), at: source(place)) }
        } else {
          childField(name, bytes, place)
        }
      }
    }
  }

  // MARK: Blocks

  private mutating func open(_ kind: ProcessKind, parent: Int32, _ place: XMLPlace) -> Int32 {
    builder.record.processes.append(
      ProcessRow(
        kind: kind, isMadeUp: true, parent: parent, opened: .missing, feeds: builder.feeds,
        source: source(place)))
    return Int32(builder.record.processes.count - 1)
  }

  private mutating func push(_ block: Block, _ kind: ProcessKind, _ place: XMLPlace) {
    blocks.append((block, open(kind, parent: episode, place)))
  }

  /// A child starts; at the first one the header is over.
  private mutating func begin(_ place: XMLPlace) throws(Fault) {
    guard block == .none else { throw fault("a Child stands in no other Child", place) }
    try beginFeed(place)
    builder.begin(at: source(place))
    hasTwoIDs = false
    builder.counts.read += 1
    episode = -1
    blocks.append((.child, -1))
  }

  /// The first child: from here on everything is judged as of the header's date.
  private mutating func beginFeed(_ place: XMLPlace) throws(Fault) {
    guard !hasBegun else { return }
    hasBegun = true
    try header.checkCollection(builder.file.name)
    feed.asOf = try header.asOf(asked: asOf, at: place, builder.file.name)
    feed.authority = header.authority
    feed.isSynthetic = header.isSynthetic
    year = header.year ?? CensusHeader.year(of: feed.asOf)
    words.describe(&feed, year: year)
    issues += header.issues
    try sink.begin(feed)
  }

  /// Ends the file.
  mutating func finish() throws(Fault) {
    try beginFeed(XMLPlace(line: 1, column: 1))
    guard builder.counts.isBalanced else {
      throw Fault(
        .ownFault, at: Place(file: builder.file.name),
        "the children read are the children used and set aside", next: "report this as a defect")
    }
  }

  private mutating func finishChild(_ place: XMLPlace) throws(Fault) {
    guard !builder.record.id.isEmpty, !hasTwoIDs else {
      try builder.setAside(
        hasTwoIDs
          ? "a child has one LAchildID"
          : "a child has an LAchildID, and one that is no placeholder such as -1 or NULL",
        next: hasTwoIDs
          ? "ask who made the export which of the two ids is the child's"
          : "fill the id in the case system and export again",
        at: source(place), into: sink)
      return
    }
    guard !builder.record.hasTooManyRows else {
      throw fault(
        "a child has at most \(ChildRecord.mostRows) groups and \(ChildRecord.mostRows) dates in a census",
        place)
    }
    builder.counts.used += 1
    builder.counts.copies += builder.record.removeCopies()
    try sink.receive(&builder.record)
  }

  /// The fault of a file whose groups stand in each other in no order that makes sense.
  private func fault(_ rule: String, _ place: XMLPlace) -> Fault {
    Fault(
      .inputRefused,
      at: Place(file: builder.file.name, line: Int(place.line), column: Int(place.column)),
      rule, next: "export the census again")
  }
}
