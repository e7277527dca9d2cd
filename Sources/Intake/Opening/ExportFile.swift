import CaseModel
import Faults
import Glibc

/// One delivered file that is open for reading, and its indices in the run.
public struct ExportFile: Sendable {
  /// Open for reading, at its start, and not closed; a pipe will do.
  public var descriptor: Int32
  /// Its base name, for messages and for what a mapping reads in it.
  public var name: String
  /// Its index among the files of the run.
  public var index: Int32
  /// The index of its feed among the feeds of the run.
  public var feed: Int

  /// An open file.
  public init(descriptor: Int32, name: String, index: Int32, feed: Int) {
    self.descriptor = descriptor
    self.name = name
    self.index = index
    self.feed = feed
  }

  /// Goes back to its start.
  func rewind() { lseek(descriptor, 0, SEEK_SET) }

  /// The feed as a set of one.
  var feeds: FeedSet { FeedSet(feed: feed) }

  /// A position in the file.
  func source(line: Int, column: Int = 0) -> Source {
    Source(
      file: index, line: Int32(truncatingIfNeeded: line), column: Int32(truncatingIfNeeded: column))
  }
}

/// The files of one feed, held open while they are read and closed afterwards.
final class OpenFiles {
  /// The files, open at their starts.
  private(set) var files: [ExportFile] = []
  /// The size of each file in bytes.
  private(set) var sizes: [Int] = []
  private var states: [stat] = []

  deinit {
    for file in files { close(file.descriptor) }
  }

  /// Opens a file.
  ///
  /// - Throws: ``Fault`` where there is none that can be read.
  func open(_ path: String, index: Int32, feed: Int) throws(Fault) {
    let export = try OpenedExport(path: path)
    // Above all numbers that a worker gets, so that giving it one never closes another.
    let descriptor = fcntl(export.descriptor, F_DUPFD_CLOEXEC, 256)
    guard descriptor >= 0 else {
      throw Fault(
        .inputOutput, at: Place(file: export.name), "too many files are open",
        next: "raise the limit of open files for the user that runs Duly")
    }
    files.append(ExportFile(descriptor: descriptor, name: export.name, index: index, feed: feed))
    sizes.append(Int(export.bytes))
    states.append(status(descriptor))
  }

  /// Makes sure that no file has changed since it was opened.
  ///
  /// - Throws: ``Fault`` with 75 where one has: what was read of it is neither the old nor the new.
  func checkUnchanged() throws(Fault) {
    for (file, before) in zip(files, states) {
      let now = status(file.descriptor)
      guard now.st_size == before.st_size, now.st_mtim.tv_sec == before.st_mtim.tv_sec,
        now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      else {
        throw Fault(
          .tryAgain, at: Place(file: file.name), "an export stays as it is while it is read",
          next: "wait until it has arrived, and run again")
      }
    }
  }

  /// Hands every byte of every file to a hash.
  func hand(to onBytes: (Int32, RawSpan) -> Void) throws(Fault) {
    var block = [UInt8](repeating: 0, count: 1 << 20)
    for file in files {
      var offset = 0
      while true {
        let count = block.withUnsafeMutableBytes {
          pread(file.descriptor, $0.baseAddress, $0.count, off_t(offset))
        }
        guard count >= 0 else {
          throw Fault(
            .inputOutput, at: Place(file: file.name), "the file cannot be read to its end",
            next: "look at the disk")
        }
        if count == 0 { break }
        onBytes(file.index, block.span.bytes.extracting(first: count))
        offset += count
      }
    }
  }

  private func status(_ descriptor: Int32) -> stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }
}
