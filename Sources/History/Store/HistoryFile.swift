import Faults
import Glibc

/// The store's file before a database is opened on it: there, plain, and closed to others.
enum HistoryFile {
  /// Makes the file where there is none, and takes every right to it from everybody else.
  ///
  /// The files that SQLite puts beside it take over its mode.
  ///
  /// - Parameter path: the file's path; the folder that it lies in must exist.
  /// - Throws: code 73 where it cannot be created, 74 where it cannot be read and written.
  static func prepare(_ path: String) throws(Fault) {
    let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC
    var descriptor = open(path, flags)
    let isNew = descriptor < 0 && errno == ENOENT
    if isNew { descriptor = open(path, flags | O_CREAT | O_EXCL, 0o600) }
    guard descriptor >= 0 else { throw fault(isNew ? .cannotCreate : .inputOutput, path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(.inputOutput, path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(
        .configuration, at: Place(file: path), "the history is a plain file",
        next: "name a file in a folder of the site, or one that is to be made there")
    }
    if status.st_mode & 0o7777 != 0o600, fchmod(descriptor, 0o600) != 0 {
      throw fault(.inputOutput, path, errno)
    }
    if isNew { try synchronizeFolder(of: path) }
  }

  /// Flushes the folder, without which a new file's name can be lost in a power cut.
  private static func synchronizeFolder(of path: String) throws(Fault) {
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(.inputOutput, folder, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault(.inputOutput, folder, errno) }
  }

  private static func fault(_ code: ExitCode, _ path: String, _ number: Int32) -> Fault {
    let reason = String(cString: strerror(number))
    let what = code == .cannotCreate ? "created" : "opened for reading and writing"
    let nextStep =
      switch number {
      case ENOENT, ENOTDIR: "make the folder that the configuration names for it"
      case EACCES, EPERM, EROFS: "give the account that runs duly the right to write there"
      case ENOSPC, EDQUOT: "free space on that file system and run again"
      case ELOOP, EISDIR: "a plain file belongs there: move away what stands in its place"
      default: "check the disk and the system log, then run again"
      }
    return Fault(
      code, at: Place(file: path), "the history cannot be \(what) (\(reason))", next: nextStep)
  }
}
