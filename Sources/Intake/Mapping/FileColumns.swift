/// The columns of a mapped file by what became of them, each in the file's order.
public struct FileColumns: Sendable, Hashable {
  /// Those that were read.
  public var read: [String] = []
  /// Those that the mapping names under `not read`.
  public var known: [String] = []
  /// Those that the mapping does not know.
  public var unknown: [String] = []
  /// Optional columns of the mapping that the file does not have, by the mapping's names.
  public var missing: [String] = []
}
