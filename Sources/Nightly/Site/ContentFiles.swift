import Faults
import Files
import Publishing

/// The small files that words, calendars, packs, mappings and templates are read from, each read
/// once: what is hashed is what was used, also where a file changes meanwhile.
final class ContentFiles {
  private var held: [String: [UInt8]] = [:]

  /// The bytes of a file.
  ///
  /// - Throws: ``Fault`` where it cannot be read.
  func bytes(_ path: String) throws(Fault) -> [UInt8] {
    if let bytes = held[path] { return bytes }
    let bytes = try SmallFile.bytes(path)
    held[path] = bytes
    return bytes
  }

  /// The text of a file.
  ///
  /// - Throws: ``Fault`` where it cannot be read or is not UTF-8.
  func text(_ path: String) throws(Fault) -> String {
    try SmallFile.text(of: try bytes(path), from: path)
  }

  /// The hash of a file.
  ///
  /// - Throws: ``Fault`` where it cannot be read.
  func hash(_ path: String) throws(Fault) -> String {
    ContentHash.hexadecimal(of: try bytes(path))
  }

  /// The hash of the names and bytes of all files of a folder.
  ///
  /// - Throws: ``Fault`` where one cannot be read.
  func hash(folder: String) throws(Fault) -> String {
    var hash = ContentHash()
    for name in try Folder.names(folder) {
      let bytes = try bytes(Path.join(folder, name))
      hash.update("\(name)\n\(bytes.count)\n")
      hash.update(bytes)
    }
    return hash.finish()
  }
}
