import XMLReading

/// A start tag of interchange XML with its attributes, once they are read.
struct InterchangeXMLTag {
  var element = InterchangeXMLElement.root
  var place = XMLPlace(line: 1, column: 1)
  private var values: [(name: InterchangeXMLName, bytes: [UInt8])] = []

  /// Starts another tag.
  mutating func begin(_ element: InterchangeXMLElement, at place: XMLPlace) {
    self.element = element
    self.place = place
    values.removeAll(keepingCapacity: true)
  }

  /// Takes an attribute, without the blanks around its value.
  mutating func add(_ name: InterchangeXMLName, _ value: Span<UInt8>) {
    value.withUnsafeBufferPointer { buffer in
      values.append((name, Array(UnsafeRawBufferPointer(buffer).trimmed)))
    }
  }

  /// The value of an attribute; empty where it is not there.
  subscript(_ name: InterchangeXMLName) -> [UInt8] {
    for value in values where value.name == name { return value.bytes }
    return []
  }

  /// The value of an attribute as text.
  func text(_ name: InterchangeXMLName) -> String { String(decoding: self[name], as: UTF8.self) }

  /// Whether an attribute is there, empty or not.
  func has(_ name: InterchangeXMLName) -> Bool { values.contains { $0.name == name } }
}
