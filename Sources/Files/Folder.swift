public import Faults
import Glibc

/// Looks into the site's own folders.
public enum Folder {
  /// Whether there is a folder at a path.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of what lies in a folder, without those that start with a dot, in byte order.
  ///
  /// - Throws: ``Fault`` with 66 where it cannot be opened.
  public static func names(_ path: String) throws(Fault) -> [String] {
    guard let stream = opendir(path) else {
      throw Fault(
        .inputMissing, at: Place(file: path), "there is no such folder, or it may not be read",
        next: "look at the path")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.utf8.starts(with: [UInt8(ascii: ".")]) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
