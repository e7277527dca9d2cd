/// Texts that together identify something, compared by their bytes.
///
/// Equality of `String` would take two spellings of one accented letter for the same, which the
/// store and the case systems do not.
struct Identity: Hashable {
  private let bytes: [UInt8]

  init(_ parts: String...) { bytes = Array(KeyList.text(of: parts).utf8) }
}
