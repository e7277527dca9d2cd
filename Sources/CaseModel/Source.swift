public import Faults

/// The position of a record in the delivered files.
public struct Source: Hashable, Sendable {
  /// The file's index in the run's ``FileTable``; -1 for no file.
  public var file: Int32
  /// The line, counted from 1; 0 where there is none.
  public var line: Int32
  /// The column in bytes, counted from 1; 0 where it is not known.
  public var column: Int32

  /// A position in a file.
  @inlinable
  public init(file: Int32, line: Int32, column: Int32 = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// No position.
  public static let none = Source(file: -1, line: 0, column: 0)
}

/// The files of a run, by the index that a ``Source`` holds.
public struct FileTable: Sendable {
  /// One delivered file.
  public struct Entry: Sendable, Hashable {
    /// The base name: all that a report ever says of where a file lay.
    public var name: String
    /// The SHA-256 of its bytes in hexadecimal; empty until it was read to the end.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int64
    /// Whether it is a sheet of the workbook in front of it, of which lines are rows.
    public var isSheet: Bool

    /// A file of a name.
    public init(name: String, sha256: String = "", bytes: Int64 = 0, isSheet: Bool = false) {
      self.name = name
      self.isSheet = isSheet
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// All files, in the order read.
  public var entries: [Entry] = []

  /// An empty table.
  public init() {}

  /// Adds a file.
  ///
  /// - Returns: its index.
  public mutating func add(name: String) -> Int32 {
    entries.append(Entry(name: name))
    return Int32(entries.count - 1)
  }

  /// Adds a sheet of a workbook, by the names of both.
  ///
  /// - Returns: its index.
  public mutating func add(sheet: String) -> Int32 {
    entries.append(Entry(name: sheet, isSheet: true))
    return Int32(entries.count - 1)
  }

  /// The base name of a source's file; empty where there is none.
  public func name(of source: Source) -> String {
    entries.indices.contains(Int(source.file)) ? entries[Int(source.file)].name : ""
  }

  /// The place of a source, as a message names it.
  public func place(of source: Source) -> Place {
    var place = Place(file: name(of: source), line: Int(source.line))
    if source.column > 0 { place.column = Int(source.column) }
    if entries.indices.contains(Int(source.file)) {
      place.isInSheet = entries[Int(source.file)].isSheet
    }
    return place
  }
}
