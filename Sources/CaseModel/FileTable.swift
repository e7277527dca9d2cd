/// The files of a run, by the place that a ``Source`` names.
public struct FileTable: Sendable {
  /// One delivered file.
  public struct Entry: Sendable, Hashable {
    /// The base name: all that a report ever says of where a file lay.
    public var name: String
    /// The SHA-256 of its bytes in hexadecimal; empty until it was read to the end.
    public var sha256: String
    /// How many bytes it has.
    public var bytes: Int64

    /// A file of a name.
    public init(name: String, sha256: String = "", bytes: Int64 = 0) {
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// All files, in the order read.
  public var entries: [Entry] = []

  /// An empty table.
  public init() {}

  /// Adds a file and gives its place.
  public mutating func add(name: String) -> Int32 {
    entries.append(Entry(name: name))
    return Int32(entries.count - 1)
  }

  /// The base name of a source's file; empty where there is none.
  public func name(of source: Source) -> String {
    entries.indices.contains(Int(source.file)) ? entries[Int(source.file)].name : ""
  }
}
