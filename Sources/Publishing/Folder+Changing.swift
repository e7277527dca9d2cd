import Faults
import Glibc

extension Folder {
  /// The mode of every folder that this module makes.
  static let folderMode: mode_t = 0o750
  /// The mode of every file that this module makes.
  static let fileMode: mode_t = 0o640

  /// Opens a folder in this one, making it first where it is missing.
  func makingFolder(_ name: String) throws(Fault) -> Folder {
    guard try makeFolder(name) else { return try folder(name) }
    let made = try folder(name)
    // The folder above may hand its group down (set-group-ID): that bit is the site's, and stays.
    try made.setMode { $0 & mode_t(S_ISGID) | Folder.folderMode }
    return made
  }

  /// Makes a folder that only its owner may enter.
  ///
  /// - Returns: false where the name was taken.
  func makeFolder(_ name: String) throws(Fault) -> Bool {
    do {
      _ = try calls.attempt(.makeFolder) { Int(mkdirat(descriptor.number, name, 0o700)) }
      return true
    } catch {
      if error.number == EEXIST { return false }
      throw error.fault(at: path(of: name))
    }
  }

  /// Sets this folder's permissions from those that it has; the umask has no say in it.
  func setMode(_ change: (mode_t) -> mode_t) throws(Fault) {
    var status = stat()
    try calls.perform(.status, on: path, claiming: nil) { Int(fstat(descriptor.number, &status)) }
    let held = status.st_mode & 0o7777
    let wanted = change(held)
    guard wanted != held else { return }
    try calls.perform(.setMode, on: path) { Int(fchmod(descriptor.number, wanted)) }
  }

  /// Creates a file of mode 0640 that was not there before, for writing.
  func createFile(_ name: String) throws(Fault) -> OpenFile {
    let path = path(of: name)
    let number = try calls.perform(.create, on: path, claiming: nil) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      return Int(openat(descriptor.number, name, flags, 0o600))
    }
    let file = OpenFile(descriptor: Descriptor(Int32(number)), path: path, calls: calls)
    try calls.perform(.setMode, on: path) { Int(fchmod(file.descriptor.number, Folder.fileMode)) }
    return file
  }

  /// Makes a relative symbolic link.
  func link(_ name: String, to target: String) throws(Fault) {
    try calls.perform(.link, on: path(of: name)) {
      Int(symlinkat(target, descriptor.number, name))
    }
  }

  /// Renames something of this folder; a folder that holds anything is never replaced by that.
  func rename(_ name: String, to newName: String, in other: Folder) throws(Fault) {
    try calls.perform(.rename, on: other.path(of: newName)) {
      Int(renameat(descriptor.number, name, other.descriptor.number, newName))
    }
  }

  /// Flushes the folder's own list of names to disk.
  func synchronize() throws(Fault) {
    try calls.perform(.synchronize, on: path) { Int(fsync(descriptor.number)) }
  }

  /// Removes a file, a link or a folder with all that is in it; nothing there is no error.
  func remove(_ name: String) throws(Fault) {
    guard let kind = try kind(of: name) else { return }
    if kind == .folder {
      let doomed = try folder(name)
      for inner in try doomed.names() { try doomed.remove(inner) }
    }
    try calls.perform(.unlink, on: path(of: name)) {
      Int(unlinkat(descriptor.number, name, kind == .folder ? AT_REMOVEDIR : 0))
    }
  }
}
