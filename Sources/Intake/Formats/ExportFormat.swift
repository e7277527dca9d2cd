public import Faults
import Glibc

/// The format of an export, told by how it begins.
public enum ExportFormat: Sendable, Equatable, CaseIterable {
  /// A children in need census.
  case census
  /// Duly's own interchange format, as CSV or XML.
  case interchange
  /// Any other CSV, or a workbook, through a mapping.
  case mapped

  /// Looks at an export's first bytes, and of XML at the root.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - hasMapping: whether there is a mapping for CSV of another kind.
  /// - Returns: the format.
  /// - Throws: ``Fault`` with 66 where it is missing, 65 where nothing can read it.
  public static func look(at path: String, hasMapping: Bool) throws(Fault) -> ExportFormat {
    let export = try OpenedExport(path: path)
    var head = [UInt8](repeating: 0, count: 16 << 10)
    let count = head.withUnsafeMutableBytes {
      pread(export.descriptor, $0.baseAddress, $0.count, 0)
    }
    head.removeLast(head.count - max(0, count))
    if export.kind == .xml {
      // Another root is told by the reader of a census, which names what it found.
      return InterchangeReader.isInterchange(xmlBeginning: head) ? .interchange : .census
    }
    let isInterchange =
      export.kind == .csv
      && head.withUnsafeBytes { InterchangeReader.isInterchange(beginning: $0) }
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
