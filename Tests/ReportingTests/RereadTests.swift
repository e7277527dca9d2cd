import Output
import Testing

@testable import Reporting

@Suite("Reading back what was written")
struct RereadTests {
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
      CSV.appendRecord(fields, to: &bytes)
      var reader = CSVReread(bytes)
      let read = reader.next() ?? []
      let expected = fields.map { (CSV.looksLikeFormula($0.utf8) ? "'" : "") + $0 }
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
