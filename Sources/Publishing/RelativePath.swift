public import Faults

/// The path of a file in a published folder: components joined by `/`, compared byte by byte.
///
/// It can leave no folder, hide no file and break no line of a manifest.
public struct RelativePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text, such as `board/breaches.csv`.
  public let description: String

  /// Reads a path.
  ///
  /// - Parameter text: the path: no component may be empty, begin with a dot, be longer than 255
  ///   bytes or hold a control character.
  /// - Throws: a fault that names the rule, not the path.
  public init(_ text: String) throws(Fault) {
    let components = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for component in components {
      let isPlain =
        component.first.map { $0 != UInt8(ascii: ".") } ?? false
        && component.count <= 255 && component.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      guard isPlain else {
        throw Fault(
          .cannotCreate, "the name of a file to publish must stay inside the run folder",
          next: "use plain relative names: no empty part, no leading dot, no control character")
      }
    }
    description = text
  }

  /// The names of the folders on the way, outermost first.
  var folders: ArraySlice<String> { components.dropLast() }

  /// The last component.
  var name: String { components.last ?? description }

  private var components: [String] {
    description.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// Whether two paths are the same bytes; canonically equal text is not enough for a file system.
  public static func == (first: Self, second: Self) -> Bool {
    first.description.utf8.elementsEqual(second.description.utf8)
  }

  /// Whether the first path's bytes come before the second's.
  public static func < (first: Self, second: Self) -> Bool {
    first.description.utf8.lexicographicallyPrecedes(second.description.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    Array(description.utf8).withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
