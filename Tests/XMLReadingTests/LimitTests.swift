import Testing

@testable import XMLReading

@Suite struct LimitTests {
  @Test("64 levels are read, the 65th is refused where it opens")
  func depth() {
    func nested(_ levels: Int) -> [UInt8] {
      Array(
        (String(repeating: "<a>\n", count: levels) + String(repeating: "</a>", count: levels)).utf8)
    }
    #expect(refusal(nested(64)) == nil)
    let error = refusal(nested(65))
    #expect(error?.cause == .tooDeep(limit: 64))
    #expect(error?.line == 65)
    #expect(refusal(nested(5000))?.cause == .tooDeep(limit: 64))
  }

  @Test("256 attributes are read, 257 are refused, namespaces counted")
  func attributes() {
    func element(_ count: Int, _ rest: String = "") -> [UInt8] {
      Array("<a \(rest)\((0..<count).map { " b\($0)='1'" }.joined())/>".utf8)
    }
    #expect(refusal(element(256)) == nil)
    #expect(refusal(element(257))?.cause == .tooManyAttributes(limit: 256))
    #expect(refusal(element(256, "xmlns='urn:a'"))?.cause == .tooManyAttributes(limit: 256))
  }

  @Test(
    "a field at its limit is read, one byte more is refused where its element starts",
    arguments: [10, 4096, 5000, 1 << 20])
  func field(_ limit: Int) {
    func document(_ count: Int) -> [UInt8] {
      Array("<a>\n <b>\(String(repeating: "x", count: count))</b></a>".utf8)
    }
    let limits = XMLLimits(fieldBytes: limit)
    #expect(refusal(document(limit), limits: limits) == nil)
    let error = refusal(document(limit + 1), limits: limits)
    #expect(error?.cause == .fieldTooLong(limit: limit))
    #expect(error?.line == 2)
    #expect(error?.column == 2)
  }

  @Test("pieces of text, references and CDATA sections count together")
  func pieces() {
    let limits = XMLLimits(fieldBytes: 6)
    #expect(refusal(Array("<a>12&amp;4<![CDATA[56]]></a>".utf8), limits: limits) == nil)
    #expect(
      refusal(Array("<a>12&amp;4<![CDATA[567]]></a>".utf8), limits: limits)?.cause
        == .fieldTooLong(limit: 6))
  }

  @Test("an attribute is a field too")
  func attributeValue() {
    let limits = XMLLimits(fieldBytes: 3)
    #expect(refusal(Array("<a b='123'/>".utf8), limits: limits) == nil)
    #expect(
      refusal(Array("<a b='1234'/>".utf8), limits: limits)?.cause == .fieldTooLong(limit: 3))
  }

  @Test("elements and bytes are counted")
  func counts() {
    let bytes = Array("<a><b/><b/></a>".utf8)
    #expect(refusal(bytes, limits: XMLLimits(elements: 3, bytes: bytes.count)) == nil)
    #expect(
      refusal(bytes, limits: XMLLimits(elements: 2))?.cause == .tooManyElements(limit: 2))
    for limit in 0..<bytes.count {
      let error = refusal(bytes, limits: XMLLimits(bytes: limit))
      #expect(error?.cause == .tooManyBytes(limit: limit))
    }
  }

  @Test("bytes are counted beyond the first block")
  func manyBytes() {
    let bytes = Array("<a>\(String(repeating: "<b>1</b>\n", count: 2000))</a>".utf8)
    #expect(refusal(bytes, limits: XMLLimits(bytes: bytes.count), block: 100) == nil)
    #expect(
      refusal(bytes, limits: XMLLimits(bytes: bytes.count - 1), block: 100)?.cause
        == .tooManyBytes(limit: bytes.count - 1))
  }
}
