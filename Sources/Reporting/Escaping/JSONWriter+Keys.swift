import Clocks

extension JSONWriter {
  /// Writes a key with a map.
  mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a key with a list, an element at a time.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes a key with a text.
  mutating func text(_ name: String, _ value: String) {
    key(name)
    text(value)
  }

  /// Writes a key with a moment, null where its day is not known.
  mutating func moment(_ name: String, _ value: Moment) {
    key(name)
    moment(value)
  }

  /// Writes a key with a day, null for none.
  mutating func day(_ name: String, _ value: CivilDay?) {
    key(name)
    if let value { text(value.description) } else { null() }
  }

  /// Writes a key with a whole number, null for none.
  mutating func number(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }
}
