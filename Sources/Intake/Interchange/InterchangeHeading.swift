import CSVReading
import CaseModel
import Clocks
import Faults

/// The heading of an interchange file, which describes the feed.
struct InterchangeHeading {
  private(set) var asOf: Moment?
  private(set) var authority = ""
  private(set) var isSynthetic = false
  private(set) var period: ClosedRange<CivilDay>?
  /// What the feed carries; nil where the file has no such line.
  private(set) var carries: [EventType: EventCoverage]?

  /// A heading that was read elsewhere.
  init(
    asOf: Moment?, authority: String, isSynthetic: Bool, period: ClosedRange<CivilDay>?,
    carries: [EventType: EventCoverage]?
  ) {
    self.asOf = asOf
    self.authority = authority
    self.isSynthetic = isSynthetic
    self.period = period
    self.carries = carries
  }

  /// Reads the lines; those without a colon are remarks.
  ///
  /// - Throws: ``Fault`` with 65 at a value that cannot be read.
  init(
    _ lines: [CSVReader.HeadingLine], vocabulary: Vocabulary, file: ExportFile,
    notes: inout ReadingNotes
  ) throws(Fault) {
    for line in lines {
      let text = Self.withoutCommas(line.text)
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String.wordBytes(text[..<colon])
      let value = Self.trimmed(text[text.utf8.index(after: colon)...])
      let place = Place(file: file.name, line: line.line)
      switch String(decoding: key, as: UTF8.self) {
      case "as_of":
        guard let moment = ExportDate.read(value) else {
          throw Fault(
            .inputRefused, at: place, "as_of is a day or a minute, such as 2026-03-31",
            next: "write it so")
        }
        asOf = moment
      case "authority": authority = value
      case "synthetic": isSynthetic = try Self.truth(value, at: place)
      case "period": period = try Self.period(value, at: place)
      case "carries":
        let declared = try Self.carries(
          value, vocabulary, at: place, file.source(line: line.line), &notes)
        carries = (carries ?? [:]).merging(declared) { $0.merged(with: $1) }
      default:
        notes.add(
          "a heading line has a key that is none of the interchange format's",
          next: "use as_of, authority, synthetic, period or carries",
          at: file.source(line: line.line))
      }
    }
  }

  private static func truth(_ value: String, at place: Place) throws(Fault) -> Bool {
    var value = value
    guard let truth = value.withUTF8({ TruthWords.read(UnsafeRawBufferPointer($0)) }) else {
      throw Fault(.inputRefused, at: place, "synthetic is yes or no", next: "write one of the two")
    }
    return truth
  }

  private static func period(_ value: String, at place: Place) throws(Fault) -> ClosedRange<
    CivilDay
  > {
    let days = value.utf8.split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard days.count == 3, days[1] == "to", let first = CivilDay(iso: days[0]),
      let last = CivilDay(iso: days[2]), first <= last
    else {
      throw Fault(
        .inputRefused, at: place, "period is two days, such as 2025-04-01 to 2026-03-31",
        next: "write it so")
    }
    return first...last
  }

  /// The types of event with how they are carried: `icpc_held minute latest complete; …`.
  private static func carries(
    _ value: String, _ vocabulary: Vocabulary, at place: Place, _ source: Source,
    _ notes: inout ReadingNotes
  ) throws(Fault) -> [EventType: EventCoverage] {
    var declared: [EventType: EventCoverage] = [:]
    for part in value.utf8.split(separator: UInt8(ascii: ";")) {
      let words = part.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let first = words.first else { continue }
      var coverage = EventCoverage()
      for word in words.dropFirst() {
        if let precision = EventCoverage.Precision(rawValue: word) {
          coverage.precision = precision
        } else if let depth = EventCoverage.Depth(rawValue: word) {
          coverage.depth = depth
        } else if let participants = EventCoverage.Participants(rawValue: word) {
          coverage.participants = participants
        } else {
          throw Fault(
            .inputRefused, at: place,
            "behind an event type, carries has day or minute, all or latest, none, some or complete",
            next: "correct the word, and part event types by \";\"")
        }
      }
      guard let type = vocabulary.event(first) else {
        notes.add(
          "carries names an event type that the vocabulary does not have",
          next: "use the words of the vocabulary", at: source)
        continue
      }
      declared[type] = declared[type].map { $0.merged(with: coverage) } ?? coverage
    }
    return declared
  }

  /// The text without the commas that a spreadsheet puts behind a short line.
  private static func withoutCommas(_ text: String) -> Substring {
    var rest = text[...]
    while let last = rest.utf8.last, last == UInt8(ascii: ",") || last == UInt8(ascii: " ") {
      rest = Substring(rest.unicodeScalars.dropLast())
    }
    return rest
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(decoding: UnsafeRawBufferPointer(bytes).trimmed, as: UTF8.self)
    }
  }
}
