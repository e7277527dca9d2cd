import Faults
import YAMLReading

/// Reads the rules of one file one by one, so that a slip of layout in one hides no other.
enum RuleFileReader {
  /// Each rule's name and keys, and what could not be read.
  static func entries(
    _ text: String, file: String, _ report: inout LintReport
  ) -> [(key: YAMLNode, value: YAMLNode)] {
    let whole: Fault
    do throws(Fault) {
      return try YAMLReader.read(text, file: file).map(of: "a file of rules").entries
    } catch {
      whole = error
    }
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    let before = report.messages.count
    for block in blocks(text) {
      let map = report.look { () throws(Fault) in
        try YAMLReader.read(block, file: file).map(of: "a file of rules")
      }
      entries += map?.entries ?? []
    }
    if report.messages.count == before, !hasTwins(entries) { report.add(whole) }
    return entries
  }

  /// Whether two rules have one name; a check of its own says so.
  private static func hasTwins(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> Bool {
    for (place, entry) in entries.enumerated() {
      guard let name = entry.key.words else { continue }
      if entries[..<place].contains(where: { $0.key.says(name) }) { return true }
    }
    return false
  }

  /// The parts of a text that begin with a line without an indent, each on the lines that it has in
  /// the text.
  private static func blocks(_ text: String) -> [String] {
    var blocks: [[UInt8]] = []
    var lines = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if startsRule(line) { blocks.append([UInt8](repeating: UInt8(ascii: "\n"), count: lines)) }
      if !blocks.isEmpty { blocks[blocks.count - 1] += Array(line) + [UInt8(ascii: "\n")] }
      lines += 1
    }
    return blocks.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func startsRule(_ line: Substring.UTF8View) -> Bool {
    guard let first = line.first else { return false }
    return ![UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
      .contains(first)
  }
}
