/// Keys that are none: what case systems, databases and spreadsheets write where an id is empty.
///
/// Such a key is read as an empty field in every format: rows that share it share nothing.
enum PlaceholderKey {
  /// Whether trimmed bytes that stand alone as an id are none.
  ///
  /// That are no bytes, -1, zeros alone, three nines or more alone, an error of a spreadsheet, signs
  /// alone, and words such as NULL. 9 and 99 are ids: a system that counts has them.
  static func isNone(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first else { return true }
    switch first {
    case UInt8(ascii: "0"):
      return withoutDecimals(bytes).allSatisfy {
        $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-")
      }
    case UInt8(ascii: "9"):
      let digits = withoutDecimals(bytes)
      return digits.count >= 3 && digits.allSatisfy { $0 == UInt8(ascii: "9") }
    case UInt8(ascii: "1")...UInt8(ascii: "8"): return false
    default: return isNoneAsPart(bytes)
    }
  }

  /// Whether bytes that are a part of a composed id are none.
  ///
  /// That are no bytes, -1, an error, signs alone and words. A number such as 0 or 999 may be the
  /// code of an authority or of a place in a row, which is no id by itself.
  static func isNoneAsPart(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return false
    case UInt8(ascii: "-"):
      let rest = withoutDecimals(UnsafeRawBufferPointer(rebasing: bytes[1...]))
      return rest.elementsEqual([UInt8(ascii: "1")])
        || rest.allSatisfy { $0 == UInt8(ascii: "9") } || isSigns(bytes)
    default: return isWord(bytes)
    }
  }

  /// Whether bytes are a word, an error or signs that stand for an empty field of any kind.
  static func isWord(_ bytes: UnsafeRawBufferPointer) -> Bool {
    words.value(bytes) != nil || SpreadsheetError.isError(bytes) || isSigns(bytes)
  }

  private static func isSigns(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.allSatisfy { [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "?")].contains($0) }
  }

  /// A number without `.0` behind it.
  private static func withoutDecimals(
    _ bytes: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")), point > 0,
      bytes[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return bytes }
    return UnsafeRawBufferPointer(rebasing: bytes[..<point])
  }

  private static let words = WordTable<Bool>(
    [
      "null", "<null>", "(null)", "[null]", "{null}", "\\n", "nil", "<nil>", "none", "<none>",
      "(none)", "n/a", "<n/a>", "(n/a)", "na", "<na>", "n.a.", "n.a", "nan", "nat", "undefined",
      "unknown", "not known", "not recorded", "not applicable", "blank", "(blank)", "empty",
      "(empty)", "no id", "tbc", "{00000000-0000-0000-0000-000000000000}",
    ].map { ($0, true) })
}

/// The errors that a spreadsheet shows in place of a value, also where it was saved as CSV.
enum SpreadsheetError {
  /// Whether bytes are an error: `#N/A`, `#REF!`, or the `####` of a column that was too narrow.
  @inline(__always)
  static func isError(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.first == UInt8(ascii: "#") else { return false }
    return words.value(bytes) != nil
      || bytes.count > 1 && bytes.allSatisfy { $0 == UInt8(ascii: "#") }
  }

  private static let words = WordTable<Bool>(
    [
      "#n/a", "#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#getting_data",
      "#spill!", "#calc!", "#field!", "#blocked!", "#connect!", "#unknown!", "#busy!", "#date!",
      "#error", "#error!",
    ].map { ($0, true) })
}
