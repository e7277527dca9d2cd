internal import Crypto

/// Makes the names that a board sees instead of the case system's ids.
///
/// A pseudonym is the first 80 bits of HMAC-SHA-256 over the domain, the authority and the id, in
/// Crockford's base 32: `7K2M-9QXD-04TB-HZ5E`. It is the same every night as long as the key is
/// the same, and nobody without the key can make it from an id. A plain hash would not do: all
/// ids of a case system can be tried in minutes.
public struct Pseudonyms: Sendable {
  /// The id of the key, which is no secret; it stands beside every pseudonym.
  public let keyID: String
  /// Whether the key is the published one.
  public let isDemonstration: Bool
  private let key: SymmetricKey

  /// Pseudonyms made with a site's key.
  ///
  /// - Parameters:
  ///   - key: 32 random bytes that only the site has.
  ///   - keyID: the name of the key, which tells keys apart after a change.
  public init(key: some Sequence<UInt8>, keyID: String) {
    self.key = SymmetricKey(data: Array(key))
    self.keyID = keyID
    isDemonstration = false
  }

  private init(publishedKey: String) {
    key = SymmetricKey(data: Array(publishedKey.utf8))
    keyID = "demonstration"
    isDemonstration = true
  }

  /// Pseudonyms made with the published key, for made-up children only.
  ///
  /// The key is the 32 bytes `duly demonstration key, not safe`; whoever knows it can relink.
  public static let demonstration = Pseudonyms(publishedKey: "duly demonstration key, not safe")

  /// The domain, so that the same key can serve other purposes and never give the same bytes.
  static let domain = "duly/pseudonym/child/v1"

  /// The pseudonym of a child of an authority.
  ///
  /// - Parameters:
  ///   - child: the case system's id; ASCII blanks at its ends do not count, all else does.
  ///   - authority: the authority's code.
  /// - Returns: sixteen digits in groups of four.
  public func pseudonym(of child: String, authority: String) -> String {
    var message = Array(Pseudonyms.domain.utf8)
    message.append(0)
    message += authority.utf8
    message.append(0)
    message += Pseudonyms.trimmed(child)
    let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
    return CrockfordBase32.grouped(Array(code).prefix(10))
  }

  private static func trimmed(_ child: String) -> ArraySlice<UInt8> {
    var bytes = Array(child.utf8)[...]
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }
}
