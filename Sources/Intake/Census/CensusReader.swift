public import CaseModel
public import Clocks
public import Faults
import XMLReading

/// Reads a children in need census of any year from 2017, by element name.
///
/// The ReferenceDate of the header is the as-of. The year decides only which codes are
/// expected: no timescale field changed between 2017 and 2026, and no schema is a gate.
public struct CensusReader {
  /// The result of reading one file.
  public struct Reading {
    /// The feed, with what it carries.
    public var feed: Feed
    /// The numbers of children read, used and set aside.
    public var counts: RowCounts
    /// What is wrong in the file itself.
    public var issues: [DataIssue]
    /// Elements that no census has.
    public var unknownElements: Int
    /// What was odd and was read or passed over all the same, once for each name.
    public var notes: [ReadingNote]
    /// The size of the file.
    public var bytes: Int
  }

  private let words: CensusWords
  private let codes: CodeBook

  /// A reader that writes in the words of a vocabulary and the codes of a run.
  ///
  /// - Throws: ``Fault`` where the vocabulary lacks a word that the census needs.
  public init(vocabulary: Vocabulary, codes: CodeBook) throws(Fault) {
    words = try CensusWords(vocabulary)
    self.codes = codes
  }

  /// Reads an open file to its end, a child at a time.
  ///
  /// What the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - file: open at its start.
  ///   - name: the feed's name.
  ///   - asOf: the as-of that was asked for; nil for the file's own.
  ///   - sink: takes the records.
  ///   - onBytes: called with each block, for a hash of the file.
  /// - Returns: what the file is, carries and counts.
  /// - Throws: ``Fault`` where the file is refused.
  public func read(
    _ file: ExportFile, name: String, asOf: Moment? = nil, into sink: any RecordSink,
    onBytes: ((RawSpan) -> Void)? = nil
  ) throws(Fault) -> Reading {
    var handler = CensusHandler(
      words: words, codes: codes, file: file, asOf: asOf,
      feed: Feed(name: name, format: CensusFormat.label(nil)), sink: sink)
    let summary: XMLReadingSummary
    do {
      summary = try CensusName.reader.read(
        descriptor: file.descriptor, into: &handler, onBytes: onBytes)
    } catch {
      throw XMLStructure.fault(error, file.name)
    }
    try handler.finish()
    try sink.finish(handler.feed, counts: handler.builder.counts)
    return Reading(
      feed: handler.feed, counts: handler.builder.counts, issues: handler.issues,
      unknownElements: handler.oddities.unknownElements,
      notes: handler.oddities.notes(year: handler.year), bytes: summary.bytes)
  }
}
