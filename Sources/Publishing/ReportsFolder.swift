public import Faults
import Glibc

/// The folder that readers see: `latest`, the runs behind it, and what is rewritten every night.
///
/// Looking needs no lock; whoever wants to change something becomes its ``Publisher``.
public struct ReportsFolder: Sendable {
  /// The name of the link to the newest verified run.
  static let latest = "latest"
  /// The name of the folder of runs.
  static let runs = "runs"

  let base: Folder

  /// The path that the folder was opened by.
  public var path: String { base.path }

  /// Opens a folder to look at it; nothing is changed.
  ///
  /// - Parameter path: the folder's path.
  /// - Throws: code 66 where there is none, 74 where it cannot be opened.
  public init(at path: String) throws(Fault) {
    var status = stat()
    if stat(path, &status) < 0, errno == ENOENT {
      throw Fault(
        .inputMissing, at: Place(file: path), "there is no folder of reports",
        next: "give the folder that a night was published in")
    }
    base = try Folder(at: path, as: .open, calls: SystemCalls())
  }

  /// Opens a folder to publish in, making it (mode 0750) where it is missing.
  ///
  /// A folder that is there loses the permissions beyond 0750 and gains none.
  ///
  /// - Parameter path: the folder's path; the folder above it must exist.
  /// - Returns: the folder, with a `runs` in it.
  /// - Throws: code 73 where it cannot be made or is not to be written in.
  public static func create(at path: String) throws(Fault) -> ReportsFolder {
    try create(at: path, calls: SystemCalls())
  }

  static func create(at path: String, calls: SystemCalls) throws(Fault) -> ReportsFolder {
    var wasMade = true
    do {
      _ = try calls.attempt(.makeFolder) { Int(mkdir(path, 0o700)) }
    } catch {
      guard error.number == EEXIST else { throw error.fault(at: path) }
      wasMade = false
    }
    let base = try Folder(at: path, as: .create, calls: calls)
    try base.setMode { wasMade ? $0 & mode_t(S_ISGID) | Folder.folderMode : $0 & ~0o027 }
    _ = try base.makingFolder(runs)
    try base.synchronize()
    return ReportsFolder(base: base)
  }

  private init(base: Folder) {
    self.base = base
  }

  /// The runs that are there, oldest first, whether they verify or not.
  ///
  /// - Throws: code 74 where the folder cannot be read.
  public func runNames() throws(Fault) -> [RunName] {
    guard try base.kind(of: Self.runs) != nil else { return [] }
    return try base.folder(Self.runs).names().compactMap { RunName($0) }.sorted()
  }

  /// The run that `latest` names, whether it is there or not; nil where there is no `latest`.
  ///
  /// - Throws: code 73 where something else than a link to a run stands in its place.
  public func latestName() throws(Fault) -> RunName? {
    let target: String?
    do {
      target = try base.target(ofLink: Self.latest)
    } catch {
      guard error.number == EINVAL else { throw error.fault(at: base.path(of: Self.latest)) }
      throw notALink
    }
    guard let target else { return nil }
    let prefix = "\(Self.runs)/"
    guard target.utf8.starts(with: prefix.utf8),
      let name = RunName(String(Substring(target.utf8.dropFirst(prefix.utf8.count))))
    else { throw notALink }
    return name
  }

  private var notALink: Fault {
    Fault(
      .cannotCreate, at: Place(file: base.path(of: Self.latest)),
      "it is not the link to a run that duly made",
      next: "move it away; the next night makes the link anew")
  }
}
