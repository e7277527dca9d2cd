import Faults
import Testing

@testable import YAMLReading

@Suite struct YAMLReaderTests {
  @Test(
    "what YAML would guess at is refused at its place",
    arguments: [
      ("a: &x 1", 1, 4), ("a: *x", 1, 4), ("- !!int 3", 1, 3), ("a: one # two", 1, 8),
      ("\ta: 1", 1, 1), ("a: 1\n<<: b", 2, 1), ("---\na: 1", 1, 1), ("a: [b, *c]", 1, 8),
    ])
  func refused(_ text: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "pack.yaml") }
    #expect(fault?.place == Place(file: "pack.yaml", line: line, column: column))
  }

  @Test("a duplicate key is refused and named")
  func duplicate() {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read("a: 1\na: 2", file: "p") }
    #expect(fault?.rule.contains("\"a\"") == true)
  }

  @Test(
    "text stays as it is written",
    arguments: ["2025-03-31", "no", "010", "1e3", "1_000", "17:30", "~", "yes", "x#y", "it's"])
  func kept(_ value: String) throws {
    let map = try YAMLReader.read("key: \(value)", file: "p").map(of: "this")
    #expect(try map.requiredText("key") == value)
  }

  @Test("blocks of text and quotes may hold what is refused elsewhere")
  func blocks() throws {
    let map = try YAMLReader.read(
      "a: |\n  * one # two\n  & three\nb: \"x # y\"\nc: 'z &'", file: "p"
    ).map(of: "this")
    #expect(try map.requiredText("a") == "* one # two\n& three\n")
    #expect(try map.requiredText("b") == "x # y")
  }

  @Test("an unknown key names the nearest right one with its place")
  func unknown() throws {
    let map = try YAMLReader.read("limit: 1\nlimmit: 2", file: "p").map(of: "a rule")
    let fault = #expect(throws: Fault.self) { try map.allow(only: ["limit", "starts"]) }
    #expect(fault?.description == "p:2:1: a rule has no key \"limmit\"; did you mean \"limit\"?")
  }
}
