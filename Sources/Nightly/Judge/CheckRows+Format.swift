import Files

extension CheckRows {
  /// How rows are written.
  enum Format {
    /// RFC 4180, a line a check.
    case csv
    /// One array of objects.
    case json

    /// Appends a value, with what the format cannot hold quoted or escaped.
    func append(_ text: some Collection<UInt8>, to bytes: inout ByteRun) {
      switch self {
      case .csv: Format.appendCSV(text, to: &bytes)
      case .json: Format.appendJSON(text, to: &bytes)
      }
    }

    /// A field, quoted where it holds a comma, a quote or a line end.
    private static func appendCSV(_ text: some Collection<UInt8>, to bytes: inout ByteRun) {
      let needsQuotes = text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return bytes.append(contentsOf: text) }
      bytes.append(0x22)
      for byte in text {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }

    /// A string with what JSON does not allow in one escaped.
    private static func appendJSON(_ text: some Collection<UInt8>, to bytes: inout ByteRun) {
      bytes.append(0x22)
      for byte in text {
        switch byte {
        case 0x22, 0x5C:
          bytes.append(0x5C)
          bytes.append(byte)
        case 0..<0x20:
          bytes.append(contentsOf: "\\u00".utf8)
          bytes.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 })
        default: bytes.append(byte)
        }
      }
      bytes.append(0x22)
    }
  }
}
