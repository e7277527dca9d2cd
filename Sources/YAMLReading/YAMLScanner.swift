internal import Faults

/// The look at a file's bytes before YAML sees them, for what YAML would accept in silence.
enum YAMLScanner {
  /// Refuses anchors, aliases, tags, merge keys, tabs and comments behind values.
  static func check(_ text: String, file: String) throws(Fault) {
    var scan = Scan(file: file)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      scan.number += 1
      try scan.line(Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
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
      let isBlank = indent == bytes.count
      if let block = blockIndent {
        if isBlank || indent > block { return }
        blockIndent = nil
      }
      if isBlank { return }
      if quote == 0, bytes[indent] == UInt8(ascii: "#") { return }
      if quote == 0, indent == 0, bytes.starts(with: Array("---".utf8)) || bytes.first == 0x25 {
        throw fault(
          0, "a file is one document without directives", next: "remove the line")
      }
      let startsQuoted = quote != 0
      try tokens(bytes, from: indent)
      if !startsQuoted, quote == 0 { blockIndent = YAMLScanner.blockIndent(bytes, from: indent) }
    }

    private mutating func tokens(_ bytes: [UInt8], from start: Int) throws(Fault) {
      var atStart = true
      var previous = UInt8(ascii: " ")
      var index = start
      while index < bytes.count {
        if quote != 0 {
          index = closeQuote(bytes, from: index)
          // What closes a value and a blank are alike: a number sign behind them is a comment.
          previous = UInt8(ascii: " ")
          atStart = false
          continue
        }
        let byte = bytes[index]
        try refuse(byte, at: index, of: bytes, atStart: atStart, after: previous)
        switch byte {
        case UInt8(ascii: " "): break
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if atStart { quote = byte }
          atStart = false
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): atStart = true
        case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "?"):
          let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
          atStart =
            next == UInt8(ascii: " ") && (byte == UInt8(ascii: ":") || atStart)
        default: atStart = false
        }
        previous = byte
        index += 1
      }
    }

    /// Goes on to behind the sign that closes the open quote, or to the end of the line.
    private mutating func closeQuote(_ bytes: [UInt8], from start: Int) -> Int {
      var index = start
      while index < bytes.count {
        let isEscape = quote == UInt8(ascii: "\"") && bytes[index] == UInt8(ascii: "\\")
        let isDoubled =
          quote == UInt8(ascii: "'") && bytes[index] == quote && index + 1 < bytes.count
          && bytes[index + 1] == quote
        if isEscape || isDoubled {
          index += 2
        } else if bytes[index] == quote {
          quote = 0
          return index + 1
        } else {
          index += 1
        }
      }
      return bytes.count
    }

    private func refuse(
      _ byte: UInt8, at index: Int, of bytes: [UInt8], atStart: Bool, after previous: UInt8
    ) throws(Fault) {
      switch byte {
      case UInt8(ascii: "\t"):
        throw fault(
          index, "indents and gaps are blanks, not tabs",
          next: "put two blanks for the tab, or quote the value that holds it")
      case UInt8(ascii: "#")
      where atStart
        || [UInt8(ascii: " "), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(previous):
        throw fault(
          index, "a comment stands on a line of its own, and \" #\" cuts the value short",
          next: "quote the value or move the comment up")
      case UInt8(ascii: "&") where atStart, UInt8(ascii: "*") where atStart,
        UInt8(ascii: "!") where atStart:
        throw fault(
          index,
          "anchors, aliases and tags are not used, and a value that starts with a sign is quoted",
          next: "write the value out, or quote it")
      case UInt8(ascii: "<") where atStart && index + 1 < bytes.count && bytes[index + 1] == byte:
        throw fault(index, "merge keys are not used", next: "write the keys out")
      default: return
      }
    }

    private func fault(_ index: Int, _ rule: String, next nextStep: String) -> Fault {
      Fault(
        .configuration, at: Place(file: file, line: number, column: index + 1), rule, next: nextStep
      )
    }
  }

  /// The indent above which the lines of a block of text stand, where a line opens one.
  ///
  /// A line opens one by ending in `|` or `>`, with `+`, `-` and a digit or without, as a value.
  /// The block belongs to the line's key, which may stand behind the signs of lists.
  private static func blockIndent(_ bytes: [UInt8], from indent: Int) -> Int? {
    let blank = UInt8(ascii: " ")
    var rest = bytes[...]
    while rest.last == blank { rest = rest.dropLast() }
    for _ in 0..<2 {
      if let last = rest.last,
        last == UInt8(ascii: "+") || last == UInt8(ascii: "-")
          || (49...57).contains(last)
      {
        rest = rest.dropLast()
      }
    }
    guard let sign = rest.last, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">") else {
      return nil
    }
    rest = rest.dropLast()
    guard rest.isEmpty || rest.last == blank else { return nil }
    while rest.last == blank { rest = rest.dropLast() }
    guard let before = rest.last, before == UInt8(ascii: ":") || before == UInt8(ascii: "-") else {
      return nil
    }
    var owner = indent
    var position = indent
    while position + 1 < rest.endIndex, bytes[position] == UInt8(ascii: "-"),
      bytes[position + 1] == blank
    {
      position += 1
      while position < rest.endIndex, bytes[position] == blank { position += 1 }
      owner = position
    }
    return owner
  }
}
