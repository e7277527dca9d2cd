public import CaseModel
public import Clocks
public import Faults
import Files

/// Reads the files of one feed, whatever their format, into a sink.
public struct FeedReader {
  /// A feed that is to be read.
  public struct Request: Sendable {
    /// The feed's name.
    public var name: String
    /// The paths of its files.
    public var paths: [String]
    /// The formats of the files, in the order of the paths; empty where they are not known yet.
    public var formats: [ExportFormat]
    /// The mapping for CSV that is not interchange; nil for none.
    public var mapping: Mapping?
    /// The as-of that was asked for; nil for the files' own.
    public var asOf: Moment?
    /// Whether it stands in a configuration, whose keys a fault then names, and no options.
    public var isConfigured = false

    /// A feed of some files.
    public init(
      name: String, paths: [String], formats: [ExportFormat] = [], mapping: Mapping? = nil,
      asOf: Moment? = nil
    ) {
      self.name = name
      self.paths = paths
      self.formats = formats
      self.mapping = mapping
      self.asOf = asOf
    }
  }

  /// The result of reading a feed.
  public struct Reading: Sendable {
    /// The feed, with what it carries.
    public var feed: Feed
    /// The numbers of rows read, used and set aside.
    public var counts: RowCounts
    /// The indices of its files among the files of the run.
    public var files: [Int32]
    /// What is wrong in the files themselves.
    public var issues: [DataIssue]
    /// What was passed over, counted: unknown columns, elements, codes.
    public var notes: [ReadingNote]
    /// The confinement of the process that read it; nil where this process read it.
    public var confinement: ConfinementLevel?
    /// The lists of a mapping that were read, file by file; none for other formats.
    public var lists: [ListReading] = []
  }

  private let vocabulary: Vocabulary
  private let codes: CodeBook
  private let confinement: Confinement?

  /// A reader that writes in the words of a vocabulary and the codes of a run.
  ///
  /// - Parameters:
  ///   - vocabulary: the words.
  ///   - codes: the short texts.
  ///   - confinement: how the files are kept away from this process; nil to read them in it, which
  ///     is for tests and for files of our own making.
  public init(vocabulary: Vocabulary, codes: CodeBook, confinement: Confinement?) {
    self.vocabulary = vocabulary
    self.codes = codes
    self.confinement = confinement
  }

  /// Reads one feed to its end; what the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - request: the files and how to read them.
  ///   - feedIndex: the feed's index in the run, below 32.
  ///   - files: learns the files' names.
  ///   - sink: takes the records.
  ///   - onBytes: called with a file's index and each block of it, for a hash.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is missing or refused.
  public func read(
    _ request: Request, feedIndex: Int, files: inout FileTable, into sink: any RecordSink,
    onBytes: ((Int32, RawSpan) -> Void)? = nil
  ) throws(Fault) -> Reading {
    try read(
      try begin(request, feedIndex: feedIndex, files: &files), files: &files, into: sink,
      onBytes: onBytes)
  }

  /// A feed that a process has begun to read, and to which nobody listens yet.
  ///
  /// Whoever has something else to do first gains the time that the process takes to start and to
  /// read on until the pipe is full. Where it is given up, the process ends.
  public struct Begun {
    fileprivate let kind: ExportFormat
    fileprivate let request: Request
    fileprivate let feedIndex: Int
    fileprivate let open: OpenFiles
    fileprivate let confined: ConfinedReading?
  }

  /// Opens the files of a feed and lets them be read.
  ///
  /// - Parameters:
  ///   - request: the files and how to read them.
  ///   - feedIndex: the feed's index in the run, below 32.
  ///   - files: learns the files' names.
  /// - Returns: what ``read(_:files:into:onBytes:)`` listens to.
  /// - Throws: ``Fault`` where a file is missing or of a kind that is not read.
  public func begin(
    _ request: Request, feedIndex: Int, files: inout FileTable
  ) throws(Fault) -> Begun {
    guard feedIndex < 32 else {
      throw Fault(
        .usage, "a run has at most 32 feeds", next: "put files of one system into one feed")
    }
    var kinds = request.formats
    if kinds.isEmpty {
      for path in request.paths {
        kinds.append(try ExportFormat.look(at: path, hasMapping: request.mapping != nil))
      }
    }
    guard let kind = kinds.first, kinds.allSatisfy({ $0 == kind }) else {
      throw Fault(
        .configuration, "the files of the feed \"\(request.name)\" are all of one format",
        next: "make a feed of its own for each format")
    }
    let open = OpenFiles()
    for path in request.paths {
      try open.open(path, index: files.add(name: Path.base(path)), feed: feedIndex)
    }
    return try begin(kind, request, open, feedIndex)
  }

  private func begin(
    _ kind: ExportFormat, _ request: Request, _ open: OpenFiles, _ feedIndex: Int
  ) throws(Fault) -> Begun {
    Begun(
      kind: kind, request: request, feedIndex: feedIndex, open: open,
      confined: try confinement.map { (confinement) throws(Fault) in
        try ConfinedReading(
          WorkerOrder(.read(kind), request, open, feedIndex, vocabulary), open.files,
          codes: codes, confinement)
      })
  }

