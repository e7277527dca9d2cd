import Faults
import Glibc

/// An open regular file, with its path for messages only.
struct OpenFile {
  /// The open file.
  let descriptor: Descriptor
  /// The path as an operator knows it.
  let path: String
  /// The gate for system calls.
  let calls: SystemCalls

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let length = min(bytes.count - written, calls.largestWrite)
      written += try calls.perform(.write, on: path, claiming: length) {
        bytes.withUnsafeBytes { all in
          Glibc.write(descriptor.number, all.baseAddress.map { $0 + written }, length)
        }
      }
    }
  }

  /// Flushes content and length to disk and closes the file.
  func synchronizeAndClose() throws(Fault) {
    try calls.perform(.synchronize, on: path) { Int(fsync(descriptor.number)) }
    let failure = descriptor.close()
    try calls.perform(.close, on: path) {
      errno = failure
      return failure == 0 ? 0 : -1
    }
  }

  /// The whole content.
  func content() throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    try calls.forEachBlock(of: descriptor.number, at: path) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// What identifies the content.
  func digest() throws(Fault) -> FileDigest {
    try FileDigest(ofFile: descriptor.number, at: path, calls: calls)
  }
}
