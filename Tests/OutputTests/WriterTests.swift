import Clocks
import Files
import Output
import Testing

@Suite("Writers of HTML, CSV and JSON")
struct WriterTests {
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
    CSV.append(text, to: &bytes)
    let expected = "\"\(isGuarded ? "'" : "")\(text)\""
    #expect(bytes == Array(expected.utf8))
    #expect(CSV.looksLikeFormula(text.utf8) == isGuarded)
  }

  @Test("CSV: numbers carry no guard and quotation marks are doubled")
  func fields() {
    var bytes: [UInt8] = []
    CSV.append(-5, to: &bytes)
    CSV.appendComma(to: &bytes)
    CSV.append("say \"so\", twice\r\n", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"-5\",\"say \"\"so\"\", twice\r\n\"")
  }

  @Test(
    "CSV: a field is quoted where it must be, and guarded with or without quotes",
    arguments: [
      ("plain", "plain"), ("", ""), ("=1+1", "'=1+1"), ("a,b", "\"a,b\""),
      ("-1,5", "\"'-1,5\""), ("say \"so\"", "\"say \"\"so\"\"\""),
      ("two\r\nlines", "\"two\r\nlines\""),
      (" =x", "' =x"), (" x", " x"), ("Zoë", "Zoë"), ("＝1", "'＝1"),
    ])
  func quotedWhenNeeded(text: String, expected: String) {
    var bytes: [UInt8] = []
    CSV.append(text.utf8, quoting: .whenNeeded, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("a run of bytes and an array get the same bytes", arguments: [RowFormat.csv, .json])
  func sinks(format: RowFormat) {
    var run = ByteRun()
    var array: [UInt8] = []
    for text in ["=1", "a,\"b\"", "\u{7F}\u{1}\\", "Łuk", ""] {
      format.append(text.utf8, to: &run)
      format.append(text.utf8, to: &array)
    }
    for number in [0, 7, 10, 1234, -3, .max, .min] {
      run.append(decimal: number)
      array.append(decimal: number)
    }
    #expect(run.withBytes { Array($0) } == array)
    let numbers = "07101234-3\(Int.max)\(Int.min)"
    #expect(array.suffix(numbers.utf8.count) == Array(numbers.utf8)[...])
  }

  @Test("rows of CSV and of JSON")
  func rows() {
    func table(_ format: RowFormat, _ rows: [[String]]) -> String {
      var bytes: [UInt8] = []
      let columns = ["child", "note"]
      format.appendHead(columns: columns, to: &bytes)
      for (index, row) in rows.enumerated() {
        format.appendRowStart(isFirst: index == 0, to: &bytes)
        for (column, value) in row.enumerated() {
          format.appendKey(columns[column], isFirst: column == 0, to: &bytes)
          format.append(value.utf8, to: &bytes)
        }
        format.appendRowEnd(to: &bytes)
      }
      format.appendFoot(isEmpty: rows.isEmpty, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(table(.csv, []) == "child,note\r\n")
    #expect(table(.csv, [["=1", "a,b"], ["2", ""]]) == "child,note\r\n'=1,\"a,b\"\r\n2,\r\n")
    #expect(table(.json, []) == "[]\n")
    #expect(
      table(.json, [["=1", "a\"b"], ["2", ""]])
        == "[\n{\"child\":\"=1\",\"note\":\"a\\\"b\"},\n{\"child\":\"2\",\"note\":\"\"}\n]\n")
  }

  @Test("JSON of one line may have blanks behind commas and colons")
  func spaced() {
    var writer = JSONWriter(isSpaced: true)
    writer.object { writer in
      writer.text("a", "x")
      writer.list("b", ["y", "z"]) { $0.text($1) }
      writer.number("c", nil)
      writer.day("d", CivilDay(iso: "2025-03-31"))
    }
    writer.finish()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "{\"a\": \"x\", \"b\": [\"y\", \"z\"], \"c\": null, \"d\": \"2025-03-31\"}\n")
  }
}
