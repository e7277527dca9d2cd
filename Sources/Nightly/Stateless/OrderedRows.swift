import Faults
import Files
import Glibc

/// Pieces of work that several threads take, and whose rows are written in the order of the pieces.
final class OrderedRows: @unchecked Sendable {
  /// The rows of one piece.
  final class Piece {
    let number: Int
    var rows = ByteRun(room: 1 << 16)

    fileprivate init(_ number: Int) { self.number = number }
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let count: Int
  private let descriptor: Int32
  /// The bytes that the first rows of all begin with in vain: what parts them from rows before.
  private let separator: Int
  private var taken = 0
  private var written = 0
  private var hasRows = false
  private var waiting: [Int: Piece] = [:]
  private var failure: Fault?

  /// So many pieces, none taken yet.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - descriptor: where the rows go.
  ///   - separator: how many bytes each piece begins with that part it from the rows before it.
  init(count: Int, to descriptor: Int32, separator: Int) {
    self.count = count
    self.descriptor = descriptor
    self.separator = separator
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// The next piece that nobody has taken; nil where there is none left, or writing failed.
  func take() -> Piece? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard taken < count, failure == nil else { return nil }
    defer { taken += 1 }
    return Piece(taken)
  }

  /// Takes the rows of a piece, and writes what is whole up to them.
  func deliver(_ piece: Piece) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    waiting[piece.number] = piece
    while failure == nil, let next = waiting.removeValue(forKey: written) {
      written += 1
      next.rows.withBytes { bytes in
        guard !bytes.isEmpty else { return }
        let skipped = hasRows ? 0 : separator
        hasRows = true
        do throws(Fault) {
          try RowWriting.write(UnsafeRawBufferPointer(rebasing: bytes[skipped...]), to: descriptor)
        } catch {
          failure = error
        }
      }
    }
  }

  /// Whether there was a row at all.
  ///
  /// - Throws: ``Fault`` where the rows could not be written.
  func end() throws(Fault) -> Bool {
    if let failure { throw failure }
    return hasRows
  }
}
