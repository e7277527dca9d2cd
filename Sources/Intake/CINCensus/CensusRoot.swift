import Faults
import XMLReading

/// The root that a census must have.
enum CensusRoot {
  /// The fault of a file with another root, which is named where it is a plain short word.
  static func fault(_ spelling: Span<UInt8>, _ place: XMLPlace, _ fileName: String) -> Fault {
    let name = spelling.withUnsafeBufferPointer { bytes in
      let isPlain = bytes.count <= 40 && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      return isPlain ? "\"\(String(decoding: bytes, as: UTF8.self))\"" : "another"
    }
    return Fault(
      .inputRefused, at: Place(file: fileName, line: Int(place.line), column: Int(place.column)),
      "a children in need census has the root \"Message\", and this file has \(name)",
      next: "export the census again, or make an interchange file or a mapping for this export")
  }
}
