import Faults
import YAMLReading

extension YAMLNode {
  /// The node with every place in it moved.
  func placed(_ moved: (Place) -> Place) -> YAMLNode {
    let inside: Content
    switch content {
    case .text: inside = content
    case .list(let nodes): inside = .list(nodes.map { $0.placed(moved) })
    case .map(let entries):
      inside = .map(entries.map { ($0.key.placed(moved), $0.value.placed(moved)) })
    }
    return YAMLNode(inside, at: moved(place))
  }

  /// The entries of a map; nil for a text or a list.
  var entries: [(key: YAMLNode, value: YAMLNode)]? {
    guard case .map(let entries) = content else { return nil }
    return entries
  }

  /// Whether the node is a text and says just this.
  func says(_ text: String) -> Bool {
    guard case .text(text) = content else { return false }
    return true
  }

  /// The map without a key.
  func without(_ key: String) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(.map(entries.filter { !$0.key.says(key) }), at: place)
  }

  /// The map with another value behind some keys, one inside the other.
  ///
  /// - Throws: ``Fault`` where a key on the way holds no keys of its own.
  func setting(_ keys: ArraySlice<PackChange.Key>, to value: YAMLNode?) throws(Fault) -> YAMLNode {
    guard let key = keys.first else { return value ?? self }
    guard var entries else {
      throw PackChange.fault(
        key.place, "there are no keys here that \"\(key.word)\" could be one of",
        next: "write the whole value behind \"=\"")
    }
    let index = entries.firstIndex { $0.key.says(key.word) }
    guard let value else {
      guard let index else {
        throw PackChange.fault(
          key.place, "there is no key \"\(key.word)\" here to take away",
          next: suggestion(for: key.word, in: entries.compactMap(\.key.words)))
      }
      guard keys.count > 1 else { return without(key.word) }
      entries[index].value = try entries[index].value.setting(keys.dropFirst(), to: nil)
      return YAMLNode(.map(entries), at: place)
    }
    let held =
      index.map { entries[$0].value } ?? YAMLNode(.map([]), at: key.place)
    let changed = try held.setting(keys.dropFirst(), to: value)
    let entry = (key: YAMLNode(.text(key.word), at: key.place), value: changed)
    if let index { entries[index] = entry } else { entries.append(entry) }
    return YAMLNode(.map(entries), at: place)
  }

  /// The text; nil for a list or a map.
  var words: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }
}
