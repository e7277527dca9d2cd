import CaseModel
import Faults
import YAMLReading

/// Reads the text of a mapping into lists.
struct MappingParser {
  /// The keys that stand at the top for all lists, or in one list for it alone.
  static let sharedKeys = [
    "child", "authority", "synthetic", "as of", "delimiter", "encoding", "header within", "dates",
    "null words", "columns", "not read",
  ]

  let name: String
  let title: String
  let periodMonths: Int?
  private(set) var lists: [MappedList] = []
  /// The first fault of each list that has one.
  private(set) var faults: [Fault] = []
  /// Entries of `columns` that no list uses, by their nodes.
  private(set) var unused: [YAMLNode] = []

  /// Reads a mapping; a list with a fault is left out and its fault kept.
  ///
  /// - Throws: ``Fault`` where the mapping as a whole is not in order.
  init(text: String, file: String, vocabulary: Vocabulary) throws(Fault) {
    let root = try YAMLReader.read(text, file: file).map(of: "a mapping")
    try root.allow(only: ["mapping", "title", "period", "values", "lists"] + Self.sharedKeys)
    name = try root.requiredText("mapping")
    title = try root.requiredText("title")
    periodMonths = try root["period"].map { node throws(Fault) in try Self.months(node) }
    let words = MappingWords(vocabulary: vocabulary)
    var sets: [String: YAMLMap] = [:]
    if let node = root["values"] {
      for entry in try node.map(of: "values").entries {
        sets[try entry.key.text(as: "a set of values")] =
          try entry.value.map(of: "a set of values")
      }
    }
    for entry in try root.required("lists").map(of: "lists").entries {
      do throws(Fault) {
        let map = try entry.value.map(of: "a list")
        let builder = MappedListParser(
          name: try entry.key.text(as: "a list"), map: map, defaults: root, sets: sets,
          words: words)
        let list = try builder.read()
        lists.append(list)
        unused += try Self.unused(map, in: [list])
      } catch {
        faults.append(error)
      }
    }
    if faults.isEmpty { unused = try Self.unused(root, in: lists) + unused }
    guard !lists.isEmpty || !faults.isEmpty else {
      throw Fault(
        .configuration, at: root.place, "a mapping describes at least one list",
        next: "add one under \"lists\"")
    }
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

  /// The entries of `columns` in a map that none of some lists uses.
  private static func unused(
    _ map: YAMLMap, in lists: [MappedList]
  ) throws(Fault) -> [YAMLNode] {
    let used = Set(lists.flatMap { $0.columns.map(\.name.foldedBytes) })
    var unused: [YAMLNode] = []
    for entry in try map["columns"]?.map(of: "columns").entries ?? [] {
      if !used.contains(try entry.key.text(as: "a column").foldedBytes) { unused.append(entry.key) }
    }
    return unused
  }
}
