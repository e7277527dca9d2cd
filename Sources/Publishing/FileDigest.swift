public import Faults

/// What identifies a file's content: its SHA-256 and its size.
public struct FileDigest: Hashable, Sendable {
  /// The SHA-256, as 64 lower-case hexadecimal digits.
  public let hash: String
  /// The size in bytes.
  public let size: Int

  /// A digest that is already known.
  public init(hash: String, size: Int) {
    self.hash = hash
    self.size = size
  }

  /// Reads an open file from its beginning, in blocks of 256 KiB; its position does not move.
  ///
  /// - Parameters:
  ///   - descriptor: the open file, which stays open.
  ///   - path: the file's path for messages.
  /// - Throws: code 74 where it cannot be read.
  public init(ofFile descriptor: Int32, at path: String) throws(Fault) {
    try self.init(ofFile: descriptor, at: path, calls: SystemCalls())
  }

  /// Reads an open file through a gate for system calls.
  init(ofFile descriptor: Int32, at path: String, calls: SystemCalls) throws(Fault) {
    var hash = ContentHash()
    var size = 0
    try calls.forEachBlock(of: descriptor, at: path) { block in
      hash.update(block)
      size += block.count
    }
    self.init(hash: hash.finish(), size: size)
  }
}
