import Faults
import Files
import Glibc

/// Rows that wait until every input has been read to its end; past a cap they lie in a file that has
/// no name, so that nothing is left behind whatever happens.
final class RowSpool {
  /// Number of bytes held in memory at most.
  private let cap: Int
  private var waiting: ByteRun
  private var file: Int32 = -1

  /// A spool that holds so many bytes in memory.
  init(cap: Int = 16 << 20) {
    self.cap = cap
    waiting = ByteRun(room: cap)
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Writes rows behind the others.
  ///
  /// - Throws: ``Fault`` where they find no room.
  func add(_ rows: UnsafeRawBufferPointer) throws(Fault) {
    if waiting.count + rows.count > cap { try flush() }
    waiting.append(rows)
  }

  /// Writes everything to an open descriptor.
  ///
  /// - Throws: ``Fault`` where it takes no more.
  func drain(to descriptor: Int32) throws(Fault) {
    if file >= 0 {
      guard lseek(file, 0, SEEK_SET) == 0 else { throw RowWriting.fault(errno) }
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
      defer { block.deallocate() }
      while true {
        let count = read(file, block.baseAddress, block.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw RowWriting.fault(errno) }
        if count == 0 { break }
        try RowWriting.write(UnsafeRawBufferPointer(rebasing: block[..<count]), to: descriptor)
      }
    }
    try waiting.withBytes { bytes throws(Fault) in try RowWriting.write(bytes, to: descriptor) }
    waiting.removeAll()
  }

  private func flush() throws(Fault) {
    if file < 0 {
      let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      file = open(folder, unnamedFile | O_RDWR | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw RowWriting.fault(errno) }
    }
    let file = file
    try waiting.withBytes { bytes throws(Fault) in try RowWriting.write(bytes, to: file) }
    waiting.removeAll()
  }

  /// The Linux constant, which the importer leaves out: `__O_TMPFILE | O_DIRECTORY`.
  private let unnamedFile: Int32 = 0o20000000 | O_DIRECTORY
}

/// Writing rows to a descriptor.
enum RowWriting {
  /// Writes bytes to an open descriptor, all of them.
  ///
  /// - Throws: ``Fault`` where it takes no more.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Fault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault(errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// The fault of rows that found no room.
  static func fault(_ code: Int32) -> Fault {
    Fault(
      .inputOutput, "the rows cannot be written (error \(code))",
      next: "look whether the disk is full, or whoever reads the output has stopped")
  }
}
