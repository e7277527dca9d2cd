public import Faults
import Glibc

/// The format of an export, told by its first bytes.
public enum ExportFormat: Sendable, Equatable, CaseIterable {
  /// A children in need census.
  case census
  /// Duly's own interchange CSV.
  case interchange
  /// Any other CSV, or a workbook, through a mapping.
  case mapped

  /// Looks at an export's first bytes.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - hasMapping: whether there is a mapping for CSV of another kind.
  /// - Returns: the format.
  /// - Throws: ``Fault`` with 66 where it is missing, 65 where nothing can read it.
  public static func look(at path: String, hasMapping: Bool) throws(Fault) -> ExportFormat {
    let export = try OpenedExport(path: path)
    if export.kind == .xml { return .census }
    var head = [UInt8](repeating: 0, count: 16 << 10)
    let count = head.withUnsafeMutableBytes {
      pread(export.descriptor, $0.baseAddress, $0.count, 0)
    }
    let isInterchange =
      export.kind == .csv
      && head.withUnsafeBytes { bytes in
        InterchangeReader.isInterchange(
          beginning: UnsafeRawBufferPointer(rebasing: bytes[..<max(0, count)]))
      }
    if isInterchange { return .interchange }
    guard hasMapping else {
      if export.kind == .workbook {
        throw Fault(
          .inputRefused, at: Place(file: export.name),
          "a workbook has a mapping that says which of its sheets and columns mean what",
          next: "give the mapping with --mapping FILE, or as mapping: under the feed, or save each "
            + "sheet as CSV UTF-8")
      }
      throw Fault(
        .inputRefused, at: Place(file: export.name, line: 1),
        "a CSV has the header of the interchange format, or a mapping that says what its columns mean",
        next:
          "give the mapping with --mapping FILE, for instance --mapping lcs-example, or as mapping: under the feed"
      )
    }
    return .mapped
  }
}
