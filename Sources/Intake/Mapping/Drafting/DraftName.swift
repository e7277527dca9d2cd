/// Names in a draft of a mapping: of lists, of files, of columns.
enum DraftName {
  /// The name of a file without its ending and without days and numbers: `lcs-plans`.
  static func stem(_ file: String) -> String {
    let bytes = Array(file.utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The pattern of a file's name: each day in it becomes `*`.
  static func pattern(_ file: String) -> String {
    var pattern: [UInt8] = []
    var run: [UInt8] = []
    func flush() {
      let digits = run.count { $0 &- 48 < 10 }
      let isDay = digits >= 6
      let tail = isDay ? run.reversed().prefix { $0 == UInt8(ascii: "-") }.count : 0
      pattern += isDay ? [UInt8(ascii: "*")] + run.suffix(tail) : run
      run = []
    }
    for byte in file.utf8 {
      let isDigit = byte &- 48 < 10
      if isDigit || (!run.isEmpty && [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)) {
        run.append(byte)
      } else {
        flush()
        pattern.append(byte)
      }
    }
    flush()
    return String(decoding: pattern, as: UTF8.self)
  }

  /// Whether a scalar is none that is seen: a control, a line end, one that turns text around.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }

  /// A name or pattern as a mapping has it between quotes: `*` for what cannot stand there.
  static func spelled(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let canStand = scalar != "\"" && scalar != "\\" && !isHidden(scalar)
      scalars.append(canStand ? scalar : "*")
    }
    return String(scalars)
  }

  /// A name for a list: small letters, digits and dashes, without days.
  static func slug(_ name: String) -> String {
    var parts = DraftWords.words(of: name).filter { word in
      word.utf8.contains { $0 &- 97 < 26 }
    }
    if parts.isEmpty { parts = ["list"] }
    return parts.joined(separator: "-")
  }

  /// Whether a mapping can name a column as it is, and a terminal can show it.
  static func canBeMapped(_ name: String) -> Bool {
    !name.utf8.starts(with: "always ".utf8)
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "\"", "\\", "{", "}", "*": false
        default:
          scalar.isASCII
            ? (0x20..<0x7F).contains(scalar.value)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
      }
  }

  /// A name as YAML has it.
  static func quoted(_ name: String) -> String {
    let isPlain =
      (name.utf8.first.map { ($0 | 0x20) &- 97 < 26 } ?? false)
      && name.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x5F }
    return isPlain ? name : "\"\(name)\""
  }

  /// A name for a comment: without line ends and what a terminal would obey.
  static func shown(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(100) {
      scalars.append(
        canBeMapped(String(scalar))
          || scalar.isASCII && scalar.value > 0x20
            && scalar.value < 0x7F
          ? scalar : " ")
    }
    return String(scalars)
  }
}
