import Faults
import Files
import Glibc

/// Rows that wait until every input has been read to its end; past a cap they lie in a file that has
/// no name, so that nothing is left behind whatever happens.
final class RowSpool {
  private let cap: Int
  private var waiting: ByteRun
  private var file: Int32 = -1

  /// A spool that holds so many bytes in memory.
  init(cap: Int = 16 << 20) {
    self.cap = cap
    waiting = ByteRun(room: cap + (1 << 16))
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Lets a row be written behind the others.
  func add(_ write: (inout ByteRun) -> Void) throws(Fault) {
    write(&waiting)
    if waiting.count >= cap { try flush() }
  }

  /// Writes everything to an open descriptor.
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
