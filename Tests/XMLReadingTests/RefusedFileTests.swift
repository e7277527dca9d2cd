import Testing

@testable import XMLReading

/// One file that must be refused.
struct RefusedFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let cause: XMLReadingError.Cause
  let line: Int?

  init(_ name: String, _ text: String, _ cause: XMLReadingError.Cause, line: Int?) {
    self.init(name, Array(text.utf8), cause, line: line)
  }

  init(_ name: String, _ bytes: [UInt8], _ cause: XMLReadingError.Cause, line: Int?) {
    testDescription = name
    self.bytes = bytes
    self.cause = cause
    self.line = line
  }
}

@Suite struct RefusedFileTests {
  static let files: [RefusedFile] = [
    RefusedFile("empty", "", .empty, line: nil),
    RefusedFile("white space", " \r\n\t\n", .empty, line: nil),
    RefusedFile("a mark alone", "\u{FEFF}", .empty, line: nil),
    RefusedFile("white space in UTF-16", utf16(" \n"), .empty, line: nil),
    RefusedFile("DOCTYPE", "<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>", .documentType, line: 2),
    RefusedFile(
      "DOCTYPE with a subset", "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", .documentType, line: 1),
    RefusedFile(
      "DOCTYPE of a file", "\n\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .documentType,
      line: 3),
    RefusedFile(
      "billion laughs",
      "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]>\n<a>&c;</a>", .documentType, line: 1),
    RefusedFile(
      "external entity",
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a>&b;</a>", .documentType, line: 1),
    RefusedFile(
      "parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://x.invalid/'>%b;]><a/>",
      .documentType, line: 1),
    RefusedFile("mismatched tags", "<a>\n<b>\n</c>\n</a>", .malformed(code: 76), line: 3),
    RefusedFile("overlapping tags", "<a><b></a></b>", .malformed(code: 76), line: 1),
    RefusedFile(
      "a lone byte of UTF-8", Array("<a>\n".utf8) + [0xC3, 0x28] + Array("</a>".utf8),
      .malformed(code: 9), line: 2),
    RefusedFile(
      "overlong UTF-8", Array("<a>".utf8) + [0xC0, 0xBC] + Array("</a>".utf8),
      .malformed(code: 9), line: 1),
    RefusedFile(
      "a surrogate in UTF-8", Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
      .malformed(code: 9), line: 1),
    RefusedFile(
      "high byte in US-ASCII",
      Array("<?xml version='1.0' encoding='US-ASCII'?>\n<a>".utf8) + [0xE9] + Array("</a>".utf8),
      .malformed(code: 6003), line: 2),
    RefusedFile("a control character", "<a>\u{1}</a>", .malformed(code: 9), line: 1),
    RefusedFile("reference to a control character", "<a>&#1;</a>", .malformed(code: 9), line: 1),
    RefusedFile(
      "a low surrogate alone", utf16("<a>") + [0x00, 0xDC] + utf16("</a>", mark: false),
      .malformed(code: 9), line: 1),
    RefusedFile(
      "UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a/>", .encodingNotAllowed, line: 1),
    RefusedFile(
      "EBCDIC", "<?xml version='1.0' encoding='EBCDIC-CP-US'?><a/>", .encodingNotAllowed, line: 1),
    RefusedFile("EBCDIC bytes", [0x4C, 0x6F, 0xA7, 0x94, 0x93], .malformed(code: 4), line: 1),
    RefusedFile(
      "UTF-16 without mark", utf16("<a/>", mark: false), .byteOrderMarkMissing, line: nil),
    RefusedFile(
      "UTF-16BE without mark", utf16("<a/>", bigEndian: true, mark: false),
      .byteOrderMarkMissing, line: nil),
    RefusedFile(
      "UTF-16 only declared", "<?xml version='1.0' encoding='UTF-16'?><a/>",
      .byteOrderMarkMissing, line: 1),
    RefusedFile("UTF-32", [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], .byteOrderMarkMissing, line: nil),
    RefusedFile(
      "mark of UTF-8, declared latin 1",
      "\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><a/>", .encodingContradicted, line: 1),
    RefusedFile(
      "mark of UTF-16, declared UTF-8",
      utf16("<?xml version='1.0' encoding='UTF-8'?><a/>"), .encodingContradicted, line: 1),
    RefusedFile(
      "mark of UTF-16BE, declared UTF-16LE",
      utf16("<?xml version='1.0' encoding='UTF-16LE'?><a/>", bigEndian: true),
      .encodingContradicted, line: 1),
    RefusedFile("XML 1.1", "<?xml version='1.1'?><a/>", .version, line: 1),
    RefusedFile("XML 1.1 in UTF-16", utf16("<?xml version='1.1'?><a/>"), .version, line: 1),
    RefusedFile("no version", "<?xml encoding='UTF-8'?><a/>", .malformed(code: 57), line: 1),
    RefusedFile(
      "encoding before version", "<?xml encoding='UTF-8' version='1.0'?><a/>",
      .malformed(code: 57), line: 1),
    RefusedFile(
      "a declaration without end",
      "<?xml version='1.0'" + String(repeating: " ", count: 2000) + "?><a/>",
      .malformed(code: 57), line: 1),
    RefusedFile(
      "declaration after a blank", " <?xml version='1.0'?><a/>", .malformed(code: 64),
      line: 1),
    RefusedFile("gzip", [0x1F, 0x8B, 0x08, 0], .compressed, line: nil),
    RefusedFile("zip", [0x50, 0x4B, 0x03, 0x04], .compressed, line: nil),
    RefusedFile("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compressed, line: nil),
    RefusedFile("Zstandard", [0x28, 0xB5, 0x2F, 0xFD], .compressed, line: nil),
    RefusedFile("bzip2", "BZh91AY", .compressed, line: nil),
    RefusedFile("not XML at all", "Child,Date\n1,2\n", .malformed(code: 4), line: 1),
    RefusedFile("text before the root", " hello <a/>", .malformed(code: 4), line: 1),
    RefusedFile("undeclared prefix", "<a>\n<x:b/></a>", .malformed(code: 201), line: 2),
    RefusedFile(
      "attribute of an undeclared prefix", "<a x:b='1'/>", .malformed(code: 201), line: 1),
    RefusedFile("two colons", "<a xmlns:x='urn:x'><x:b:c/></a>", .malformed(code: 202), line: 1),
    RefusedFile("an attribute twice", "<a b='1' b='2'/>", .malformed(code: 42), line: 1),
    RefusedFile("second root", "<a/>\n<b/>", .malformed(code: 5), line: 2),
    RefusedFile("text after the root", "<a/>\nrest", .malformed(code: 5), line: 2),
    RefusedFile("NUL in text", "<a>\n\u{0}</a>", .malformed(code: 9), line: 2),
    RefusedFile("NUL after the root", "<a/>\n\u{0}", .trailingBytes, line: 2),
    RefusedFile("a second document behind a NUL", "<a/>\u{0}<b/>", .trailingBytes, line: 1),
    RefusedFile("undefined entity", "<a>\n&nbsp;</a>", .malformed(code: 26), line: 2),
    RefusedFile(
      "undefined entity in an attribute", "<a b='&nbsp;'/>", .malformed(code: 26), line: 1),
    RefusedFile("bare ampersand", "<a>Children & Families</a>", .malformed(code: 68), line: 1),
    RefusedFile("less-than in an attribute", "<a b='<'/>", .malformed(code: 38), line: 1),
    RefusedFile("end of CDATA in text", "<a>]]></a>", .malformed(code: 62), line: 1),
    RefusedFile(
      "high byte in US-ASCII after the root",
      Array("<?xml version='1.0' encoding='US-ASCII'?>\n<a/>".utf8) + [0xE9],
      .malformed(code: 6003), line: 2),
    RefusedFile(
      "a hole of windows-1252",
      Array("<?xml version='1.0' encoding='windows-1252'?>\n<a>".utf8) + [0x81]
        + Array("</a>".utf8), .malformed(code: 6003), line: 2),
    RefusedFile("cut in the text", "<a>\n<b>te", .truncated, line: 2),
    RefusedFile("root not closed", "<a>\n<b></b>\n", .truncated, line: 3),
    RefusedFile("declaration alone", "<?xml version='1.0'?>\n", .truncated, line: 2),
    RefusedFile("cut in the declaration", "<?xml version='1.", .truncated, line: 1),
  ]

  @Test("refuses with the rule and the line", arguments: files)
  func refuses(_ file: RefusedFile) {
    let error = refusal(file.bytes)
    #expect(error?.cause == file.cause)
    #expect(error?.line == file.line)
  }

  @Test("the size of the blocks does not change a refusal", arguments: files)
  func refusesInBlocks(_ file: RefusedFile) {
    let whole = refusal(file.bytes)
    for block in 1...64 {
      #expect(refusal(file.bytes, block: block) == whole)
    }
  }

  @Test("a document cut at any byte is refused")
  func truncated() {
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Message xmlns="urn:a" b="1"><!-- c -->
      <Child><Date>2026-04-01</Date><Note><![CDATA[x]]>é&amp;&#65;</Note></Child>
      <?go on?><Empty/></Message>
      """
    let bytes = Array(document.utf8)
    #expect(refusal(bytes) == nil)
    for count in bytes.indices {
      let error = refusal(Array(bytes.prefix(count)))
      let isExpected =
        switch error?.cause {
        case .empty: count == 0
        case .truncated: count > 0
        // The cut may go through the two bytes of é.
        case .malformed(code: 9), .malformed(code: 9): bytes[count] == 0xA9
        default: false
        }
      #expect(isExpected, "cut at \(count): \(String(describing: error))")
    }
  }
}
