import Testing

@testable import XMLReading

@Suite struct AcceptedFileTests {
  @Test(
    "delivers the text of leaves and of nothing else",
    arguments: [
      ("<a><b>1</b><b> 2 </b></a>", ["1", " 2 "]),
      ("\u{FEFF}<a>é</a>", ["é"]),
      ("<?xml version=\"1.0\"?><a>1</a>", ["1"]),
      ("<?xml  version = '1.0'\n encoding = 'utf-8' standalone='no' ?>\n<a>1</a>\n", ["1"]),
      ("<?xml version='1.0' standalone='yes'?><a>1</a>", ["1"]),
      ("<a><![CDATA[<b>&amp;]]></a>", ["<b>&amp;"]),
      ("<a>1<![CDATA[2]]>3</a>", ["123"]),
      ("<a>1<!-- 2 -->3<?go 4?>5</a>", ["135"]),
      ("<!-- c --><?go?><a>1</a><!-- d --><?go?>\n", ["1"]),
      ("<a>x<b>1</b>y<b>2</b>z</a>", ["1", "2"]),
      ("<a>x<b>y<c>1</c>z</b>w</a>", ["1"]),
      ("<a>x<b/>y</a>", []),
      ("<a>\r\n<b>1\r\n2\r3</b></a>", ["1\n2\n3"]),
      ("<a xmlns='urn:x'><b>1</b></a>", ["1"]),
      ("<x:a xmlns:x='urn:x'><x:b>1</x:b></x:a>", ["1"]),
      ("<a>&#65;&#x42;&lt;&gt;&amp;&quot;&apos;&#x1F600;</a>", ["AB<>&\"'😀"]),
      ("<a>\u{FEFF}1</a>", ["\u{FEFF}1"]),
      ("<a>e\u{301}</a>", ["e\u{301}"]),
    ])
  func texts(_ document: String, _ expected: [String]) {
    let found = XMLReadingTests.texts(Array(document.utf8))
    #expect(found?.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test(
    "reads the six encodings",
    arguments: [
      (Array("<?xml version='1.0' encoding='UTF-8'?><a>é</a>".utf8), XMLEncoding.utf8, "é"),
      (Array("<?xml version='1.0' encoding='us-ascii'?><a>e</a>".utf8), .ascii, "e"),
      (
        Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8),
        .latin1, "é"
      ),
      (
        Array("<?xml version='1.0' encoding='Windows-1252'?><a>".utf8) + [0x80, 0x92]
          + Array("</a>".utf8), .windows1252, "€’"
      ),
      (utf16("<a>é😀</a>"), .utf16LittleEndian, "é😀"),
      (utf16("<a>é</a>", bigEndian: true), .utf16BigEndian, "é"),
      (utf16("<?xml version='1.0' encoding='UTF-16'?><a>é</a>"), .utf16LittleEndian, "é"),
      (
        utf16("<?xml version='1.0' encoding='utf-16be'?><a>é</a>", bigEndian: true),
        .utf16BigEndian, "é"
      ),
    ])
  func encodings(_ bytes: [UInt8], _ encoding: XMLEncoding, _ text: String) throws {
    var recorder = Recorder()
    let summary = try XMLReader(names: []).read(bytes: bytes, into: &recorder)
    #expect(summary == XMLReadingSummary(bytes: bytes.count, elements: 1, encoding: encoding))
    #expect(recorder.texts == [text])
  }

  @Test("names are numbered by their place in the list, whatever their prefix")
  func numbers() throws {
    let reader = XMLReader(names: ["Message", "Child", "Child", "", "Date"])
    #expect(reader.name("Date") == XMLName(rawValue: 5))
    #expect(reader.name("Child") == XMLName(rawValue: 2))
    #expect(reader.name("Other") == .unregistered)
    var recorder = Recorder()
    _ = try reader.read(
      bytes: Array("<Message xmlns:x='urn:x' x:Date='d' y='e'><x:Child/></Message>".utf8),
      into: &recorder)
    #expect(
      recorder.events == [
        .start("Message", number: 1, line: 1, column: 1),
        .attribute("Date", number: 5, value: "d"), .attribute("y", number: 0, value: "e"),
        .start("Child", number: 2, line: 1, column: 43),
        .end(number: 2, text: "", line: 1, column: 43),
        .end(number: 1, text: "", line: 1, column: 1),
      ])
  }

  @Test("a thousand names keep their numbers")
  func manyNames() throws {
    let names = (0..<1000).map { "Name\($0)" }
    let document = "<r>" + names.reversed().map { "<\($0)/>" }.joined() + "<Name1000/></r>"
    var recorder = Recorder()
    _ = try XMLReader(names: names).read(bytes: Array(document.utf8), into: &recorder)
    let numbers = recorder.events.compactMap { event -> UInt16? in
      guard case .start(_, let number, _, _) = event else { return nil }
      return number
    }
    #expect(numbers == [0] + (1...1000).reversed() + [0])
  }

  @Test(
    "an ampersand in an attribute is one, however it is written",
    arguments: [
      ("&amp;", "&"), ("&#38;", "&"), ("&#x26;", "&"), ("a&amp;b&amp;&amp;c", "a&b&&c"),
      ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"), ("&#38;lt;", "&lt;"),
      ("&lt;&amp;&gt;", "<&>"),
    ])
  func ampersand(written: String, value: String) {
    let outcome = outcome(Array("<a b=\"\(written)\"/>".utf8))
    guard case .success(let events) = outcome else {
      Issue.record("refused")
      return
    }
    #expect(events.contains(.attribute("b", number: 0, value: value)))
  }

  @Test("attribute values have their references resolved")
  func attributes() {
    guard case .success(let events) = outcome(Array("<a b='1&lt;&#50;' c=\"\"/>".utf8)) else {
      Issue.record("refused")
      return
    }
    #expect(events.contains(.attribute("b", number: 0, value: "1<2")))
    #expect(events.contains(.attribute("c", number: 0, value: "")))
  }
}
