import CaseModel

/// A draft of a mapping, on the pipe from a worker.
enum DraftWire {
  typealias Nonsense = WireReader.Nonsense

  /// The longest line, in bytes: longer than any that is made of a few names.
  static let longestLine = 2000

  /// Writes the lines of a draft.
  static func write(_ lines: [String], to wire: inout WireWriter) {
    wire.add(each: lines) { wire, line in wire.add(line) }
  }

  /// Reads the lines of a draft, which a terminal can show and which are a mapping.
  static func read(
    _ wire: inout WireReader, vocabulary: Vocabulary
  ) throws(Nonsense) -> [String] {
    let lines = try wire.each { (wire) throws(Nonsense) in
      let line = try wire.text(upTo: longestLine)
      guard !line.unicodeScalars.contains(where: DraftName.isHidden) else { throw Nonsense() }
      return line
    }
    guard lines.count <= MappingDraft.mostLines else { throw Nonsense() }
    let lint = MappingLint(
      text: lines.map { "\($0)\n" }.joined(), file: "draft", vocabulary: vocabulary)
    guard lint.faults.isEmpty else { throw Nonsense() }
    return lines
  }
}
