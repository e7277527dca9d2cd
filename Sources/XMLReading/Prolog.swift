/// What the first bytes of a file say, read before libxml2 sees any of them.
///
/// libxml2 guesses an encoding from the bytes and then believes the declaration, whatever it says.
/// Here the declaration must follow the grammar, name an encoding of the list, and agree with the
/// byte order mark; so both readers are sure to see the same one.
struct Prolog {
  /// The encoding of the file.
  let encoding: XMLEncoding
  /// The bytes of its byte order mark.
  let markBytes: Int

  /// Checks the head of a file.
  ///
  /// - Parameters:
  ///   - head: the first bytes, 4 KiB of them where there are so many.
  ///   - isWhole: whether that is all there is.
  /// - Throws: an ``XMLReadingError`` for anything but XML 1.0 in an encoding of the list.
  init(head: UnsafeRawBufferPointer, isWhole: Bool) throws(XMLReadingError) {
    if Self.compressedBeginnings.contains(where: { head.starts(with: $0) }) {
      throw XMLReadingError(.compressed)
    }
    let mark = Self.byteOrderMark(of: head)
    let text = Self.narrowed(head, mark: mark)
    markBytes = mark.map { $0.isTwoByte ? 2 : 3 } ?? 0
    guard text.contains(where: { !isBlank($0) }) else {
      guard isWhole else { throw Self.malformed }
      throw XMLReadingError(.empty)
    }
    if text.prefix(2).contains(0) { throw XMLReadingError(.byteOrderMarkMissing) }
    guard let first = text.first, first == UInt8(ascii: "<") || isBlank(first) else {
      throw Self.malformed
    }
    guard var declaration = Declaration(text) else {
      encoding = mark ?? .utf8
      return
    }
    if isWhole, !text.contains(UInt8(ascii: ">")) { throw XMLReadingError(.truncated, line: 1) }
    let stated = try declaration.read()
    guard let name = stated else {
      encoding = mark ?? .utf8
      return
    }
    let candidates = XMLEncoding.allCases.filter { $0.isDeclared(as: name) }
    guard let candidate = candidates.first else {
      throw XMLReadingError(.encodingNotAllowed, line: 1)
    }
    guard let mark else {
      if candidate.isTwoByte { throw XMLReadingError(.byteOrderMarkMissing, line: 1) }
      encoding = candidate
      return
    }
    guard candidates.contains(mark) else { throw XMLReadingError(.encodingContradicted, line: 1) }
    encoding = mark
  }

  /// gzip, xz, Zstandard, bzip2, 7-Zip, and the three beginnings of a zip archive.
  private static let compressedBeginnings: [[UInt8]] = [
    [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
    [0x42, 0x5A, 0x68], [0x37, 0x7A, 0xBC, 0xAF], [0x50, 0x4B, 0x03, 0x04],
    [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x07, 0x08],
  ]

  private static let malformed = XMLReadingError(
    .malformed(code: XMLReadingError.noElement), line: 1, column: 1)

  private static func byteOrderMark(of head: UnsafeRawBufferPointer) -> XMLEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// The head without its mark, a byte a character; 0xFF stands for what is not ASCII in UTF-16.
  private static func narrowed(_ head: UnsafeRawBufferPointer, mark: XMLEncoding?) -> [UInt8] {
    guard let mark else { return Array(head) }
    guard mark.isTwoByte else { return Array(head.dropFirst(3)) }
    let low = mark == .utf16LittleEndian ? 0 : 1
    return stride(from: 2, to: head.count - 1, by: 2).map { position in
      head[position + 1 - low] == 0 && head[position + low] < 0x80 ? head[position + low] : 0xFF
    }
  }
}

/// Whether a byte is one of the four that XML calls white space.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
