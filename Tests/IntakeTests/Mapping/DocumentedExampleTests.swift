import Files
import Intake
import Testing

@Suite struct DocumentedExampleTests {
  @Test("the worked example of the manual does what the manual says")
  func example() throws {
    let text = try SmallFile.text(inRepository("Documentation/mapping.md"))
    var blocks: [String] = []
    var open: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = open { blocks.append(lines.joined(separator: "\n") + "\n") }
        open = open == nil ? [] : nil
      } else {
        open?.append(line)
      }
    }
    let reading = try MappingReading(blocks[3], "visits-2026-03-31.csv", blocks[2])
    #expect(
      reading.sink.lines == [
        "child 1001", "cp_plan 77", "cp_visit 2026-03-03 in cp_plan 77 seen_alone=yes",
        "child 1002", "cp_plan 78", "cp_visit missing in cp_plan 78 seen_alone=no",
      ])
    #expect(reading.readings[0].notes.isEmpty)
  }
}
