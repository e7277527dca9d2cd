import Faults
import YAMLReading

/// The changes that are tried on one pack, put into its files' values before they are read.
struct PackChanges {
  private let changes: [PackChange]
  /// The rules that were met.
  private var met: [String] = []

  /// Those of some changes that are of a pack.
  init(_ changes: [PackChange], pack: String) {
    self.changes = changes.filter { $0.pack == pack }
  }

  /// The keys of an edition that no rule has.
  private static let editionKeys = ["from", "until", "basis", "citation"]

  /// The pack's own keys with what is changed of them.
  func head(_ node: YAMLNode) throws(Fault) -> YAMLNode {
    var node = node
    for change in changes where change.rule == nil {
      node = try node.setting(change.keys[...], to: change.value)
    }
    return node
  }

  /// A rule with what is changed of it.
  mutating func rule(_ id: String, _ node: YAMLNode) throws(Fault) -> YAMLNode {
    guard !changes.isEmpty else { return node }
    met.append(id)
    var node = node
    for change in changes where change.rule == id {
      switch change.part {
      case .whole: node = try whole(change, node)
      case .edition(let day, let place):
        node = try edition(of: node, day, at: place) { (edition) throws(Fault) in
          try edition.setting(change.keys[...], to: change.value)
        }
      case .newEdition(let day, let place): node = try newEdition(change, day, place, node)
      }
    }
    return node
  }

  /// Refuses a change of a rule that the pack does not have.
  func end() throws(Fault) {
    for change in changes {
      guard let rule = change.rule, !met.contains(rule) else { continue }
      throw PackChange.fault(
        change.place, "there is no rule \"\(rule)\"", next: suggestion(for: rule, in: met))
    }
  }

  /// Changes the rule's own value, and takes away what its editions say instead.
  private func whole(_ change: PackChange, _ node: YAMLNode) throws(Fault) -> YAMLNode {
    let key = change.keys[0]
    guard !PackChanges.editionKeys.contains(key.word) else {
      let first = PackChanges.days(of: node).last ?? "2023-12-15"
      throw PackChange.fault(
        key.place, "\"\(key.word)\" is a key of an edition",
        next: "write \"\(change.rule ?? "") edition \(first) \(key.word) = …\"")
    }
    let editions = PackChanges.editions(of: node)
    let isSaidByEditions = editions.contains { edition in
      edition.entries?.contains { $0.key.says(key.word) } ?? false
    }
    let isSaidByRule = node.entries?.contains { $0.key.says(key.word) } ?? false
    var changed = node
    if change.value != nil || isSaidByRule || !isSaidByEditions {
      changed = try node.setting(change.keys[...], to: change.value)
    }
    guard isSaidByEditions else { return changed }
    return PackChanges.replacingEditions(of: changed, editions.map { $0.without(key.word) })
  }

  private func edition(
    of node: YAMLNode, _ day: String, at place: Place,
    _ changed: (YAMLNode) throws(Fault) -> YAMLNode
  ) throws(Fault) -> YAMLNode {
    var editions = PackChanges.editions(of: node)
    let days = PackChanges.days(of: node)
    guard let index = days.firstIndex(of: day) else {
      throw PackChange.fault(
        place, "no edition of the rule begins on \"\(day)\"",
        next: suggestion(for: day, in: days))
    }
    editions[index] = try changed(editions[index])
    return PackChanges.replacingEditions(of: node, editions)
  }

  /// Adds an edition that says what the one before it says, but for what is changed; further
  /// changes of the same new edition go into it.
  private func newEdition(
    _ change: PackChange, _ day: String, _ place: Place, _ node: YAMLNode
  ) throws(Fault) -> YAMLNode {
    var editions = PackChanges.editions(of: node)
    let days = PackChanges.days(of: node)
    if !days.contains(day), !editions.isEmpty {
      let index = days.firstIndex { $0 > day } ?? days.count
      let from = PackChange.Key(word: "from", place: place)
      let text = YAMLNode(.text(day), at: place)
      let before = editions[max(0, index - 1)].without("until")
      editions.insert(try before.setting([from], to: text), at: index)
    }
    return try edition(of: PackChanges.replacingEditions(of: node, editions), day, at: place) {
      (edition) throws(Fault) in
      try edition.setting(change.keys[...], to: change.value)
    }
  }

  private static func editions(of node: YAMLNode) -> [YAMLNode] {
    guard let list = node.entries?.first(where: { $0.key.says("editions") })?.value,
      case .list(let editions) = list.content
    else { return [] }
    return editions
  }

  /// The first day of each edition, as written; empty where an edition does not say it.
  private static func days(of node: YAMLNode) -> [String] {
    editions(of: node).map { edition in
      guard let from = edition.entries?.first(where: { $0.key.says("from") })?.value,
        case .text(let day) = from.content
      else { return "" }
      return day
    }
  }

  private static func replacingEditions(of node: YAMLNode, _ editions: [YAMLNode]) -> YAMLNode {
    guard let entries = node.entries else { return node }
    return YAMLNode(
      .map(
        entries.map { entry in
          guard entry.key.says("editions") else { return entry }
          return (entry.key, YAMLNode(.list(editions), at: entry.value.place))
        }), at: node.place)
  }
}
