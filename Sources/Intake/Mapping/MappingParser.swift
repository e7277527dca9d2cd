import CaseModel
import Clocks
import Faults
import YAMLReading

/// The keys that stand at the top of a mapping only.
enum MappingKey: String, CaseIterable {
  case mapping
  case title
  case period
  case oldestData = "oldest data"
  case values
  case lists
}

/// The keys that stand at the top for all lists, or in one list for it alone.
enum SharedListKey: String, CaseIterable {
  case child
  case authority
  case synthetic
  case asOf = "as of"
  case delimiter
  case encoding
  case headerWithin = "header within"
  case dates
  case fillers
  case nullWords = "null words"
  case columns
  case notRead = "not read"
}

/// The one parser of mappings: text to lists.
///
/// ``Mapping`` is made of one without a fault; ``MappingLint`` tells the first fault of each list.
struct MappingParser {
  let name: String
  let title: String
  let periodMonths: Int?
  let oldestData: Int?
  /// The lists without a fault.
  private(set) var lists: [MappedList] = []
  /// Entries of `columns` that no list uses, by their nodes.
  private(set) var unused: [YAMLNode] = []

  /// Reads a mapping; a list with a fault is left out.
  ///
  /// - Returns: nil where the mapping as a whole is not in order.
  init?(text: String, file: String, vocabulary: Vocabulary, _ diagnostics: inout Diagnostics) {
    guard let head = diagnostics.read(try Head(text: text, file: file)) else { return nil }
    name = head.name
    title = head.title
    periodMonths = head.periodMonths
    oldestData = head.oldestData
    let words = MappingWords(vocabulary: vocabulary)
    for entry in head.lists {
      let list = diagnostics.read(
        try MappedListParser.list(entry.key, entry.value, head, words))
      guard let list else { continue }
      lists.append(list)
      let unused = diagnostics.read(
        try Self.unused(try entry.value.map(of: "a list"), in: [list]))
      self.unused += unused ?? []
    }
    guard diagnostics.faults.isEmpty else { return }
    guard let unused = diagnostics.read(try Self.unused(head.map, in: lists)) else { return nil }
    self.unused = unused + self.unused
    guard !lists.isEmpty else {
      diagnostics.add(
        Fault(
          .configuration, at: head.map.place, "a mapping describes at least one list",
          next: "add one under \"lists\""))
      return nil
    }
  }

  /// What stands at the top of a mapping.
  struct Head {
    let map: YAMLMap
    let name: String
    let title: String
    /// How many months before its as-of an export goes back; nil where it carries everything.
    let periodMonths: Int?
    /// How many days old such an export may be; nil where a site's own number holds.
    let oldestData: Int?
    /// The sets of values by their names.
    let sets: [String: YAMLMap]
    /// The names of the lists and what is said of each.
    let lists: [(key: YAMLNode, value: YAMLNode)]

    /// The defaults of all lists.
    var shared: KeyedMap<SharedListKey> { KeyedMap(map) }

    init(text: String, file: String) throws(Fault) {
      map = try YAMLReader.read(text, file: file).map(of: "a mapping")
      try map.allow(only: KeyedMap<MappingKey>.words + KeyedMap<SharedListKey>.words)
      let keys = KeyedMap<MappingKey>(map)
      name = try keys.requiredText(.mapping)
      title = try keys.requiredText(.title)
      periodMonths = try keys[.period].map { node throws(Fault) in try Self.months(node) }
      oldestData = try keys[.oldestData].map { node throws(Fault) in try Self.days(node) }
      var sets: [String: YAMLMap] = [:]
      for entry in try keys[.values]?.map(of: "values").entries ?? [] {
        sets[try entry.key.text(as: "a set of values")] =
          try entry.value.map(of: "a set of values")
      }
      self.sets = sets
      lists = try keys.required(.lists).map(of: "lists").entries
    }

    /// `400 days`.
    private static func days(_ node: YAMLNode) throws(Fault) -> Int {
      guard let limit = try? Limit(try node.text(as: "oldest data")), limit.unit == .days,
        limit != .sameDay
      else {
        throw node.fault(
          "the oldest data is a number of days", next: "write it as \"400 days\"")
      }
      return limit.count
    }

    /// `6 months`.
    private static func months(_ node: YAMLNode) throws(Fault) -> Int {
      let words = try node.text(as: "period").utf8.split(separator: UInt8(ascii: " "))
      guard words.count == 2, words[1].elementsEqual("months".utf8),
        let months = Int(String(decoding: words[0], as: UTF8.self)), (1...240).contains(months)
      else {
        throw node.fault(
          "period is how far before its as-of an export goes back, from 1 to 240 months",
          next: "write it as \"6 months\", or leave it out where everything is carried whole")
      }
      return months
    }
  }

  /// The entries of `columns` in a map that none of some lists uses.
  private static func unused(
    _ map: YAMLMap, in lists: [MappedList]
  ) throws(Fault) -> [YAMLNode] {
    let used = Set(lists.flatMap { $0.columns.map(\.name.foldedBytes) })
    let columns = KeyedMap<SharedListKey>(map)[.columns]
    var unused: [YAMLNode] = []
    for entry in try columns?.map(of: "columns").entries ?? [] {
      if !used.contains(try entry.key.text(as: "a column").foldedBytes) { unused.append(entry.key) }
    }
    return unused
  }
}
