import Testing

@testable import Reporting

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "HTML: signs, combining marks and what cannot be seen",
    arguments: [
      ("plain", "plain"),
      ("a&b<c>d\"e'f", "a&amp;b&lt;c&gt;d&quot;e&#39;f"),
      ("\"\u{301} onload=x", "&quot;\u{301} onload=x"),
      ("<\u{338}script>", "&lt;\u{338}script&gt;"),
      ("&\u{20E3}", "&amp;\u{20E3}"),
      ("a\u{202E}b", "a⟨U+202E⟩b"),
      ("a\u{200B}b", "a⟨U+200B⟩b"),
      ("a\tb\nc", "a⟨U+0009⟩b⟨U+000A⟩c"),
      ("a\u{7F}\u{85}", "a⟨U+007F⟩⟨U+0085⟩"),
      ("\u{E0041}", "⟨U+E0041⟩"),
      ("\u{2028}", "⟨U+2028⟩"),
      ("\u{0}\u{FFFE}\u{1FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("Zoë Łuk שלום 子", "Zoë Łuk שלום 子"),
      ("", ""),
    ])
  func html(text: String, expected: String) {
    #expect(HTMLText.escaped(text).utf8.elementsEqual(expected.utf8))
    #expect(HTMLText.exported(text).utf8.elementsEqual("<bdi>\(expected)</bdi>".utf8))
  }

  @Test("No scalar leaves the escaper as a sign of HTML or unseen")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value < 0x3200 || value > 0xDFFF else { continue }
      let escaped = HTMLText.escaped(String(scalar))
      let isSign = escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) }
      let isUnseen = escaped.unicodeScalars.contains {
        $0.value < 0x20 || $0.properties.isDefaultIgnorableCodePoint
      }
      if isSign || isUnseen { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(
    "CSV: a text that a spreadsheet would run gets an apostrophe",
    arguments: [
      ("=1+1", true), ("+44", true), ("-5", true), ("@SUM(A1)", true), ("\tx", true),
      ("\rx", true), ("\nx", true), ("\u{0}x", true), ("＝1", true), ("＋1", true), ("－1", true),
      ("＠x", true), ("  =1", true), ("\u{FEFF}=1", true), ("\u{200B}\u{A0}=1", true),
      ("\u{3000}@x", true), ("\u{2060}-x", true), ("C=1", false), ("2026-03-31", false),
      ("'=1", false), ("", false), ("   ", false), ("(=1)", false),
    ])
  func formula(text: String, isGuarded: Bool) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    let expected = "\"\(isGuarded ? "'" : "")\(text)\""
    #expect(bytes == Array(expected.utf8))
  }

  @Test("CSV: numbers carry no guard and quotation marks are doubled")
  func fields() {
    var bytes: [UInt8] = []
    CSVText.append(-5, to: &bytes)
    CSVText.appendComma(to: &bytes)
    CSVText.append("say \"so\", twice\r\n", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"-5\",\"say \"\"so\"\", twice\r\n\"")
  }

  @Test("CSV: what is written is read back, for random fields")
  func csvRoundTrip() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("ab \",\r\n=é\u{202E};'").flatMap(\.unicodeScalars)
    for _ in 0..<500 {
      let fields = (0..<4).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
              alphabet.randomElement(using: &random)
            }))
      }
      var bytes: [UInt8] = []
      for (place, field) in fields.enumerated() {
        if place > 0 { CSVText.appendComma(to: &bytes) }
        CSVText.append(field, to: &bytes)
      }
      bytes += CSVText.lineEnd
      var reader = CSVReread(bytes)
      let read = reader.next() ?? []
      let expected = fields.map { (CSVText.looksLikeFormula($0) ? "'" : "") + $0 }
      #expect(read.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
      #expect(reader.isAtEnd)
    }
  }

  @Test("JSON: controls, quotation marks and backslashes are escaped and read back")
  func json() {
    let text = "a\"b\\c\u{0}\n\u{1F}é\u{2028}"
    var json = JSONWriter()
    json.object { json in
      json.key(text)
      json.array { json in
        json.text(text)
        json.number(-3)
        json.null()
        json.flag(true)
        json.tenths(857)
      }
    }
    var read: [String] = []
    var reader = JSONReread(json.bytes)
    let isWhole = reader.object { reader, key in
      read.append(key)
      return reader.array { reader, place in
        guard place == 0 else { return reader.skip() }
        read.append(reader.text() ?? "")
        return true
      }
    }
    #expect(isWhole)
    #expect(read == [text, text])
    #expect(json.bytes.allSatisfy { $0 >= 0x20 })
    #expect(String(decoding: json.bytes, as: UTF8.self).hasSuffix("-3,null,true,85.7]}"))
  }
}

/// A generator whose numbers are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
