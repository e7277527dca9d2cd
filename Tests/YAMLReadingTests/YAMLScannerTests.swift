import Faults
import Testing

@testable import YAMLReading

@Suite struct YAMLScannerTests {
  @Test(
    "a quoted value may hold anything, its own quote sign too",
    arguments: [
      (#"'it''s # one'"#, "it's # one"), (#"'''a'' # b'"#, "'a' # b"), (#"''"#, ""),
      (#""say \"x\" # y""#, #"say "x" # y"#), (#""a\\""#, #"a\"#), (#""\"""#, "\""),
      (#""a: &b *c !d""#, "a: &b *c !d"), (#"'<<: x'"#, "<<: x"), (#""a\tb""#, "a\tb"),
      ("\"a\tb\"", "a\tb"), ("\"one\n  # two\"", "one # two"), ("'a\n\n  ''# b'", "a\n'# b"),
    ])
  func quoted(_ written: String, _ value: String) throws {
    let map = try YAMLReader.read("a: \(written)\nb: 1", file: "p").map(of: "this")
    #expect(try map.requiredText("a") == value)
    #expect(try map.requiredText("b") == "1")
  }

  @Test(
    "behind a quoted value or a list the rules hold again",
    arguments: [
      ("a: 'it''s' # one", 1, 12), ("a: \"x\\\"\" # y", 1, 10), ("a: \"x\\\\\" # y", 1, 10),
      ("a: 'x'# y", 1, 7), ("a: \"x\"# y", 1, 7), ("a: [x]# y", 1, 7), ("a: {x: y}# z", 1, 10),
      ("a: [x,#y\n  z]", 1, 7), ("a: [#y\n  z]", 1, 5),
      ("a: ['x', &y z]", 1, 10), ("a: {b: *c}", 1, 8), ("'a': &x 1", 1, 6),
      ("a: \"x\n  y\"\nb: *c", 3, 4), ("a: 'b\n  c' # d", 2, 6),
    ])
  func behindQuotes(_ text: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "p") }
    #expect(fault?.place == Place(file: "p", line: line, column: column))
  }

  @Test(
    "a block of text ends where its indent ends, and the rules hold again",
    arguments: [
      ("- a: |\n    text # one\n  b: *c", 3, 6), ("- a: |\n    text\n  b: 1 # two", 3, 8),
      ("a:\n  b: >-\n    text # one\n  c: &d 1", 4, 6), ("- |\n  text # one\n- *c", 3, 3),
      ("- - |\n    text # one\n  - *c", 3, 5), ("a: |2\n  text # one\nb: *c", 3, 4),
      ("a: >1-\n  text # one\nb: *c", 3, 4), ("a: x |\n  y # z", 2, 5),
      ("- a: \"x |\"\n  b: *c", 2, 6),
    ])
  func blocks(_ text: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "p") }
    #expect(fault?.place == Place(file: "p", line: line, column: column))
  }

  @Test(
    "a block of text is kept whole in every layout",
    arguments: [
      ("- a: |\n    * one # two\n    'three\n  b: 1", "* one # two\n'three\n"),
      ("- b: 1\n  a: >\n    one # two\n    & three\n", "one # two & three\n"),
      ("- a: |-\n\n    one\n\n    # two\n  b: 1", "\none\n\n# two"),
      ("-   a: |+\n      one\n\n    b: 1", "one\n\n"),
      ("- a: |2\n     one # x\n  b: 1", " one # x\n"),
      ("- a: |\n   one # two\n  b: 1", "one # two\n"),
      ("- a: |\n    one\ttwo\n  b: 1", "one\ttwo\n"),
    ])
  func kept(_ text: String, _ value: String) throws {
    let node = try #require(try YAMLReader.read(text, file: "p").list(of: "maps").first)
    let map = try node.map(of: "this")
    #expect(try map.requiredText("a") == value)
    #expect(try map.requiredText("b") == "1")
  }

  @Test(
    "a tab stands for nothing outside quotes and blocks",
    arguments: [
      ("\ta: 1", 1, 1), ("a:\t*x", 1, 3), ("a: x\t# y", 1, 5), ("a: x\ty", 1, 5),
      ("-\ta", 1, 2), ("a:\n \t- b", 2, 2), ("a: 1\t", 1, 5),
    ])
  func tabs(_ text: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "p") }
    #expect(fault?.place == Place(file: "p", line: line, column: column))
    #expect(fault?.rule.contains("tab") == true)
  }

  @Test(
    "an anchor that hides behind the layout is refused by its node",
    arguments: [
      "a: x\n  'y\nb: &c 1\nd: *c\ne: it's", "a: [b,\r&c d]", "\u{FEFF}&a b",
      "a: [x,\u{2028}&c d]",
    ])
  func hiddenAnchors(_ text: String) {
    #expect(throws: Fault.self) { try YAMLReader.read(text, file: "p") }
  }

  @Test("lines that end in CR LF are read like those that end in LF")
  func lineEnds() throws {
    let text = "# head\r\na:\r\n  - one\r\n  - 'two # 2'\r\nb: |\r\n  three # 3\r\nc: four\r\n"
    let map = try YAMLReader.read(text, file: "p").map(of: "this")
    let items = try #require(try map["a"]?.list(of: "items").map { try $0.text(as: "an item") })
    #expect(items == ["one", "two # 2"])
    #expect(try map.requiredText("b") == "three # 3\n")
    #expect(try map.requiredText("c") == "four")
    let fault = #expect(throws: Fault.self) {
      try YAMLReader.read("a: 1\r\nb: 2 # two\r\n", file: "p")
    }
    #expect(fault?.place == Place(file: "p", line: 2, column: 6))
  }
}
