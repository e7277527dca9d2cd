import Faults
import Files

/// A spool that a sink can hold, which must be copyable.
final class SharedSpool {
  private var spool = RowSpool()

  /// Lets a row be written behind the others.
  func add(_ write: (inout ByteRun) -> Void) throws(Fault) { try spool.add(write) }

  /// Writes everything to an open descriptor.
  func drain(to descriptor: Int32) throws(Fault) { try spool.drain(to: descriptor) }
}
