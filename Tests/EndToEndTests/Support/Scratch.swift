import Foundation

/// A folder of a test's own, which is taken away when the last one who holds it lets go.
final class Scratch: Sendable {
  /// Where it lies.
  let folder: String

  init() throws {
    let name = "duly-tests-\(UUID().uuidString)"
    folder = (NSTemporaryDirectory() as NSString).appendingPathComponent(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A path in it.
  func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }

  /// Writes a file and says where it lies.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of some bytes and says where it lies.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Makes a folder and says where it lies.
  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  /// Copies a file or folder into it.
  func copy(_ source: String, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try FileManager.default.copyItem(atPath: source, toPath: path(name))
  }

  /// The text of a file.
  func text(_ name: String) throws -> String { try Scratch.read(path(name)) }

  /// The text of a file that lies anywhere.
  static func read(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The bytes of a file.
  ///
  /// Foundation leaks a page for an empty one, which a sanitizer counts.
  private static func bytes(_ path: String) throws -> Data {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return size == 0 ? Data() : try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// The paths of all files below a folder, relative to it, with their bytes; links are not
  /// followed.
  func files(below name: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for relative in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
      let full = (path(name) as NSString).appendingPathComponent(relative)
      let kind = try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType
      if kind == .typeRegular { found[relative] = try Scratch.bytes(full) }
    }
    return found
  }
}
