internal import Crypto
import Faults

/// The style of all pages, with the policy that lets it alone in.
struct PageStyle: Sendable {
  /// The file under `Templates/`.
  static let path = "shared/style.css"

  /// The style element.
  let element: [UInt8]
  /// The content security policy and the referrer policy, as meta elements.
  ///
  /// In a meta element `frame-ancestors`, `sandbox` and `report-uri` do nothing, so they are not
  /// there.
  let policy: [UInt8]

  /// Checks a style sheet.
  ///
  /// - Throws: ``Fault`` where it could end its element or fetch something.
  init(_ text: String) throws(Fault) {
    let bytes = text.utf8.filter { $0 != 0x0D }
    var line = 1
    for index in bytes.indices {
      if bytes[index] == 0x0A { line += 1 }
      for refused in ["</", "<!", "@import", "url(h", "url(/", "url(\"h"]
      where bytes[index...].starts(with: refused.utf8) {
        throw Fault(
          .configuration, at: Place(file: PageStyle.path, line: line),
          "a style sheet ends no element and fetches nothing", next: "remove \"\(refused)\"")
      }
    }
    let hash = PageStyle.base64(Array(SHA256.hash(data: bytes)))
    element = Array("<style>".utf8) + bytes + Array("</style>".utf8)
    policy = Array(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(hash)'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="referrer" content="no-referrer">
      """.utf8)
  }

  /// Base 64 with padding, as the policy wants it.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var digits: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let chunk = bytes[index..<min(index + 3, bytes.count)]
      var value = 0
      for byte in chunk { value = value << 8 | Int(byte) }
      value <<= 8 * (3 - chunk.count)
      for place in 0..<4 {
        let digit = alphabet[value >> (18 - 6 * place) & 63]
        digits.append(place <= chunk.count ? digit : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