  /// Reads a feed that was begun to its end; what the sink took counts only if this returns.
  ///
  /// - Parameters:
  ///   - begun: the feed.
  ///   - files: those that ``begin(_:feedIndex:files:)`` added to; learns the names of sheets.
  ///   - sink: takes the records.
  ///   - onBytes: called with a file's index and each block of it, for a hash.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is refused, or was changed meanwhile.
  public func read(
    _ begun: Begun, files: inout FileTable, into sink: any RecordSink,
    onBytes: ((Int32, RawSpan) -> Void)? = nil
  ) throws(Fault) -> Reading {
    let reading: Reading
    do throws(Fault) {
      reading = try read(begun, &files, sink, onBytes: onBytes)
    } catch {
      throw begun.request.isConfigured ? AsOfStep.naming(keyIn: error) : error
    }
    try begun.open.checkUnchanged()
    return reading
  }

  /// Reads files through a mapping, whatever they look like, and tells of each list in them.
  ///
  /// A file that cannot be opened is told once those before it were read.
  ///
  /// - Parameters:
  ///   - request: the files and their mapping.
  ///   - files: learns the files' names.
  ///   - sink: takes the records.
  ///   - onList: told of each list once its file was read to its end, also where a later file is
  ///     refused.
  /// - Returns: what the feed is, carries and counts.
  /// - Throws: ``Fault`` where a file is missing or refused.
  public func readLists(
    _ request: Request, files: inout FileTable, into sink: any RecordSink,
    onList: @escaping (ListReading) -> Void
  ) throws(Fault) -> Reading {
    let open = OpenFiles()
    var missing: Fault?
    for path in request.paths where missing == nil {
      do throws(Fault) {
        try open.open(path, index: Int32(files.entries.count), feed: 0)
        _ = files.add(name: Path.base(path))
      } catch {
        missing = error
      }
    }
    if open.files.isEmpty, let missing { throw missing }
    let reading = try read(
      try begin(.mapped, request, open, 0), &files, sink, onList: onList)
    try open.checkUnchanged()
    if let missing { throw missing }
    return reading
  }

  private func read(
    _ begun: Begun, _ files: inout FileTable, _ sink: any RecordSink,
    onList: ((ListReading) -> Void)? = nil, onBytes: ((Int32, RawSpan) -> Void)? = nil
  ) throws(Fault) -> Reading {
    guard var confined = begun.confined else {
      let request = begun.request
      return try FeedParser(vocabulary: vocabulary, codes: codes).parse(
        begun.kind, begun.open.files, name: request.name, mapping: request.mapping,
        asOf: request.asOf, into: sink, sheets: { files.add(sheet: $0) }, onList: onList,
        onBytes: onBytes)
    }
    let reading = try confined.listen(sink, &files, onList: onList)
    if let onBytes { try begun.open.hand(to: onBytes) }
    return reading
  }

  /// Reads XML exports for their structure alone.
  ///
  /// - Throws: ``Fault`` where one is missing or damaged.
  public func checkStructure(of paths: [String]) throws(Fault) {
    let open = OpenFiles()
    for (index, path) in paths.enumerated() {
      try open.open(path, index: Int32(index), feed: 0)
    }
    guard let confinement else {
      for file in open.files {
        try XMLStructure.check(descriptor: file.descriptor, fileName: file.name)
      }
      return
    }
    var confined = try ConfinedReading(
      WorkerOrder(.structure, Request(name: "", paths: paths), open, 0, vocabulary), open.files,
      codes: codes, confinement)
    var files = FileTable()
    _ = try confined.listen(RecordCollector(vocabulary: vocabulary), &files)
  }

  /// The lists and sheets that a draft leaves out, each with the reason.
  public static func leftOut(ofDraft lines: [String]) -> [String] { MappingDraft.leftOut(lines) }

  /// Drafts a mapping from the headers of CSV files and workbooks.
  ///
  /// - Parameters:
  ///   - paths: where they lie.
  ///   - child: the column of the child's id; nil where the names of columns tell.
  /// - Returns: the lines of the draft.
  /// - Throws: ``Fault`` where an export is missing, refused or without a header, or where nothing
  ///   in it is recognised.
  public func draft(of paths: [String], child: String? = nil) throws(Fault) -> [String] {
    let open = OpenFiles()
    for (index, path) in paths.enumerated() {
      try open.open(path, index: Int32(index), feed: 0)
    }
    guard let confinement else {
      return try MappingDraft(of: open.files, vocabulary: vocabulary, child: child).lines
    }
    var order = WorkerOrder(.draft, Request(name: "", paths: paths), open, 0, vocabulary)
    order.child = child
    var confined = try ConfinedReading(order, open.files, codes: codes, confinement)
    var files = FileTable()
    _ = try confined.listen(RecordCollector(vocabulary: vocabulary), &files)
    try open.checkUnchanged()
    return confined.draft
  }
}
