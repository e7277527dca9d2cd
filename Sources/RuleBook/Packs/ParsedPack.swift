import Clocks
import Faults
import YAMLReading

/// A pack as far as it can be read, with where everything of it stands.
///
/// The loader makes a ``Pack`` of one without a fault; the linter looks at it whatever it has.
struct ParsedPack {
  /// The name, which is its folder's.
  let name: String
  /// The keys of `pack.yaml`; nil where it could not be read.
  var head: KeyedMap<PackKey>?
  /// The files of rules as they are called in the folder, in their order.
  var files: [String] = []
  /// Its rules, in the order of files and lines.
  var rules: [ParsedRule] = []
  /// Its title; empty where that cannot be read, as are the next ones.
  var title = ""
  /// The calendar that its working days are counted by.
  var calendar = ""
  /// The hours of a working day; nil where there are none, or none that can be read.
  var officeHours: OfficeHours?
  /// The day on which somebody last held it against its sources.
  var lastChecked = ""
  /// What it says about its sources.
  var notes = ""
  /// Its measures, as far as they can be read; nil where there is no file of them.
  var measures: [MeasureDefinition]?

  /// The files that faults of it can be in, as messages name them, in the order in which faults
  /// are told.
  var shownFiles: [String] {
    (["pack.yaml"] + files + (measures == nil ? [] : ["measures.yaml"])).map { "\(name)/\($0)" }
  }

  /// The pack with some of its rules; it is whole where nothing of it has a fault.
  func pack(_ rules: [Rule]) -> Pack {
    Pack(
      name: name, title: title, calendar: calendar, officeHours: officeHours,
      lastChecked: lastChecked, notes: notes, rules: rules, measures: measures ?? [])
  }
}

/// One rule as far as it can be read, with where everything of it stands.
struct ParsedRule {
  /// The id, pack and name.
  let id: String
  /// Its name in the file.
  let key: YAMLNode
  /// All of its keys, as written.
  let node: YAMLNode
  /// The rule and its checkpoints behind it; empty where something other than its examples has a
  /// fault.
  var rules: [Rule] = []
  /// Those of its examples that can be read.
  var examples: [Example] = []
  /// Whether all of its examples can be read.
  var hasReadExamples = true

  /// A rule of which nothing is read yet.
  init(id: String, key: YAMLNode, node: YAMLNode) {
    self.id = id
    self.key = key
    self.node = node
  }

  /// The rule itself; nil where it could not be read.
  var rule: Rule? { rules.first }

  /// Whether it is not to be used yet.
  var isSwitchedOff: Bool { self[RuleKey.switchedOff] != nil }

  /// The value of a key of the rule.
  subscript(key: some RawRepresentable<String>) -> YAMLNode? { node[key] }

  /// Its editions, as written.
  var editions: [YAMLNode] {
    guard let node = self[RuleKey.editions], case .list(let editions) = node.content else {
      return []
    }
    return editions
  }

  /// The value of a key in an edition, or else in the rule.
  func value(_ key: some RawRepresentable<String>, inEdition index: Int) -> YAMLNode? {
    let editions = editions
    return (editions.indices.contains(index) ? editions[index][key] : nil) ?? self[key]
  }

  /// Every value of a key, the rule's own first, then those of its editions.
  func values(_ key: some RawRepresentable<String>) -> [YAMLNode] {
    ([self[key]] + editions.map { $0[key] }).compactMap(\.self)
  }
}

extension YAMLNode {
  /// The value of a key; nil where the node is no map or does not have it.
  subscript(key: some RawRepresentable<String>) -> YAMLNode? {
    entries?.first { $0.key.says(key.rawValue) }?.value
  }
}
