import CaseModel

/// A vocabulary on the pipe to a worker: what a reader needs of it, without the sentences.
enum VocabularyWire {
  /// Writes the words.
  static func write(_ vocabulary: Vocabulary, to wire: inout WireWriter) {
    wire.add(each: vocabulary.events) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.isOnce)
      wire.add(word.ofSibling.map { Int($0.index) + 1 } ?? 0)
    }
    wire.add(each: vocabulary.processes) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(byte: word.openedBy.index)
      wire.add(byte: word.closedBy.index)
      wire.add(word.isShared)
    }
    wire.add(each: vocabulary.roles) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.agency)
      wire.add(each: word.countsAs) { wire, other in wire.add(other) }
    }
    wire.add(each: vocabulary.attributes) { wire, word in
      wire.add(word.word)
      wire.add(word.name)
      wire.add(word.type.rawValue)
      wire.add(each: word.owners) { wire, owner in wire.add(owner) }
      wire.add(each: word.values) { wire, value in wire.add(value) }
    }
  }

  /// Reads the words.
  static func read(_ wire: inout WireReader) throws(WireReader.Nonsense) -> Vocabulary {
    var vocabulary = Vocabulary()
    for _ in 0..<(try wire.count()) {
      let (word, name) = (try wire.text(), try wire.text())
      let isOnce = try wire.truth()
      let sibling = try wire.number(upTo: 256)
      vocabulary.add(
        Vocabulary.EventWord(
          word: word, meaning: "", name: name, isOnce: isOnce,
          ofSibling: sibling == 0 ? nil : EventType(index: UInt8(sibling - 1))))
    }
    for _ in 0..<(try wire.count()) {
      vocabulary.add(
        Vocabulary.ProcessWord(
          word: try wire.text(), meaning: "", name: try wire.text(),
          openedBy: EventType(index: try wire.byte()),
          closedBy: EventType(index: try wire.byte()), isShared: try wire.truth()))
    }
    for _ in 0..<(try wire.count()) {
      vocabulary.add(
        Vocabulary.RoleWord(
          word: try wire.text(), meaning: "", name: try wire.text(), agency: try wire.text(),
          grade: nil, countsAs: try texts(&wire)))
    }
    for _ in 0..<(try wire.count()) {
      let (word, name) = (try wire.text(), try wire.text())
      guard let type = Vocabulary.AttributeType(rawValue: try wire.text()) else {
        throw WireReader.Nonsense()
      }
      vocabulary.add(
        Vocabulary.AttributeWord(
          word: word, meaning: "", name: name, type: type, owners: try texts(&wire),
          values: try texts(&wire)))
    }
    return vocabulary
  }

  private static func texts(_ wire: inout WireReader) throws(WireReader.Nonsense) -> [String] {
    try wire.each { (wire) throws(WireReader.Nonsense) in try wire.text() }
  }
}
