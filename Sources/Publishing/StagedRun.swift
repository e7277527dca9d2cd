public import Faults
import Synchronization

/// A run that is being written: nobody sees it until it is published, whole.
///
/// Different files may be written by different tasks at the same time.
public final class StagedRun: Sendable {
  private struct Progress {
    var folders: Set<RelativePath> = []
    var begun: Set<RelativePath> = []
    var files: [PublishedFile] = []
    var isClosed = false
  }

  private let publisher: Publisher
  private let runs: Folder
  private let name: String
  private let folder: Folder
  private let progress = Mutex(Progress())

  init(publisher: Publisher, runs: Folder, name: String, folder: Folder) {
    self.publisher = publisher
    self.runs = runs
    self.name = name
    self.folder = folder
  }

  /// Begins a file, to be written piece by piece and then finished.
  ///
  /// - Parameter path: where it stands in the run, such as `board/breaches.csv`.
  /// - Returns: the writer, which must be finished.
  /// - Throws: code 73 where the path is refused, taken or cannot be created.
  public func open(_ path: String) throws(Fault) -> FileWriter {
    let path = try RelativePath(path)
    guard path.description != Manifest.fileName else {
      throw Fault(
        .cannotCreate, at: Place(file: folder.path(of: Manifest.fileName)),
        "the manifest is written by publishing alone", next: "give the file another name")
    }
    try progress.withLock { progress throws(Fault) in
      guard !progress.isClosed else { throw Self.misuse("nothing can be written once published") }
      progress.begun.insert(path)
    }
    var inner = folder
    var walked: [String] = []
    for name in path.folders {
      inner = try inner.makingFolder(name)
      walked.append(name)
      let made = try RelativePath(walked.joined(separator: "/"))
      progress.withLock { _ = $0.folders.insert(made) }
    }
    return FileWriter(to: try inner.createFile(path.name)) { [self] digest in
      progress.withLock {
        $0.begun.remove(path)
        $0.files.append(PublishedFile(path: path, digest: digest))
      }
    }
  }

  /// Writes a whole file.
  ///
  /// - Parameters:
  ///   - path: where it stands in the run, such as `board/breaches.csv`.
  ///   - bytes: its content.
  /// - Throws: code 73 where the path is refused, taken or cannot be created, 74 where writing
  ///   failed.
  public func write(_ path: String, _ bytes: [UInt8]) throws(Fault) {
    let writer = try open(path)
    try writer.write(bytes)
    try writer.finish()
  }

  /// Makes the run visible: manifest, flush, rename, verify, and only then `latest`.
  ///
  /// - Parameters:
  ///   - identity: what the run was made from, in one printable word.
  ///   - asOf: the as-of day, as `2026-03-31`; the folder is named by it.
  ///   - becomesLatest: false for a restated past night, which must not pass for the newest.
  /// - Returns: the published run, verified by its final name.
  /// - Throws: code 71 where it was published and may not have reached the disk; after any other
  ///   error `latest` is as it was.
  @discardableResult
  public func publish(
    run identity: String, asOf: String, becomesLatest: Bool = true
  ) throws(Fault) -> VerifiedRun {
    let reports = publisher.reports
    _ = try reports.latestName()
    let written = try close()
    let manifest = try Manifest(run: identity, asOf: asOf, files: written.files)
    let file = try folder.createFile(Manifest.fileName)
    try file.write(manifest.bytes)
    try file.synchronizeAndClose()
    for path in written.folders.sorted().reversed() {
      var inner = folder
      for name in path.folders + [path.name] { inner = try inner.folder(name) }
      try inner.synchronize()
    }
    try folder.synchronize()

    guard let final = RunName.next(asOf: asOf, existing: try reports.runNames()) else {
      throw Self.misuse("a run is named by a day")
    }
    try runs.rename(name, to: "\(final)", in: runs)
    try runs.synchronize()
    let run = try reports.verify(final)
    guard run.manifest == manifest else {
      throw Fault(
        .inputOutput, at: Place(file: runs.path(of: "\(final)")),
        "it is not the run that was written", next: "check the disk and the system log")
    }
    if becomesLatest { try publisher.point(to: run) }
    return run
  }

  /// Ends writing.
  ///
  /// - Returns: what was written.
  private func close() throws(Fault) -> Progress {
    try progress.withLock { progress throws(Fault) in
      guard !progress.isClosed else { throw Self.misuse("a run is published once") }
      guard progress.begun.isEmpty else { throw Self.misuse("every file begun must be finished") }
      progress.isClosed = true
      return progress
    }
  }

  private static func misuse(_ rule: String) -> Fault {
    Fault(.ownFault, rule, next: "report this as a fault of duly")
  }
}
