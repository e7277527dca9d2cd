internal import Faults

/// The look at a file's bytes before YAML sees them, for what YAML would accept in silence.
enum YAMLScanner {
  /// Refuses anchors, aliases, tags, merge keys, tabs in the indent and comments behind values.
  static func check(_ text: String, file: String) throws(Fault) {
    var scan = Scan(file: file)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      scan.number += 1
      try scan.line(Array(line))
    }
  }

  private struct Scan {
    let file: String
    var number = 0
    /// The quote that is open, across lines; 0 for none.
    var quote: UInt8 = 0
    /// The indent of the key that opened a block of text; nil outside one.
    var blockIndent: Int?

    init(file: String) { self.file = file }

    mutating func line(_ bytes: [UInt8]) throws(Fault) {
      let indent = bytes.prefix { $0 == UInt8(ascii: " ") }.count
      let isBlank = indent == bytes.count || bytes[indent] == UInt8(ascii: "\r")
      if let block = blockIndent {
        if isBlank || indent > block { return }
        blockIndent = nil
      }
      if isBlank { return }
      if quote == 0, bytes[indent] == UInt8(ascii: "#") { return }
      if quote == 0, bytes[indent] == UInt8(ascii: "\t") {
        throw fault(indent, "indents are blanks, not tabs", next: "put two blanks for the tab")
      }
      if quote == 0, indent == 0, bytes.starts(with: Array("---".utf8)) || bytes.first == 0x25 {
        throw fault(
          0, "a file is one document without directives", next: "remove the line")
      }
      try tokens(bytes, from: indent)
      if quote == 0, YAMLScanner.opensBlock(bytes) { blockIndent = indent }
    }

    private mutating func tokens(_ bytes: [UInt8], from start: Int) throws(Fault) {
      var atStart = true
      var previous = UInt8(ascii: " ")
      for index in start..<bytes.count {
        let byte = bytes[index]
        defer { previous = byte }
        if quote != 0 {
          if byte == quote { quote = 0 }
          continue
        }
        if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") {
          throw fault(
            index, "a comment stands on a line of its own, and \" #\" cuts the value short",
            next: "quote the value or move the comment up")
        }
        if atStart, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          atStart = false
          continue
        }
        if atStart, [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")].contains(byte) {
          throw fault(
            index,
            "anchors, aliases and tags are not used, and a value that starts with a sign is quoted",
            next: "write the value out, or quote it")
        }
        if atStart, byte == UInt8(ascii: "<"), index + 1 < bytes.count, bytes[index + 1] == byte {
          throw fault(index, "merge keys are not used", next: "write the keys out")
        }
        switch byte {
        case UInt8(ascii: " "): break
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): atStart = true
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "?"):
          let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
          atStart =
            next == UInt8(ascii: " ") && (byte == UInt8(ascii: ":") || atStart)
        default: atStart = false
        }
      }
    }

    private func fault(_ index: Int, _ rule: String, next nextStep: String) -> Fault {
      Fault(
        .configuration, at: Place(file: file, line: number, column: index + 1), rule, next: nextStep
      )
    }
  }

  /// Whether a line ends in the sign that opens a block of text, `|` or `>` with `+` or `-`.
  private static func opensBlock(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\r") {
      rest = rest.dropLast()
    }
    if let last = rest.last, last == UInt8(ascii: "+") || last == UInt8(ascii: "-") {
      rest = rest.dropLast()
    }
    guard let sign = rest.last, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">") else {
      return false
    }
    let before = rest.dropLast()
    return before.last == UInt8(ascii: " ")
  }
}
