import Faults

/// The last look at sentences before a board sees them.
///
/// Sentences are made from facts and name no child and no file. Should one ever do so, no report
/// is better than that report.
enum BoardGuard {
  /// Refuses a night in which a sentence that the board would read names its child or its file.
  ///
  /// Ids of fewer than six bytes are not looked for: they stand in dates and citations.
  ///
  /// - Throws: ``Fault`` of Duly's own, without the sentence.
  static func check(_ night: NightResult) throws(Fault) {
    for check in night.checks {
      let id = Array(check.child.utf8)
      let file = Array(check.file.utf8)
      let looksForID = id.count >= 6
      let looksForFile = file.contains(UInt8(ascii: "."))
      guard looksForID || looksForFile else { continue }
      for sentence in check.explanation + [check.lateness, check.trigger] {
        let bytes = Array(sentence.utf8)
        guard
          (looksForID && names(id, in: bytes)) || (looksForFile && names(file, in: bytes))
        else { continue }
        throw Fault(
          .ownFault, "a sentence for the board names no child and no file",
          next: "nothing was published; report this with the rule \(night.rules[check.rule].id)")
      }
    }
  }

  /// Whether a word stands in a text, with no letter or digit right before or behind it.
  static func names(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    for start in 0...(text.count - word.count) where text[start] == first {
      guard text[start...].starts(with: word) else { continue }
      let end = start + word.count
      let isOpen = start == 0 || !isWordByte(text[start - 1])
      if isOpen, end == text.count || !isWordByte(text[end]) { return true }
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte >= 0x80
  }
}
