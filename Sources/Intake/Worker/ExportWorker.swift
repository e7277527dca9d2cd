import CConfinement
import CaseModel
import Clocks
import Faults
import Glibc
import XMLReading

/// The process that reads exports: Duly's own program, started again with ``argument`` alone.
///
/// It is told what to read, gives up every right that it does not need, tries whether they are gone,
/// reads open files and writes what they say to a pipe. A file that takes it over has taken over a
/// process that can do nothing else.
public enum ExportWorker {
  /// The only argument that the program is started with as a worker.
  public static let argument = "read-export"

  /// Whether this process was started as a worker.
  public static var isWanted: Bool {
    CommandLine.argc == 2 && CommandLine.arguments[1] == argument
  }

  /// Does the work of a worker, and ends the process.
  public static func run() -> Never {
    var orders = FrameReader(descriptor: STDIN_FILENO, patience: 10_000)
    var pipe = FrameWriter(descriptor: STDOUT_FILENO)
    guard let frame = try? orders.next(), frame.kind == .order,
      let order = try? WorkerOrder(frame.bytes)
    else {
      Glibc._exit(ExitCode.usage.rawValue)
    }
    do throws(Fault) {
      let mapping = try order.mapping.map { (mapping) throws(Fault) in
        try Mapping(text: mapping.text, file: mapping.file, vocabulary: order.vocabulary)
      }
      let codes = CodeBook()
      // What would open a file when it is first asked for is asked for now.
      LondonTime.prepare()
      XMLReader.prepare()
      confine(order, &pipe)
      let sink = PipeSink(pipe, codes: codes)
      do throws(Fault) {
        try read(order, mapping, codes, sink)
      } catch {
        try sink.refuse(error)
      }
      try sink.close()
    } catch {
      Glibc._exit(error.code.rawValue)
    }
    Glibc._exit(0)
  }

  private static func confine(_ order: WorkerOrder, _ pipe: inout FrameWriter) {
    duly_close_from(WorkerOrder.firstDescriptor + Int32(order.files.count))
    let bytes = order.files.reduce(0) { $0 + $1.bytes }
    let givenUp = duly_confine(WorkerAllowance(task: order.task, bytes: bytes).limits)
    let openDoors = duly_probe()
    // The order is read, and nothing more comes this way.
    close(STDIN_FILENO)
    var wire = WireWriter()
    wire.add(Int(givenUp))
    wire.add(Int(openDoors))
    // Where it fails, the first frame of the sink fails too.
    try? pipe.write(.confinement, wire.written)
  }

  private static func read(
    _ order: WorkerOrder, _ mapping: Mapping?, _ codes: CodeBook, _ sink: PipeSink
  ) throws(Fault) {
    let files = order.files.enumerated().map { index, file in
      ExportFile(
        descriptor: WorkerOrder.firstDescriptor + Int32(index), name: file.name,
        index: file.index, feed: order.feedIndex)
    }
    switch order.task {
    case .structure:
      for file in files {
        try XMLStructure.check(descriptor: file.descriptor, fileName: file.name)
      }
    case .read(let format): try read(format, files, order, mapping, codes, sink)
    case .draft:
      let draft = try MappingDraft(
        of: files, vocabulary: order.vocabulary, child: order.child
      ) {
        try? sink.showLife()
      }
      try sink.finish(draft: draft.lines)
    }
  }

  private static func read(
    _ format: ExportFormat, _ files: [ExportFile], _ order: WorkerOrder, _ mapping: Mapping?,
    _ codes: CodeBook, _ sink: PipeSink
  ) throws(Fault) {
    let parser = FeedParser(vocabulary: order.vocabulary, codes: codes)
    var nextIndex = (files.map(\.index).max() ?? -1) + 1
    var unseen = 0
    let reading = try parser.parse(
      format, files, name: order.feed, mapping: mapping, asOf: order.asOf, into: sink
    ) { sheet in
      // A pipe that is broken is found by the next record.
      try? sink.begin(sheet: sheet)
      nextIndex += 1
      return nextIndex - 1
    } onList: { list in
      try? sink.tell(list)
    } onBytes: { _, block in
      unseen += block.byteCount
      guard unseen >= WorkerAllowance.bytesBetweenSigns else { return }
      unseen = 0
      try? sink.showLife()
    }
    try sink.finish(reading)
  }
}
