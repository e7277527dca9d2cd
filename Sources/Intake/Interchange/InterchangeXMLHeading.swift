import CaseModel
import Clocks
import Faults
import XMLReading

/// The heading of an interchange XML file: its root and its `carries` elements.
struct InterchangeXMLHeading {
  private(set) var isSynthetic = false
  /// The line of the root.
  private(set) var line: Int32 = 1
  private var asOf: Moment?
  private var authority = ""
  private var period: ClosedRange<CivilDay>?
  private var carries: [EventType: EventCoverage]?

  /// The same in the words of the CSV's heading lines.
  var heading: InterchangeHeading {
    InterchangeHeading(
      asOf: asOf, authority: authority, isSynthetic: isSynthetic, period: period, carries: carries)
  }

  /// Takes the root in.
  ///
  /// - Throws: ``Fault`` with 65 at a value that cannot be read.
  mutating func take(_ tag: InterchangeXMLTag, _ file: ExportFile) throws(Fault) {
    line = tag.place.line
    func fault(_ rule: String, _ next: String = "write it so") -> Fault {
      InterchangeXMLFault.fault(rule, next: next, at: tag.place, file.name)
    }
    guard tag.text(.version).utf8.elementsEqual("1".utf8) else {
      throw fault(
        "the version of the interchange format is 1, and this file is of another",
        "write version=\"1\", or use a Duly that reads the other version")
    }
    if tag.has(.asOf) {
      guard let moment = ExportDate.read(tag.text(.asOf)) else {
        throw fault("as_of is a day or a minute, such as 2026-03-31")
      }
      asOf = moment
    }
    authority = tag.text(.authority)
    if tag.has(.synthetic) {
      guard let truth = tag[.synthetic].withUnsafeBytes({ TruthWords.read($0) }) else {
        throw fault("synthetic is yes or no", "write one of the two")
      }
      isSynthetic = truth
    }
    if tag.has(.periodFirst) || tag.has(.periodLast) {
      guard let first = CivilDay(iso: tag.text(.periodFirst)),
        let last = CivilDay(iso: tag.text(.periodLast)), first <= last
      else {
        throw fault("period_first and period_last are two days, the first not after the last")
      }
      period = first...last
    }
  }

  /// Takes a type of event in that the feed carries.
  ///
  /// - Throws: ``Fault`` with 65 at a word that says nothing.
  mutating func take(
    carries tag: InterchangeXMLTag, _ file: ExportFile, _ vocabulary: Vocabulary,
    _ notes: inout ReadingNotes
  ) throws(Fault) {
    var declared = carries ?? [:]
    defer { carries = declared }
    let precision = EventCoverage.Precision(rawValue: word(tag, .precision, else: "day"))
    let depth = EventCoverage.Depth(rawValue: word(tag, .depth, else: "all"))
    let participants = EventCoverage.Participants(rawValue: word(tag, .participants, else: "none"))
    guard let precision, let depth, let participants else {
      throw InterchangeXMLFault.fault(
        "of a type that is carried, precision is day or minute, depth all or latest, participants "
          + "none, some or complete", next: "correct the word", at: tag.place, file.name)
    }
    guard let type = vocabulary.event(tag.text(.type)) else {
      notes.add(
        "carries names an event type that the vocabulary does not have",
        next: "use the words of the vocabulary",
        at: file.source(line: Int(tag.place.line), column: Int(tag.place.column)))
      return
    }
    let coverage = EventCoverage(precision: precision, depth: depth, participants: participants)
    declared[type] = declared[type].map { $0.merged(with: coverage) } ?? coverage
  }

  private func word(
    _ tag: InterchangeXMLTag, _ name: InterchangeXMLName, else usual: String
  ) -> String {
    tag.has(name) ? tag.text(name) : usual
  }
}
