/// What a mapping asks of a row: `EVENT is Core group`, `ICPC_DATE is empty`.
struct MappedCondition: Sendable, Hashable {
  /// The column, by its place among the list's columns.
  var column: Int
  /// The values, one of which it has; empty where it asks for an empty field.
  var values: [[UInt8]]
  /// Whether the condition asks for the opposite.
  var isNegated: Bool

  /// Whether a value fulfils it; values are compared without the case of ASCII letters.
  func holds(_ value: UnsafeRawBufferPointer) -> Bool {
    let isOne = values.isEmpty ? value.isEmpty : values.contains { value.isWord($0) }
    return isOne != isNegated
  }
}
