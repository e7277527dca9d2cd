public import Faults

/// The one who may change a reports folder, for as long as it lives: it holds the folder's lock.
///
/// A night goes: become the publisher, ``heal()``, ``stage()``, write, publish, replace the index.
/// Whatever stops it on the way leaves `latest` as it was, and the next night's ``heal()`` tidies up.
public final class Publisher: Sendable {
  /// The folder that is published in.
  public let reports: ReportsFolder
  private let lock: RunLock

  /// The name under which the next `latest` is made.
  static let nextLatest = ".latest.tmp"
  /// The name under which the next version of a single file is written.
  static let replacement = ".replacement.tmp"
  /// How the names of folders begin that are not yet published.
  static let staging = ".staging-"

  /// Takes the lock of a reports folder.
  ///
  /// - Parameter reports: a folder from ``ReportsFolder/create(at:)``.
  /// - Throws: code 75, at once, where another run holds the lock.
  public init(of reports: ReportsFolder) throws(Fault) {
    self.reports = reports
    lock = try RunLock(in: reports.base)
  }

  /// Begins a run in a folder that no reader looks into.
  ///
  /// - Throws: code 73 where the folder cannot be made.
  public func stage() throws(Fault) -> StagedRun {
    let runs = try reports.base.folder(ReportsFolder.runs)
    var number = 1
    while try runs.kind(of: "\(Self.staging)\(number)") != nil { number += 1 }
    let name = "\(Self.staging)\(number)"
    return StagedRun(
      publisher: self, runs: runs, name: name, folder: try runs.makingFolder(name))
  }

  /// Points `latest` to a run that is there, after verifying it.
  ///
  /// - Parameter name: the run.
  /// - Returns: the run as verified.
  /// - Throws: code 66 or 74 where it does not verify, 73 or 74 where the link cannot be made, 71
  ///   where it was made and may not have reached the disk.
  @discardableResult
  public func makeLatest(_ name: RunName) throws(Fault) -> VerifiedRun {
    let run = try reports.verify(name)
    try point(to: run)
    return run
  }

  /// Swaps the link: a reader sees the old run or the new one, never none.
  func point(to run: VerifiedRun) throws(Fault) {
    let base = reports.base
    _ = try reports.latestName()
    try base.remove(Self.nextLatest)
    try base.link(Self.nextLatest, to: "\(ReportsFolder.runs)/\(run.name)")
    try base.rename(Self.nextLatest, to: ReportsFolder.latest, in: base)
    do throws(Fault) {
      try base.synchronize()
      // Read the way a reader does, through the link: the kernel may have claimed too much.
      let seen = try base.file("\(ReportsFolder.latest)/\(Manifest.fileName)")
      guard try seen.content() == run.manifest.bytes else {
        throw Fault(
          .inputOutput, at: Place(file: seen.path), "it is not the run that was published",
          next: "check the disk and the system log")
      }
    } catch {
      throw Fault(
        .durabilityUnknown, at: error.place,
        "the run is published, but whether it reached the disk is unknown: \(error.rule)",
        next: "\(error.nextStep); running again is harmless")
    }
  }

  /// Replaces a file beside the runs, such as `index.html` or `receipts/2026-03-31.json`.
  ///
  /// A reader sees the old content or the new, never a part.
  ///
  /// - Parameters:
  ///   - path: where the file stands in the reports folder; neither `latest` nor under `runs`.
  ///   - bytes: the whole new content.
  /// - Throws: code 73 where the path is refused or cannot be created, 74 where writing failed.
  public func replaceFile(_ path: String, with bytes: [UInt8]) throws(Fault) {
    let base = reports.base
    let target = try RelativePath(path)
    let top = target.folders.first ?? target.name
    guard top != ReportsFolder.runs, top != ReportsFolder.latest else {
      throw Fault(
        .cannotCreate, at: Place(file: base.path(of: path)), "a published run never changes",
        next: "write it beside the runs, or publish a new run")
    }
    var folder = base
    for name in target.folders { folder = try folder.makingFolder(name) }
    try base.remove(Self.replacement)
    let file = try base.createFile(Self.replacement)
    try file.write(bytes)
    try file.synchronizeAndClose()
    // Whatever the kernel claimed, a whole file is only replaced by a whole one.
    guard try base.file(Self.replacement).content() == bytes else {
      throw Fault(
        .inputOutput, at: Place(file: file.path), "it does not hold what was written to it",
        next: "check the disk and the system log, then run again")
    }
    try base.rename(Self.replacement, to: target.name, in: folder)
    try folder.synchronize()
    if !target.folders.isEmpty { try base.synchronize() }
  }
}
