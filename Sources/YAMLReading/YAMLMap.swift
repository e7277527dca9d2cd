public import Faults

/// A map whose keys are taken one by one, so that a key nobody took is an error.
public struct YAMLMap: Sendable {
  /// What the map describes, for messages.
  public let meaning: String
  /// All keys and values, in the order written.
  public let entries: [(key: YAMLNode, value: YAMLNode)]
  /// Where it starts.
  public let place: Place

  /// The value of a key; nil where the map does not have it.
  public subscript(key: String) -> YAMLNode? {
    // By place, as a loop over the pairs would copy each of them.
    for place in entries.indices where entries[place].key.isText(key) {
      return entries[place].value
    }
    return nil
  }

  /// The value of a key that the map must have.
  ///
  /// - Throws: ``Fault`` where it does not.
  public func required(_ key: String) throws(Fault) -> YAMLNode {
    guard let value = self[key] else {
      throw Fault(
        .configuration, at: place, "\(meaning) needs a key \"\(key)\", and it is not here",
        next: "add the line \"\(key): …\"")
    }
    return value
  }

  /// The text of a key that the map must have.
  ///
  /// - Throws: ``Fault`` where it does not, or where the value is no text.
  public func requiredText(_ key: String) throws(Fault) -> String {
    try required(key).text(as: key)
  }

  /// The text of a key that the map may have.
  ///
  /// - Throws: ``Fault`` where the value is no text.
  public func text(_ key: String) throws(Fault) -> String? {
    guard let node = self[key] else { return nil }
    return try node.text(as: key)
  }

  /// Refuses every key that is not in the list, naming the nearest right one.
  ///
  /// - Throws: ``Fault`` at the first key that is unknown.
  public func allow<Keys: Collection<String>>(only keys: Keys) throws(Fault) {
    for entry in entries { try allow(entry.key, in: keys) }
  }

  /// Refuses a key that is not in the list.
  func allow<Keys: Collection<String>>(_ node: YAMLNode, in keys: Keys) throws(Fault) {
    let key = try node.text(as: "a key")
    guard !keys.contains(key) else { return }
    throw node.fault("\(meaning) has no key \"\(key)\"", next: suggestion(for: key, in: keys))
  }
}
