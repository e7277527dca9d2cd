import Foundation

/// A folder of a test's own, which is taken away with all that lies in it when the last one who holds
/// it lets go.
public final class ScratchFolder: Sendable {
  /// Where it lies.
  public let path: String

  /// Makes a folder.
  public init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("duly-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in it.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and says where it lies.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Writes a file of a text and says where it lies.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }
}
