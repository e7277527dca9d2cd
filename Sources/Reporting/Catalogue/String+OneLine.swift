extension String {
  /// The text with blanks for its line ends, and none behind it.
  var onOneLine: String {
    var bytes = utf8.map { $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
