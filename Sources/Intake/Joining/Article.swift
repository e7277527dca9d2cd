/// Names with their article, for sentences about the data.
enum Article {
  /// `a core group`, `an assessment`.
  static func one(_ name: String) -> String {
    (name.utf8.first.map { "aeiou".utf8.contains($0) } ?? false) ? "an \(name)" : "a \(name)"
  }
}

extension String {
  /// The text with a capital at its start.
  var capitalisedFirst: String {
    var bytes = Array(utf8)
    if let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
      bytes[0] = first - 32
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
