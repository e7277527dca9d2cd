import CConfinement
import CaseModel
import Clocks
import Faults

/// What a worker does with its open files.
enum WorkerTask: Equatable {
  /// It checks the structure of XML, and passes nothing on.
  case structure
  /// It reads a feed of a format.
  case read(ExportFormat)
  /// It drafts a mapping of CSV and workbooks.
  case draft

  /// Every task, in the order of its number in an order.
  static let all = [structure, draft] + ExportFormat.allCases.map { read($0) }

  /// How much of a file the task holds in memory.
  var memory: ReadingMemory {
    switch self {
    case .structure: .oneChild
    case .draft: .everyRow
    case .read(let format): format.definition.memory
    }
  }

  /// Whether the worker tells of each list that it read.
  var tellsLists: Bool {
    switch self {
    case .structure, .draft: false
    case .read(let format): format.definition.tellsLists
    }
  }
}

/// The order to a worker: a task and the open files for it.
struct WorkerOrder {
  /// A file of the feed.
  struct File {
    /// Its base name.
    var name: String
    /// Its index among the files of the run.
    var index: Int32
    /// Its size in bytes.
    var bytes: Int
  }

  /// The task.
  var task: WorkerTask
  /// The feed's name.
  var feed: String
  /// The feed's index among the feeds of the run.
  var feedIndex: Int
  /// The as-of that was asked for; nil for the files' own.
  var asOf: Moment?
  /// The files, open in this order from ``firstDescriptor`` on.
  var files: [File]
  /// The text of the mapping with the name of its file; nil for none.
  var mapping: (text: String, file: String)?
  /// The column of the child's id for a draft; nil where the names of columns tell.
  var child: String?
  /// The words.
  var vocabulary: Vocabulary
  /// The names of the mapping's lists; a worker finds them in its text.
  var lists: [String] = []

  /// The first descriptor of a file; below it are the order, the pipe and standard error.
  static let firstDescriptor: Int32 = 3

  /// The order as bytes.
  var bytes: [UInt8] {
    var wire = WireWriter()
    wire.add(WorkerTask.all.firstIndex(of: task) ?? 0)
    wire.add(feed)
    wire.add(feedIndex)
    wire.add(asOf != nil)
    if let asOf { wire.add(asOf) }
    wire.add(each: files) { wire, file in
      wire.add(file.name)
      wire.add(Int(file.index))
      wire.add(file.bytes)
    }
    wire.add(mapping != nil)
    if let mapping {
      wire.add(mapping.text)
      wire.add(mapping.file)
    }
    wire.add(child != nil)
    if let child { wire.add(child) }
    VocabularyWire.write(vocabulary, to: &wire)
    return wire.bytes
  }
}

extension WorkerOrder {
  /// The order to do something with the open files of a feed.
  init(
    _ task: WorkerTask, _ request: FeedReader.Request, _ open: OpenFiles, _ feedIndex: Int,
    _ vocabulary: Vocabulary
  ) {
    self.task = task
    feed = request.name
    self.feedIndex = feedIndex
    asOf = request.asOf
    files = zip(open.files, open.sizes).map { file, bytes in
      File(name: file.name, index: file.index, bytes: bytes)
    }
    mapping = request.mapping.map { ($0.text, $0.file) }
    lists = request.mapping?.listNames ?? []
    self.vocabulary = vocabulary
  }

  /// Reads an order.
  init(_ bytes: [UInt8]) throws(WireReader.Nonsense) {
    var wire = WireReader(bytes)
    task = WorkerTask.all[try wire.number(upTo: WorkerTask.all.count - 1)]
    feed = try wire.text()
    feedIndex = try wire.number(upTo: 31)
    if try wire.truth() { asOf = try wire.moment() }
    files = try wire.each { (wire) throws(WireReader.Nonsense) in
      File(
        name: try wire.text(), index: Int32(try wire.number()),
        bytes: try wire.number(upTo: Int(Int64.max)))
    }
    if try wire.truth() { mapping = (try wire.text(), try wire.text()) }
    if try wire.truth() { child = try wire.text() }
    vocabulary = try VocabularyWire.read(&wire)
  }
}

/// The limits of time and memory of a worker, by its task and the size of its files.
struct WorkerAllowance {
  /// The number of bytes after which a worker says that it is still at work.
  static let bytesBetweenSigns = 16 << 20
  /// The task.
  let task: WorkerTask
  /// The size of its files in bytes.
  let bytes: Int

  /// Seconds of processor time: ten times what it takes on a slow machine.
  var seconds: Int { 30 + bytes / (1 << 20) }

  /// Bytes of address space.
  ///
  /// What a task holds of each row comes on top of what it needs for a file of any size.
  var addressSpace: Int {
    let held =
      switch task.memory {
      case .oneChild: 0
      case .everyRow: bytes
      }
    return (512 << 20) + min(held, 2 << 30) * 6
  }

  /// The most bytes of frames that are accepted from it.
  var frameBytes: Int { (64 << 20) + bytes * 8 }

  /// The limits as the system takes them.
  var limits: duly_allowance {
    duly_allowance(seconds: UInt64(seconds), bytes: UInt64(addressSpace))
  }
}
