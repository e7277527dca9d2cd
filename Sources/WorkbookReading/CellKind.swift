/// What a cell holds; the bytes of a cell are always text that says it.
@frozen public enum CellKind: UInt8, Hashable, Sendable {
  /// Text, as it stands.
  case text
  /// A number, as `12345` where it is whole and else as `0.25`.
  case number
  /// A day or a minute by the cell's style: `2024-03-05` or `2024-03-05T09:30`.
  case date
  /// `TRUE` or `FALSE`.
  case truth
  /// Nothing that could be read: an error such as `#N/A`, a number that is no day in a cell that
  /// shows days (`#DATE!`), a formula that was never worked out (`#CALC!`).
  case unreadable
}
