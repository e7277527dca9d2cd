import Faults
import XMLReading

/// The faults for which an interchange XML file is refused as a whole.
enum InterchangeXMLFault {
  static func fault(
    _ rule: String, next nextStep: String, at place: XMLPlace, _ fileName: String
  ) -> Fault {
    Fault(
      .inputRefused, at: Place(file: fileName, line: Int(place.line), column: Int(place.column)),
      rule, next: nextStep)
  }

  /// An element that the one around it does not hold.
  static func element(
    _ spelling: Span<UInt8>, in around: InterchangeXMLElement, at place: XMLPlace,
    _ fileName: String
  ) -> Fault {
    let words = around.holds.map(\.name.spelling)
    let rule =
      words.isEmpty
      ? "\"\(around.name.spelling)\" holds no other element"
      : "\"\(around.name.spelling)\" holds only the elements \(list(words))"
    return fault(
      "\(rule), and \(name(spelling)) is none of them", next: next(spelling, words, "the element"),
      at: place, fileName)
  }

  /// An attribute that its element does not have.
  static func attribute(
    _ spelling: Span<UInt8>, of element: InterchangeXMLElement, at place: XMLPlace,
    _ fileName: String
  ) -> Fault {
    let words = element.attributes
      .filter { $0 != .schemaLocation && $0 != .noNamespaceSchemaLocation }.map(\.spelling)
    return fault(
      "\"\(element.name.spelling)\" has only the attributes \(list(words)), and \(name(spelling)) "
        + "is none of them", next: next(spelling, words, "the attribute"), at: place, fileName)
  }

  /// An attribute that an element lacks.
  static func missing(
    _ name: InterchangeXMLName, in element: InterchangeXMLElement, at place: XMLPlace,
    _ fileName: String
  ) -> Fault {
    fault(
      "\"\(element.name.spelling)\" has an attribute \"\(name.spelling)\"",
      next: "add it to the export", at: place, fileName)
  }

  /// The attributes without which an element means nothing.
  static func required(_ element: InterchangeXMLElement) -> [InterchangeXMLName] {
    switch element {
    case .root: [.version]
    case .carries: [.type]
    case .child: [.id]
    case .process: [.kind, .id]
    case .event: [.type]
    case .with: [.role]
    case .fact: [.name, .value]
    }
  }

  private static func name(_ spelling: Span<UInt8>) -> String {
    spelling.withUnsafeBufferPointer { bytes in
      XMLRoot.isPlain(bytes) ? "\"\(String(decoding: bytes, as: UTF8.self))\"" : "another"
    }
  }

  private static func next(_ spelling: Span<UInt8>, _ words: [String], _ what: String) -> String {
    let written = spelling.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return nearestWord(to: written, in: words).map { "write \"\($0)\" if it is meant" }
      ?? "remove \(what), or look in \(InterchangeFormat.documentation) where it belongs"
  }

  private static func list(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
