import CaseModel
import Glibc

/// One delivered file that is open for reading, and its places in the run.
public struct ExportFile: Sendable {
  /// Open for reading, at its start, and not closed; a pipe will do.
  public var descriptor: Int32
  /// Its base name, for messages and for what a mapping reads in it.
  public var name: String
  /// Its place among the files of the run.
  public var index: Int32
  /// The place of its feed among the feeds of the run.
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

  /// A place in the file.
  func source(line: Int, column: Int = 0) -> Source {
    Source(
      file: index, line: Int32(truncatingIfNeeded: line), column: Int32(truncatingIfNeeded: column))
  }
}
