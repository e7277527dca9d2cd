import Testing

@testable import XMLReading

/// Files that would keep a reader busy or fill its memory, made where they are needed.
@Suite struct EndlessTests {
  private static func repeated(_ count: Int, _ piece: (Int) -> String) -> String {
    var text = ""
    for number in 0..<count { text += piece(number) }
    return text
  }

  @Test("400,000 attributes are refused before they are compared with each other")
  func attributes() {
    let bytes = Array("<a>\n<b \(Self.repeated(400_000) { " b\($0)=''" })/></a>".utf8)
    let error = refusal(bytes)
    #expect(error?.cause == .tooManyAttributes(limit: 256))
    #expect(error?.line == 2)
    for limit in [0, 1, 5, 50, 1000, 5000] {
      #expect(
        refusal(bytes, limits: XMLLimits(attributes: limit))?.cause
          == .tooManyAttributes(limit: limit))
    }
  }

  @Test("400,000 attributes that never end are refused as soon")
  func unendingAttributes() {
    let bytes = Array("<a\(Self.repeated(400_000) { " b\($0)=''" })".utf8)
    #expect(refusal(bytes)?.cause == .tooManyAttributes(limit: 256))
  }

  @Test("400,000 namespaces are refused before they are compared with each other")
  func namespaces() {
    let bytes = Array("<a \(Self.repeated(400_000) { " xmlns:b\($0)='a:'" })/>".utf8)
    #expect(refusal(bytes)?.cause == .tooManyAttributes(limit: 256))
  }

  @Test("as many attributes as are allowed are read on every level")
  func allowed() {
    let attributes = Self.repeated(128) { " b\($0)='' xmlns:c\($0)='a:'" }
    let text =
      String(repeating: "<a\(attributes)>", count: 64) + String(repeating: "</a>", count: 64)
    #expect(refusal(Array(text.utf8)) == nil)
    let limits = XMLLimits(attributes: 6000)
    let many = "<a\(Self.repeated(6000) { " b\($0)=''" })/>"
    #expect(refusal(Array(many.utf8), limits: limits) == nil)
  }

  @Test(
    "twelve million bytes of one thing are refused",
    arguments: [
      ("<a>", "x", ""), ("<a><b/>", "x", "<c/>"), ("<a>&amp;", "&amp;", ""), ("<a b='", "x", "'/>"),
      ("<a b='", "&amp;", "'/>"), ("<?go ", "x", " ?><a/>"), ("<a><![CDATA[", "x", "]]></a>"),
      ("<a", " ", "/>"), ("<a></a", " ", ">"), ("<", "x", "/>"),
      ("<a ", "x", "=''/>"), ("<a>&", "x", ";</a>"), ("<a>&#", "0", "65;</a>"), ("<a>", "<b>", ""),
      ("<a>", "<b/>", ""), ("", "<!-- -->", ""), ("", "<?go?>", ""), ("<a/>", "<!-- -->", "x"),
    ])
  func endless(_ before: String, _ piece: String, _ after: String) {
    let count = 12_000_000 / piece.utf8.count
    let bytes = Array((before + String(repeating: piece, count: count) + after).utf8)
    #expect(refusal(bytes) != nil)
  }

  @Test("an attribute of twelve million bytes is a field too long")
  func attributeTooLong() {
    for piece in ["x", "&amp;"] {
      let text = "<a>\n<b c='\(String(repeating: piece, count: 12_000_000))'/></a>"
      let error = refusal(Array(text.utf8))
      #expect(error?.cause == .fieldTooLong(limit: 1 << 20))
      #expect(error?.line == 2)
    }
    #expect(refusal(Array("<a b='1".utf8))?.cause == .truncated)
  }

  @Test("twelve million bytes that no record is made of are read over")
  func passedOver() {
    let comment = "<!-- \(String(repeating: "x", count: 12_000_000)) -->"
    #expect(refusal(Array("\(comment)<a>\(comment)</a>\(comment)".utf8)) == nil)
  }

  @Test("three thousand bytes of blanks stand where the grammar allows them")
  func blanks() {
    let blanks = String(repeating: " \n\t\r", count: 750)
    let text = "<a\(blanks)b\(blanks)=\(blanks)'1'\(blanks)>\(blanks)</a\(blanks)>\(blanks)"
    #expect(refusal(Array(text.utf8)) == nil)
  }
}
