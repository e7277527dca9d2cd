import CLibXML2

/// Finds lines and columns in the input of libxml2, whose own columns are off by some here and
/// there; its lines are right.
struct Whereabouts {
  /// The last start tag: columns of its line are counted on from it.
  private var line: Int32 = 1
  private var offset: Int
  /// 0 where it is not known.
  private var column: Int32

  /// The whereabouts at the start of a file.
  ///
  /// - Parameters:
  ///   - markBytes: the bytes of a byte order mark, which are no column.
  ///   - isConverted: whether libxml2 converts the file, which loses count of the first line.
  init(markBytes: Int, isConverted: Bool) {
    offset = markBytes
    column = isConverted ? 0 : 1
  }

  /// The place of the start tag that was just read up to its `>`.
  ///
  /// - Parameters:
  ///   - input: where the parser stands.
  ///   - plainName: the length of the tag's name if it is all that the tag holds.
  /// - Returns: the place of its `<`.
  mutating func startTag(_ input: xmlParserInputPtr?, plainName: Int?) -> XMLPlace {
    guard let input, let base = input.pointee.base, var at = input.pointee.cur else {
      return XMLPlace(line: 0, column: 0)
    }
    var tagLine = input.pointee.line
    if let plainName, at - base > plainName, at[-plainName - 1] == UInt8(ascii: "<") {
      at -= plainName + 1
    } else {
      // No attribute may hold a less-than sign.
      while at > base {
        at -= 1
        if at.pointee == UInt8(ascii: "<") { break }
        if at.pointee == UInt8(ascii: "\n") { tagLine -= 1 }
      }
    }
    let tagOffset = Int(bitPattern: input.pointee.consumed) + (at - base)
    if tagLine != line {
      column = Self.column(of: at, base: base) ?? 0
    } else if column != 0 {
      column &+= Int32(truncatingIfNeeded: tagOffset - offset)
    }
    line = tagLine
    offset = tagOffset
    return XMLPlace(line: tagLine, column: column)
  }

  /// Where the parser stands, for an error.
  func now(_ input: xmlParserInputPtr?) -> (line: Int?, column: Int?) {
    guard let input else { return (nil, nil) }
    let now = input.pointee.line
    guard let base = input.pointee.base, let at = input.pointee.cur,
      input.pointee.end > base
    else { return (Int(now), nil) }
    if now == line {
      guard column != 0 else { return (Int(now), nil) }
      return (
        Int(now), Int(column) + Int(bitPattern: input.pointee.consumed) + (at - base) - offset
      )
    }
    return (Int(now), Self.column(of: at, base: base).map { Int($0) })
  }

  /// The column of a byte by going back to the line end before it; nil where that is gone.
  private static func column(
    of byte: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>
  ) -> Int32? {
    var at = byte
    while at > base {
      at -= 1
      if at.pointee == UInt8(ascii: "\n") { return Int32(truncatingIfNeeded: byte - at) }
    }
    return nil
  }
}
