import CaseModel
import Faults
import Files
import Intake
import Output
import RuleBook

/// Joins and judges gathered records on all processors, and writes their rows in the order of the
/// records.
///
/// Everything has been read by then, so that rows are written as they are made.
struct GatheredJudge {
  /// What came of it beside the rows.
  struct Outcome {
    var checks = 0
    var beforeFirstEdition = 0
  }

  let library: RuleLibrary
  let compiled: CompiledRules
  let format: CheckRows.Format
  /// On how many threads at most.
  var threads = min(Threads.available, 8)
  /// How many children a thread takes at once.
  var pieceSize = 512

  /// What one thread works with: nothing of it is another's, not even to count references.
  private struct Bench {
    let joiner: RecordJoiner
    var judge: Judge
    var rows: CheckRows
    var checks = 0
    private var found: [Check] = []

    init(joiner: RecordJoiner, judge: Judge, rows: CheckRows) {
      self.joiner = joiner
      self.judge = judge
      self.rows = rows
    }

    /// Joins and judges some records.
    mutating func work(
      _ records: Slice<UnsafeMutableBufferPointer<ChildRecord>>, into piece: OrderedRows.Piece
    ) {
      for place in records.indices { work(&records.base[place], into: piece) }
    }

    /// Joins and judges a record where it lies: it is large to copy.
    private mutating func work(_ record: inout ChildRecord, into piece: OrderedRows.Piece) {
      _ = joiner.join(&record)
      judge(record, into: piece)
    }

    private mutating func judge(_ record: ChildRecord, into piece: OrderedRows.Piece) {
      found.removeAll(keepingCapacity: true)
      judge.judge(record, into: &found)
      checks += found.count
      for check in found { rows.add(check, of: record, to: &piece.rows) }
    }
  }

  /// Joins and judges all records.
  ///
  /// - Parameters:
  ///   - gathered: what was read, not joined yet.
  ///   - roads: tell which exports would answer the rules that made no checks, which then have a row
  ///     each; nil for no such rows.
  ///   - descriptor: where the rows go.
  /// - Returns: what was counted.
  /// - Throws: ``Fault`` where the rows cannot be written.
  func run(
    _ gathered: ExportLoader.Gathered, answering: AnsweringFormats?, to descriptor: Int32
  ) throws(Fault) -> Outcome {
    let collector = gathered.collector
    let joiner = collector.share()
    let pieces = (collector.records.count + pieceSize - 1) / pieceSize
    let first = Bench(
      joiner: joiner, judge: Judge(compiled: compiled, feeds: collector.feeds),
      rows: CheckRows(
        format, compiled: compiled, feeds: collector.feeds, files: gathered.files, isFirst: false))
    var benches = [first]
    for _ in 1..<max(1, min(threads, pieces)) { benches.append(try bench(gathered)) }
    var edge = ByteRun(room: 1 << 12)
    var rows = CheckRows(format, compiled: compiled, feeds: collector.feeds, files: gathered.files)
    rows.addHead(to: &edge)
    try edge.withBytes { bytes throws(Fault) in try RowWriting.write(bytes, to: descriptor) }
    edge.removeAll()

    let ordered = OrderedRows(
      count: pieces, to: descriptor, separator: format == .json ? 1 : 0)
    let pieceSize = pieceSize
    collector.withRecords { records in
      benches.withUnsafeMutableBufferPointer { benches in
        Threads.run(benches.count) { place in
          var bench = benches[place]
          while let piece = ordered.take() {
            let start = piece.number * pieceSize
            bench.work(records[start..<min(start + pieceSize, records.count)], into: piece)
            ordered.deliver(piece)
          }
          benches[place] = bench
        }
      }
    }
    if try ordered.end() { rows.hasRows() }
    if let answering {
      let answers = answering.answers(compiled, beside: collector.feeds)
      for (index, evaluability) in first.judge.evaluabilities.enumerated()
      where !evaluability.makesChecks {
        rows.add(
          ruleWithoutChecks: index, evaluability: evaluability, answer: answers[index], to: &edge)
      }
    }
    rows.addFoot(to: &edge)
    try edge.withBytes { bytes throws(Fault) in try RowWriting.write(bytes, to: descriptor) }
    return benches.reduce(into: Outcome()) { outcome, bench in
      outcome.checks += bench.checks
      outcome.beforeFirstEdition += bench.judge.tallies.reduce(0) { $0 + $1.beforeFirstEdition }
    }
  }

  /// What a further thread works with: the same rules, compiled once more.
  ///
  /// Threads that share the compiled rules wait for each other at every reference that is counted.
  private func bench(_ gathered: ExportLoader.Gathered) throws(Fault) -> Bench {
    let compiled = try CompiledRules(
      packs: compiled.packs, calendars: library.calendars, vocabulary: library.vocabulary,
      codes: CodeBook(copying: library.codes))
    let feeds = gathered.collector.feeds.map { $0 }
    return Bench(
      joiner: RecordJoiner(vocabulary: library.vocabulary, feeds: feeds),
      judge: Judge(compiled: compiled, feeds: feeds),
      rows: CheckRows(
        format, compiled: compiled, feeds: feeds, files: gathered.files, isFirst: false))
  }
}
