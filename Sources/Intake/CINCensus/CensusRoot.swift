import Faults
import XMLReading

/// The root that a census must have.
enum CensusRoot {
  /// The fault of a file with another root, which is named where its name is a plain short word.
  static func fault(_ spelling: Span<UInt8>, _ place: XMLPlace, _ fileName: String) -> Fault {
    let name = spelling.withUnsafeBufferPointer { bytes in
      isPlain(bytes) ? "\"\(String(decoding: bytes, as: UTF8.self))\"" : "another"
    }
    return Fault(
      .inputRefused, at: Place(file: fileName, line: Int(place.line), column: Int(place.column)),
      "an XML export has the root \"Message\" of a children in need census or "
        + "\"\(InterchangeXMLName.root.spelling)\" of the interchange format, and this file has \(name)",
      next: "export the census again, or make an interchange file or a mapping for this export")
  }

  /// Whether a name is one that a person gives to an element, so that it may stand in a message:
  /// a letter first, then letters, digits and the signs of names, forty in all.
  static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 40, first | 0x20 &- 0x61 < 26 else { return false }
    return name.allSatisfy { byte in
      byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }
}
