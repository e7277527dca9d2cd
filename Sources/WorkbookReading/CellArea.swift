/// Cells that are merged into one.
struct CellArea: Hashable {
  let first: CellReference
  let last: CellReference

  /// The area that bytes such as `A1:C2` say; nil where they say none.
  init?(_ bytes: [UInt8]) {
    let ends = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ CellReference($0) }),
      let last = ends.last.flatMap({ CellReference($0) }), ends.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }
}
