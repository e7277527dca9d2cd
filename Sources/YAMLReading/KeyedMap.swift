public import Faults

/// The keys that one kind of map may have.
public typealias MapKey = CaseIterable & RawRepresentable<String> & Sendable

/// A map whose keys are the cases of an enumeration: a reader can ask for no key that the map is
/// not allowed to have.
public struct KeyedMap<Key: MapKey>: Sendable {
  /// The map as written.
  public let map: YAMLMap

  /// The keys of an enumeration in a map, which may have others besides.
  public init(_ map: YAMLMap) { self.map = map }

  /// The value of a key; nil where the map does not have it.
  public subscript(key: Key) -> YAMLNode? { map[key.rawValue] }

  /// The value of a key that the map must have.
  ///
  /// - Throws: ``Fault`` where it does not.
  public func required(_ key: Key) throws(Fault) -> YAMLNode { try map.required(key.rawValue) }

  /// The text of a key that the map must have.
  ///
  /// - Throws: ``Fault`` where it does not, or where the value is no text.
  public func requiredText(_ key: Key) throws(Fault) -> String {
    try map.requiredText(key.rawValue)
  }

  /// The text of a key that the map may have.
  ///
  /// - Throws: ``Fault`` where the value is no text.
  public func text(_ key: Key) throws(Fault) -> String? { try map.text(key.rawValue) }

  /// All keys, as written in files.
  public static var words: [String] { Key.allCases.map(\.rawValue) }
}

extension YAMLNode {
  /// The map, which has keys of an enumeration only; the meaning is what it describes.
  ///
  /// - Throws: ``Fault`` where the node is no map, or at the first key that is unknown.
  public func map<Key: MapKey>(
    of meaning: String, keys: Key.Type
  ) throws(Fault) -> KeyedMap<Key> {
    let map = try map(of: meaning)
    try map.allow(only: KeyedMap<Key>.words)
    return KeyedMap(map)
  }
}

extension Diagnostics {
  /// The map of a node, which has keys of an enumeration only; the meaning is what it describes.
  ///
  /// - Returns: the map, whatever keys it has besides; nil where the node is none.
  public mutating func map<Key: MapKey>(
    _ node: YAMLNode, of meaning: String, keys: Key.Type
  ) -> KeyedMap<Key>? {
    guard let map = read(try node.map(of: meaning)) else { return nil }
    allow(only: KeyedMap<Key>.words, in: map)
    return KeyedMap(map)
  }

  /// Adds a fault for each key of a map that is not in a list, naming the nearest right one.
  public mutating func allow(only keys: [String], in map: YAMLMap) {
    for entry in map.entries { read(try map.allow(entry.key, in: keys)) }
  }
}
