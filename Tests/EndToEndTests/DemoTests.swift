import Foundation
import Testing

@Suite struct DemoTests {
  private func demo(seed: String, _ more: [String] = []) throws -> [String: Data] {
    let scratch = try Scratch()
    let answer = try Duly(folder: scratch.folder, environment: [:]).run(
      ["demo", "--children", "40", "--seed", seed, "--output", "Demo"] + more)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.err.isEmpty)
    return try scratch.files(below: "Demo")
  }

  @Test("the same seed gives the same bytes, in another folder and time zone")
  func same() throws {
    let first = try demo(seed: "11")
    #expect(first.count >= 13)
    #expect(first == (try demo(seed: "11")))
    #expect(first["cin-census.xml"] != (try demo(seed: "12")["cin-census.xml"]))
  }

  @Test("a child is the same whatever the number of children")
  func prefix() throws {
    let small = CSVTable(
      String(decoding: try #require(demo(seed: "7")["answer-key.csv"]), as: UTF8.self))
    let large = CSVTable(try Authority.shared.text("answer-key.csv"))
    #expect(small.rows.count > 100)
    #expect(small.rows == Array(large.rows.prefix(small.rows.count)))
  }

  @Test("the census alone is the same census")
  func censusOnly() throws {
    let alone = try demo(seed: "11", ["--census-only"])
    #expect(Array(alone.keys) == ["cin-census.xml"])
    #expect(alone["cin-census.xml"] == (try demo(seed: "11")["cin-census.xml"]))
  }

  @Test("a folder whose parent is not there is 73")
  func unwritable() throws {
    let scratch = try Scratch()
    let path = scratch.path("no/such/parent")
    let answer = try Duly.run("demo", "--children", "1", "--seed", "1", "--output", path)
    expectRefused(answer, code: 73, naming: [path])
  }
}
