/// Texts in one, each behind its length: any text can stand in it, and none can be taken for
/// another.
enum KeyList {
  /// One text: for each its length in bytes in decimal, a colon, and itself.
  static func text(of texts: [String]) -> String {
    texts.reduce(into: "") { text, next in text += "\(next.utf8.count):\(next)" }
  }

  /// The texts of such a text; nil where it is cut off or damaged.
  static func texts(of text: String) -> [String]? {
    var texts: [String] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let count = Int(String(decoding: rest[..<colon], as: UTF8.self)), count >= 0,
        count < rest.endIndex - colon,
        let next = String(validating: rest[(colon + 1)..<(colon + 1 + count)], as: UTF8.self)
      else { return nil }
      texts.append(next)
      rest = rest[(colon + 1 + count)...]
    }
    return texts
  }
}
