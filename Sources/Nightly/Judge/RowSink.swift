import CaseModel
import Faults
import Files
import Output
import RuleBook

/// Writes the rows of judged children in the order of the records.
struct RowSink: ChildSink {
  /// Where rows go.
  enum Destination {
    /// Into a spool, until every input has been read to its end.
    case spool(RowSpool)
    /// To an open descriptor, for everything has been read.
    case descriptor(Int32)
  }

  /// The rows of some children.
  final class Piece {
    fileprivate(set) var rows: ByteRun

    /// No rows, with room for so many bytes.
    fileprivate init(room: Int) { rows = ByteRun(room: room) }

    /// Some rows.
    init(_ bytes: [UInt8]) {
      rows = ByteRun(room: bytes.count)
      rows.append(contentsOf: bytes)
    }
  }

  /// Makes the rows of children on one thread.
  struct Worker: ChildWorker {
    private var rows: CheckRows
    private var piece = Piece(room: Worker.leastRoom)

    private static let leastRoom = 1 << 16

    fileprivate init(_ rows: CheckRows) { self.rows = rows }

    mutating func take(_ record: ChildRecord, _ checks: [Check], _ issues: [DataIssue]) {
      Worker.add(checks, of: record, by: &rows, to: &piece.rows)
    }

    /// Adds the rows of one child: the bytes of a shared piece are reached for once a child, and not
    /// once a check.
    private static func add(
      _ checks: [Check], of record: ChildRecord, by rows: inout CheckRows, to bytes: inout ByteRun
    ) {
      for check in checks { rows.add(check, of: record, to: &bytes) }
    }

    mutating func handOver() -> Piece {
      defer { piece = Piece(room: max(Worker.leastRoom, piece.rows.count)) }
      return piece
    }
  }

  private let format: CheckRows.Format
  private let files: FileTable
  private let destination: Destination
  /// Writes what stands before and behind the rows of children.
  private var edge: CheckRows
  /// Number of bytes that each piece begins with to part it from the rows before it.
  private let separator: Int
  private var hasRows = false

  /// Begins the rows.
  ///
  /// - Throws: ``Fault`` where they cannot be written.
  init(
    _ format: CheckRows.Format, _ rules: JudgingRules, _ files: FileTable,
    to destination: Destination
  ) throws(Fault) {
    self.format = format
    self.files = files
    self.destination = destination
    edge = CheckRows(format, compiled: rules.compiled, feeds: rules.feeds, files: files)
    separator = format == .json ? 1 : 0
    try write { edge.addHead(to: &$0) }
  }

  func worker(_ rules: JudgingRules) -> Worker {
    Worker(
      CheckRows(
        format, compiled: rules.compiled, feeds: rules.feeds, files: files, isFirst: false))
  }

  mutating func collect(_ piece: Piece) throws(Fault) {
    guard piece.rows.count > 0 else { return }
    let skipped = hasRows ? 0 : separator
    if !hasRows {
      hasRows = true
      edge.hasRows()
    }
    try piece.rows.withBytes { (bytes) throws(Fault) in
      try write(UnsafeRawBufferPointer(rebasing: bytes[skipped...]))
    }
  }

  /// Writes what stands behind the rows of children.
  ///
  /// - Parameters:
  ///   - evaluabilities: how far the feeds reach, for each rule.
  ///   - answers: which exports would answer the rules that made no checks, which then have a row
  ///     each; nil for no such rows.
  ///   - descriptor: where rows of a spool go.
  /// - Throws: ``Fault`` where the rows cannot be written.
  mutating func end(
    _ evaluabilities: [RuleEvaluability], answers: [Int: String]?, to descriptor: Int32
  ) throws(Fault) {
    var last = ByteRun(room: 1 << 12)
    if let answers {
      for (index, evaluability) in evaluabilities.enumerated() where !evaluability.makesChecks {
        edge.add(
          ruleWithoutChecks: index, evaluability: evaluability, answer: answers[index], to: &last)
      }
    }
    edge.addFoot(to: &last)
    try last.withBytes { (bytes) throws(Fault) in try write(bytes) }
    if case .spool(let spool) = destination { try spool.drain(to: descriptor) }
  }

  private func write(_ make: (inout ByteRun) -> Void) throws(Fault) {
    var bytes = ByteRun(room: 1 << 12)
    make(&bytes)
    try bytes.withBytes { (bytes) throws(Fault) in try write(bytes) }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    switch destination {
    case .spool(let spool): try spool.add(bytes)
    case .descriptor(let descriptor): try RowWriting.write(bytes, to: descriptor)
    }
  }
}
