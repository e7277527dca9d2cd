import Faults
import Glibc

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
