/// Numbers as a workbook writes them.
enum NumberText {
  /// The number that bytes say; nil where they say none.
  static func number(_ bytes: [UInt8]) -> Double? {
    guard bytes.allSatisfy({ $0 &- 48 < 10 || "+-.eE".utf8.contains($0) }),
      let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// The number as a spreadsheet shows it: whole ones without a point; nil where it is none.
  static func text(_ bytes: [UInt8]) -> [UInt8]? {
    // As it stands: a number of more digits than a cell shows would lose its last ones.
    if bytes.allSatisfy({ $0 &- 48 < 10 }), bytes.first != 48, !bytes.isEmpty { return bytes }
    guard let number = number(bytes) else { return nil }
    guard number == number.rounded(), abs(number) < 1e15 else {
      return Array(number.description.utf8)
    }
    return Array(Int(number).description.utf8)
  }
}
