import Faults
import YAMLReading

/// One rule as the linter sees it: where everything of it stands, and what could be read of it.
struct LintedRule {
  /// The id, pack and name.
  let id: String
  /// Its name in the file.
  let key: YAMLNode
  /// All of its keys, as written.
  let node: YAMLNode
  /// The rule and its checkpoints behind it; empty where they could not be read.
  let rules: [Rule]
  /// Whether all of its examples could be read.
  let hasSoundExamples: Bool

  /// The rule itself; nil where it could not be read.
  var rule: Rule? { rules.first }

  /// Whether it is not to be used yet.
  var isSwitchedOff: Bool { self["switched off"] != nil }

  /// The value of a key of the rule.
  subscript(key: String) -> YAMLNode? { node.entries?.first { $0.key.says(key) }?.value }

  /// Its editions, as written.
  var editions: [YAMLNode] {
    guard let node = self["editions"], case .list(let editions) = node.content else { return [] }
    return editions
  }

  /// The value of a key in an edition, or else in the rule.
  func value(_ key: String, inEdition index: Int) -> YAMLNode? {
    let editions = editions
    if editions.indices.contains(index),
      let own = editions[index].entries?.first(where: { $0.key.says(key) })?.value
    {
      return own
    }
    return self[key]
  }

  /// Every value of a key, the rule's own first, then those of its editions.
  func values(_ key: String) -> [YAMLNode] {
    let inside = editions.compactMap { $0.entries?.first { $0.key.says(key) }?.value }
    return [self[key]].compactMap { $0 } + inside
  }
}
