import Faults
import Glibc

/// An open folder: all work inside it is relative to its descriptor, so that nobody can swap the
/// path under it; the path itself is for messages only.
struct Folder: Sendable {
  /// The open folder.
  let descriptor: Descriptor
  /// The path as an operator knows it.
  let path: String
  /// The gate for system calls.
  let calls: SystemCalls

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens a folder by its path, which may lead through symbolic links.
  init(at path: String, as call: SystemCall, calls: SystemCalls) throws(Fault) {
    let number = try calls.perform(call, on: path, claiming: nil) { Int(open(path, Self.flags)) }
    self.init(descriptor: Descriptor(Int32(number)), path: path, calls: calls)
  }

  private init(descriptor: Descriptor, path: String, calls: SystemCalls) {
    self.descriptor = descriptor
    self.path = path
    self.calls = calls
  }

  /// The path of something in this folder.
  func path(of name: String) -> String { "\(path)/\(name)" }

  // MARK: Looking

  /// Opens a folder in this one; a symbolic link is refused.
  func folder(_ name: String) throws(Fault) -> Folder {
    let path = path(of: name)
    let number = try calls.perform(.open, on: path, claiming: nil) {
      Int(openat(descriptor.number, name, Self.flags | O_NOFOLLOW))
    }
    return Folder(descriptor: Descriptor(Int32(number)), path: path, calls: calls)
  }

  /// Opens a file for reading; a symbolic link in its place is refused, one on the way followed.
  func file(_ name: String) throws(Fault) -> OpenFile {
    let path = path(of: name)
    let number = try calls.perform(.open, on: path, claiming: nil) {
      Int(openat(descriptor.number, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    }
    return OpenFile(descriptor: Descriptor(Int32(number)), path: path, calls: calls)
  }

  /// What a name in this folder stands for, without following a link; nil where it is not there.
  func kind(of name: String) throws(Fault) -> FileKind? {
    var status = stat()
    do {
      _ = try calls.attempt(.status, claiming: nil) {
        Int(fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW))
      }
    } catch {
      if error.number == ENOENT { return nil }
      throw error.fault(at: path(of: name))
    }
    return FileKind(mode: status.st_mode)
  }

  /// The names in this folder, in the order of their bytes, without `.` and `..`.
  func names() throws(Fault) -> [String] {
    let copy = try calls.perform(.list, on: path, claiming: nil) {
      Int(openat(descriptor.number, ".", Self.flags))
    }
    guard let stream = fdopendir(Int32(copy)) else {
      let number = errno
      _ = Glibc.close(Int32(copy))
      throw SystemError(call: .list, number: number).fault(at: path)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      names.append(String(cString: name.assumingMemoryBound(to: CChar.self)))
    }
    guard errno == 0 else { throw SystemError(call: .list, number: errno).fault(at: path) }
    return names.filter { $0 != "." && $0 != ".." }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Where a symbolic link points; nil where there is nothing by that name.
  ///
  /// - Throws: `EINVAL` where something else than a link stands there.
  func target(ofLink name: String) throws(SystemError) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    do {
      let count = try calls.attempt(.readLink, claiming: nil) {
        readlinkat(descriptor.number, name, &bytes, Int(PATH_MAX))
      }
      return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    } catch {
      if error.number == ENOENT { return nil }
      throw error
    }
  }
}
