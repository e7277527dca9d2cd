import Glibc
import Testing

/// A file without a name that rows are written to.
final class RowFile {
  private let file: UnsafeMutablePointer<FILE>

  init() throws { file = try #require(tmpfile()) }

  deinit { fclose(file) }

  /// Where rows go.
  var descriptor: Int32 { fileno(file) }

  /// What was written.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_CUR)))
    let read = pread(descriptor, &bytes, bytes.count, 0)
    #expect(read == bytes.count)
    return bytes
  }
}
