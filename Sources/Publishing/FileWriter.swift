public import Faults

/// A file that is written piece by piece, hashed on the way and counted only once it is on disk.
public final class FileWriter {
  private static let capacity = 256 << 10

  private let file: OpenFile
  private let whenFinished: (FileDigest) -> Void
  private var buffer: [UInt8] = []
  private var hash = ContentHash()
  private var size = 0
  private var isFinished = false

  init(to file: OpenFile, whenFinished: @escaping (FileDigest) -> Void) {
    self.file = file
    self.whenFinished = whenFinished
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: the bytes to add.
  /// - Throws: code 74 where the disk is full or fails.
  public func write(_ bytes: some Sequence<UInt8>) throws(Fault) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Adds a text as UTF-8.
  ///
  /// - Parameter text: the text to add.
  /// - Throws: code 74 where the disk is full or fails.
  public func write(_ text: String) throws(Fault) {
    try write(text.utf8)
  }

  /// Flushes everything to disk; without this the file is not part of the run.
  ///
  /// - Returns: what identifies the file's content.
  /// - Throws: code 74 where the disk is full or fails, 70 where it was finished before.
  @discardableResult
  public func finish() throws(Fault) -> FileDigest {
    try flush()
    try file.synchronizeAndClose()
    isFinished = true
    let digest = FileDigest(hash: hash.finish(), size: size)
    whenFinished(digest)
    return digest
  }

  private func flush() throws(Fault) {
    guard !isFinished else {
      throw Fault(
        .ownFault, at: Place(file: file.path), "a finished file takes nothing more",
        next: "report this as a fault of duly")
    }
    try file.write(buffer)
    hash.update(buffer)
    size += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
