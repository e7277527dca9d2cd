public import Faults
import Glibc

/// Reads the site's own small files whole: packs, mappings, templates, configuration, keys.
///
/// Exports are never read this way: their readers take blocks of an open descriptor.
public enum SmallFile {
  /// The largest file that is read whole, in bytes.
  public static let limit = 16 << 20

  /// Whether there is a file at a path.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The bytes of a file.
  ///
  /// - Throws: ``Fault`` with 66 where there is no such file, 74 where it cannot be read, 78 where
  ///   it is too large.
  public static func bytes(_ path: String) throws(Fault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(
        .inputMissing, at: Place(file: path), "a file is asked for here, and this is none",
        next: "name a file")
    }
    guard status.st_size <= limit else {
      throw Fault(
        .configuration, at: Place(file: path), "a file of this kind has at most 16 MiB",
        next: "look whether it is the right file")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault(path, errno) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The text of a file, which must be UTF-8; a byte-order mark is left out.
  ///
  /// - Throws: ``Fault`` as ``bytes(_:)``, and with 78 where it is not UTF-8.
  public static func text(_ path: String) throws(Fault) -> String {
    try text(of: try bytes(path), from: path)
  }

  /// The text of a file's bytes, which must be UTF-8; a byte-order mark is left out.
  ///
  /// - Parameters:
  ///   - bytes: all bytes of the file.
  ///   - path: where the file lies, for the fault.
  /// - Returns: the text.
  /// - Throws: ``Fault`` with 78 where it is not UTF-8.
  public static func text(of bytes: [UInt8], from path: String) throws(Fault) -> String {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(
        .configuration, at: Place(file: path), "the file is UTF-8", next: "save it as UTF-8")
    }
    return text
  }

  /// Writes a file whole, readable by its owner and group; an older one is replaced.
  ///
  /// For files that a person can make again; what is published goes through staging instead.
  ///
  /// - Throws: ``Fault`` with 73 where it cannot be created, 74 where it cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Fault(
        .cannotCreate, at: Place(file: path), "the file cannot be created (error \(errno))",
        next: "look at the folder and its permissions")
    }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault(path, errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func fault(_ path: String, _ code: Int32) -> Fault {
    switch code {
    case ENOENT, ENOTDIR:
      Fault(
        .inputMissing, at: Place(file: path), "there is no such file", next: "look at the path")
    case EACCES, EPERM:
      Fault(
        .inputOutput, at: Place(file: path), "the file may not be read by this user",
        next: "give the user that runs Duly the right to read it")
    default:
      Fault(
        .inputOutput, at: Place(file: path), "the file cannot be read (error \(code))",
        next: "look at the disk")
    }
  }
}
