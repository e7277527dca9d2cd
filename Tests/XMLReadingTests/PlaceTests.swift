import Testing

@testable import XMLReading

@Suite struct PlaceTests {
  /// Writes a document and notes where each element starts, which is what a reader must find.
  struct Writer {
    var document = ""
    var places: [XMLPlace] = []
    var texts: [String] = []
    var line: Int32 = 1
    var column: Int32 = 1
    var random: Linear

    mutating func write(_ text: String) {
      for scalar in text.unicodeScalars {
        document.unicodeScalars.append(scalar)
        column += Int32(UTF8.width(scalar))
        if scalar == "\n" {
          line += 1
          column = 1
        }
      }
    }

    mutating func element(_ level: Int) {
      places.append(XMLPlace(line: line, column: column))
      let name = random.pick(["a", "Child", "Date", "Née", "x:Other"])
      write("<" + name)
      let attribute = random.pick(["", "", "", " b='1'", " b='é\n2'", "\n  b='1'\n c='2'", " "])
      write(attribute)
      guard random.next() % 8 > 0 else {
        write("/>")
        texts.append("")
        return
      }
      write(">")
      if level > 0, random.next() % 3 > 0 {
        for _ in 0..<(random.next() % 6) {
          write(random.pick(["", "\n", "  ", "stray é\n", "<!-- é\n -->", "<?go\n?>"]))
          element(level - 1)
          write(random.pick(["", "\n", "\n\n  ", "<![CDATA[ <b>\n ]]>"]))
        }
      } else {
        write(random.pick(["", "2026-04-01", "é\né", "&amp;", "<![CDATA[\n]]>"]))
      }
      write("</\(name)>")
    }
  }

  /// A generator with a fixed seed.
  struct Linear {
    var state: UInt64

    mutating func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }

    mutating func pick(_ words: [String]) -> String { words[next() % words.count] }
  }

  @Test("lines and columns are those that the document was written at", arguments: 0..<60)
  func places(_ seed: UInt64) {
    var writer = Writer(random: Linear(state: seed &* 7919 &+ 1))
    writer.write("<r xmlns:x='urn:x'>\n")
    while writer.document.utf8.count < 12_000 { writer.element(4) }
    writer.write("</r>")
    guard case .success(let events) = outcome(Array(writer.document.utf8), block: 1000) else {
      Issue.record("refused")
      return
    }
    let found = events.compactMap { event -> XMLPlace? in
      guard case .start(_, _, let line, let column) = event else { return nil }
      return XMLPlace(line: line, column: column)
    }
    let expected = [XMLPlace(line: 1, column: 1)] + writer.places
    #expect(found.count == expected.count)
    let wrong = zip(found, expected).first { pair in
      pair.0 != pair.1 && pair.0 != XMLPlace(line: pair.1.line, column: 0)
    }
    #expect(wrong == nil)
    let unknown = found.count { $0.column == 0 }
    #expect(unknown * 20 < found.count)
  }

  @Test("lines go on beyond 65,535")
  func manyLines() {
    let document = "<r>" + String(repeating: "\n", count: 70_000) + "<a/></r>"
    guard case .success(let events) = outcome(Array(document.utf8)) else {
      Issue.record("refused")
      return
    }
    #expect(events.contains(.start("a", number: 0, line: 70_001, column: 1)))
  }

  @Test("a column out of reach is 0, never a wrong one")
  func farColumn() {
    let long = String(repeating: "x", count: 9000)
    let document = "<r>\n\(long)<a b='\(long)'\n c='\(long)'/></r>"
    guard case .success(let events) = outcome(Array(document.utf8)) else {
      Issue.record("refused")
      return
    }
    let isRight = events.contains { event in
      guard case .start("a", _, 2, let column) = event else { return false }
      return column == 0 || column == 9001
    }
    #expect(isRight)
  }
}
