import CaseModel
import Clocks
import Faults
import XMLReading

/// Turns the elements of interchange XML into rows, an event at a time.
///
/// The attributes of an element come behind its start, so that a tag is taken in when the next
/// element starts or it ends itself.
struct InterchangeXMLHandler: XMLHandler {
  typealias Failure = Fault

  /// A process that is open around the current element.
  struct OpenProcess {
    var kind: [UInt8]
    var id: [UInt8]
    /// The kind of process; nil where the vocabulary lacks the word or the process has no id.
    var known: ProcessKind?
  }

  let file: ExportFile
  let asOf: Moment?
  let sink: any RecordSink
  var reader: InterchangeReader
  var feed: Feed
  var rows: InterchangeRows
  var heading = InterchangeXMLHeading()
  private var hasBegun = false
  private var open: [InterchangeXMLElement] = []
  private var tag = InterchangeXMLTag()
  /// Whether the tag still waits for the last of its attributes.
  private var isWaiting = false
  var child: [UInt8] = []
  var processes: [OpenProcess] = []
  var event = InterchangeXMLEvent()
  var row = InterchangeXMLRow()

  init(
    file: ExportFile, asOf: Moment?, sink: any RecordSink, reader: InterchangeReader, feed: Feed
  ) {
    self.file = file
    self.asOf = asOf
    self.sink = sink
    self.reader = reader
    self.feed = feed
    rows = InterchangeRows(
      file: file, layout: InterchangeLayout(), isSynthetic: false, notes: ReadingNotes())
  }

  mutating func start(
    _ name: XMLName, spelled spelling: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    try takeTag()
    let element = InterchangeXMLName(rawValue: name.rawValue).flatMap { InterchangeXMLElement($0) }
    if open.isEmpty {
      guard element == .root else { throw XMLRoot.fault(spelling, place, file.name) }
    } else {
      let around = open[open.count - 1]
      guard let element, around.holds.contains(element) else {
        throw InterchangeXMLFault.element(spelling, in: around, at: place, file.name)
      }
    }
    guard let element else { return }
    open.append(element)
    tag.begin(element, at: place)
    isWaiting = true
  }

  mutating func attribute(
    _ name: XMLName, spelled spelling: Span<UInt8>, value: Span<UInt8>
  ) throws(Fault) {
    guard let known = InterchangeXMLName(rawValue: name.rawValue),
      tag.element.attributes.contains(known)
    else {
      throw InterchangeXMLFault.attribute(spelling, of: tag.element, at: tag.place, file.name)
    }
    tag.add(known, value)
  }

  mutating func end(
    _ name: XMLName, text: Span<UInt8>, at place: XMLPlace
  ) throws(Fault) {
    try takeTag()
    let isBlank = text.withUnsafeBufferPointer { UnsafeRawBufferPointer($0).trimmed.isEmpty }
    let element = open.removeLast()
    guard isBlank else {
      throw InterchangeXMLFault.fault(
        "an element of the interchange format holds no text, and \"\(element.name.spelling)\" does",
        next: "write every value as an attribute", at: place, file.name)
    }
    switch element {
    case .root: try begin()
    case .process: processes.removeLast()
    case .event: try deliverEvent()
    case .carries, .child, .with, .fact: break
    }
  }

  /// Takes in the tag whose attributes are all read.
  private mutating func takeTag() throws(Fault) {
    guard isWaiting else { return }
    isWaiting = false
    for name in InterchangeXMLFault.required(tag.element) where !tag.has(name) {
      throw InterchangeXMLFault.missing(name, in: tag.element, at: tag.place, file.name)
    }
    switch tag.element {
    case .root: try heading.take(tag, file)
    case .carries:
      guard !hasBegun else {
        throw InterchangeXMLFault.fault(
          "what the feed carries stands before the first child", next: "move it there",
          at: tag.place, file.name)
      }
      try heading.take(carries: tag, file, reader.words.vocabulary, &rows.builder.notes)
    case .child:
      try begin()
      try beginChild(tag)
    case .process: try beginProcess(tag)
    case .event: event.begin(tag)
    case .with: event.participants.append(InterchangeXMLEvent.Participant(tag))
    case .fact:
      if open.count > 1, open[open.count - 2] == .event {
        event.facts.append((tag[.name], tag[.value]))
      } else {
        try deliverFact(tag)
      }
    }
  }

  /// The first child, or the end: the heading is over.
  private mutating func begin() throws(Fault) {
    guard !hasBegun else { return }
    hasBegun = true
    rows.isSynthetic = heading.isSynthetic
    try reader.state(
      heading.heading, asOf: asOf, file: file, line: Int(heading.line), in: &feed)
  }

  /// Ends the file.
  mutating func finish() -> FileReading {
    reader.addTimes(of: rows)
    rows.describe(in: &feed, heading: heading.heading, vocabulary: reader.words.vocabulary)
    feed.isSynthetic = reader.tally.isSynthetic
    return FileReading(counts: rows.builder.counts, notes: rows.builder.notes.all)
  }
}
