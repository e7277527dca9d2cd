import Testing

@testable import CSVReading

@Suite struct AcceptedFileTests {
  static let files: [(String, [[String]])] = [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}é,b\n", [["é", "b"]]),
    (",,\n,,\n", [["", "", ""], ["", "", ""]]),
    ("\"\"\n\"\"", [[""], [""]]),
    ("\"a\"\"b\",\"c,d\"\n\"\"\"\",\"\r\n\"", [["a\"b", "c,d"], ["\"", "\r\n"]]),
    (" a , b \n", [[" a ", " b "]]),
    ("a\n\n\r\n\nb\n", [["a"], ["b"]]),
    ("a,", [["a", ""]]),
    ("a;b|c\td,e\n", [["a;b|c\td", "e"]]),
    ("a\u{301},b\n", [["a\u{301}", "b"]]),
    (
      "\u{7F}\u{80},\u{7FF}\u{800},\u{FFFF}\u{10000},\u{10FFFF}\u{FEFF}",
      [["\u{7F}\u{80}", "\u{7FF}\u{800}", "\u{FFFF}\u{10000}", "\u{10FFFF}\u{FEFF}"]]
    ),
  ]

  @Test("delivers what was meant", arguments: files)
  func delivers(_ text: String, _ expected: [[String]]) {
    let texts = try? Reading(Array(text.utf8)).records.map { $0.map(\.value) }
    #expect(texts == expected.map { $0.map { Array($0.utf8) } })
  }

  @Test("the delimiter is the declared one", arguments: CSVDialect.Delimiter.allCases)
  func delimiters(_ delimiter: CSVDialect.Delimiter) throws {
    let text = ",;|\t".utf8.filter { $0 != delimiter.rawValue }
    let bytes = text + [delimiter.rawValue] + text + Array("\n".utf8)
    let reading = try Reading(bytes, CSVDialect(delimiter: delimiter, hasHeader: false))
    #expect(reading.records.map { $0.map(\.value) } == [[text, text]])
  }

  @Test("decodes every encoding, at every size of blocks", arguments: CSVEncoding.allCases)
  func encodings(_ encoding: CSVEncoding) throws {
    let bytes: [UInt8]
    var expected = [["é", "ÿ"], ["a", "b"]]
    switch encoding {
    case .utf8:
      bytes = Array("é,ÿ\na,b€😀\n".utf8)
      expected[1][1] = "b€😀"
    case .latin1:
      bytes = [0xE9, 0x2C, 0xFF, 0x0A, 0x61, 0x2C, 0x62, 0x80]
      expected[1][1] = "b\u{80}"
    case .windows1252:
      bytes = [0xE9, 0x2C, 0xFF, 0x0A, 0x61, 0x2C, 0x62, 0x80, 0x9F]
      expected[1][1] = "b€Ÿ"
    case .utf16LittleEndian, .utf16BigEndian:
      bytes = utf16("é,ÿ\na,b€😀", bigEndian: encoding == .utf16BigEndian)
      expected[1][1] = "b€😀"
    }
    for block in 1...bytes.count {
      let reading = try Reading(
        bytes, CSVDialect(hasHeader: false, encoding: encoding), block: block)
      #expect(reading.texts == expected)
    }
  }

  @Test("a byte order mark overrides the declared encoding", arguments: CSVEncoding.allCases)
  func marks(_ declared: CSVEncoding) throws {
    let dialect = CSVDialect(hasHeader: false, encoding: declared)
    for bytes in [
      Array("\u{FEFF}é,1\n".utf8), utf16("\u{FEFF}é,1\n"), utf16("\u{FEFF}é,1\n", bigEndian: true),
    ] {
      #expect(try Reading(bytes, dialect).texts == [["é", "1"]])
      #expect(try Reading(bytes, dialect, block: 1).records[0][1].column == 4)
    }
  }

  @Test("all characters of windows-1252 agree with Unicode's table")
  func windows1252() throws {
    let upper = "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ"
    let dialect = CSVDialect(hasHeader: false, encoding: .windows1252)
    for (byte, scalar) in zip(UInt8(0x80)..., upper.unicodeScalars) {
      let reading = try? Reading([byte], dialect)
      #expect(reading?.texts == (scalar == "\u{0}" ? nil : [[String(Character(scalar))]]))
    }
    for byte in UInt8(0xA0)...0xFF {
      let scalar = Unicode.Scalar(byte)
      #expect(try Reading([byte], dialect).texts == [[String(Character(scalar))]])
    }
  }

  @Test("strict UTF-8 agrees with the standard library on all pairs and many longer runs")
  func strictUTF8() {
    var random = Linear(state: 11)
    var runs: [[UInt8]] = []
    for first in UInt8(1)...255 {
      for second in UInt8(1)...255 { runs.append([first, second]) }
    }
    for _ in 0..<20_000 {
      let lead: [UInt8] = [0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5]
      let tail: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
      runs.append(
        [lead[random.next(below: 8)]] + (0..<3).map { _ in tail[random.next(below: 8)] })
    }
    let wrong = runs.first { run in
      // Marks and other formats are looked for at the start only, and quotes not at all.
      let bytes = Array("xxxxxxx".utf8) + run
      guard !run.contains(0x22) else { return false }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      return (refusal([0x61, 0x0A] + bytes)?.cause == .invalidEncoding(.utf8)) == isValid
    }
    #expect(wrong == nil)
  }
}
