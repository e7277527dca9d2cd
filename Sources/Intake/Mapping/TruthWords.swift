/// The ways of writing yes and no that every reader understands.
enum TruthWords {
  private static let table = WordTable<Bool>([
    ("yes", true), ("true", true), ("y", true), ("1", true),
    ("no", false), ("false", false), ("n", false), ("0", false),
  ])

  /// Yes or no; nil where it is neither.
  static func read(_ bytes: UnsafeRawBufferPointer) -> Bool? { table.value(bytes) }
}
