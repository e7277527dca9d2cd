import Faults
import Testing

@testable import YAMLReading

@Suite struct YAMLNodeTests {
  private let text = """
    name: Duly
    list: [one, two]
    blocks:
      - a
      - b
    map: {x: 1, y: 2}
    empty:
    """

  private func map() throws -> YAMLMap {
    try YAMLReader.read(text, file: "p").map(of: "the example")
  }

  @Test("texts, lists and maps are what they look like, in the order written")
  func shapes() throws {
    let map = try map()
    #expect(
      try map.entries.map { try $0.key.text(as: "a key") }
        == ["name", "list", "blocks", "map", "empty"])
    #expect(try map.text("name") == "Duly")
    #expect(try map.requiredText("empty").isEmpty)
    #expect(try map.text("absent") == nil)
    #expect(map["absent"] == nil)
    #expect(map.meaning == "the example")
    #expect(map.place == Place(file: "p", line: 1, column: 1))
    let list = try #require(map["list"])
    #expect(list.isList && !list.isMap)
    #expect(list.place == Place(file: "p", line: 2, column: 7))
    #expect(try list.oneOrMore.map { try $0.text(as: "x") } == ["one", "two"])
    #expect(try map.required("name").oneOrMore.map { try $0.text(as: "x") } == ["Duly"])
    #expect(try map.required("map").isMap)
    #expect(try map.required("map").map(of: "m").requiredText("y") == "2")
  }

  @Test("what has another shape than expected is named with its place")
  func wrongShapes() throws {
    let map = try map()
    let faults = [
      #expect(throws: Fault.self) { try map.required("list").text(as: "list") },
      #expect(throws: Fault.self) { try map.required("map").list(of: "words") },
      #expect(throws: Fault.self) { try map.required("name").map(of: "a name") },
      #expect(throws: Fault.self) { try map.required("nam") },
      #expect(throws: Fault.self) { try map.text("blocks") },
    ]
    #expect(
      faults.map { $0?.description } == [
        "p:2:7: list is a text; write one value on the line",
        "p:6:6: this is a list of words; write \"- \" before each of them",
        "p:1:7: a name is a map of keys and values; write \"key: value\" lines",
        "p:1:1: the example needs a key \"nam\", and it is not here; add the line \"nam: …\"",
        "p:4:3: blocks is a text; write one value on the line",
      ])
    #expect(faults.allSatisfy { $0?.code == .configuration })
  }

  @Test("all keys of the list are allowed, and none has to be there")
  func allowed() throws {
    let map = try map()
    try map.allow(only: ["name", "list", "blocks", "map", "empty", "more"])
    #expect(throws: Fault.self) { try map.allow(only: ["name"]) }
  }

  @Test(
    "a file that is no YAML, or more than one, is refused with its name",
    arguments: [
      "", "# only a comment", "a: [1", "a: 1\n b: 2", "a: 1\n...\nb: 2", "a: \"x", "a: 'x", "{",
      "%YAML 1.1",
      "a: b: c", "- a\nb: c", "a: \u{0}", "a: 1\n--- \nb: 2",
      String(repeating: "[", count: 100_000),
    ])
  func broken(_ text: String) {
    let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "pack.yaml") }
    #expect(fault?.place?.file == "pack.yaml")
    #expect(fault?.code == .configuration)
  }

  @Test("a key that stands twice is refused in nested maps and in braces")
  func duplicates() {
    for text in ["a:\n  b: 1\n  b: 2", "a: {b: 1, b: 2}", "- a: 1\n  'a': 2"] {
      let fault = #expect(throws: Fault.self) { try YAMLReader.read(text, file: "p") }
      #expect(fault?.rule.contains("stands once") == true)
    }
  }
}
