import CaseModel
import Clocks
import Faults
import Files
import Foundation
import Testing
import YAMLReading

@testable import Intake

/// What `make fuzz` begins with where it plays a worker: streams and orders that are sound.
///
/// `RECORD=1` writes them; a seed that is no longer believed leads a fuzzer nowhere.
@Suite struct FuzzSeedTests {
  static let rich = """
    C1,s47,S1,,strategy_discussion,2026-01-12T10:30,attended,,police,
    C1,s47,S1,,strategy_discussion,2026-01-12T10:30,apologies,,health,
    C1,s47,S1,,icpc_held,2026-13-30,held,,,
    C1,order,O1,S1,order_made,2026-01-12,planned,,,
    ,order,,,,,,,,

    """
  static let streams = [
    "sound": WorkerStream.text,
    "refused": WorkerStream.text + "C3,episode\n",
    "empty": "# as_of: 2026-03-31\n" + InterchangeReading.header,
    "rich": "# as_of: 2026-03-31\n" + InterchangeReading.header + rich,
    "list": WorkerStream.list,
  ]

  @Test(
    "a seed of frames is a stream that is believed",
    arguments: ["sound", "refused", "empty", "rich", "list"])
  func stream(_ name: String) throws {
    let stream = try WorkerStream(
      text: try #require(Self.streams[name]), mapping: name == "list" ? WorkerStream.mapping : nil)
    let path = inRepository("Fuzz/Seeds/frames/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(try stream.sound(), to: path)
    }
    let seed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    switch (try stream.answer(to: seed), name) {
    case (.success(let lines), _): #expect(try lines == stream.own())
    case (.failure(let fault), "refused"): #expect(fault.place?.line == 8)
    case (.failure(let fault), _): Issue.record("\(fault)")
    }
  }

  @Test("a seed of a draft is one that is believed")
  func draft() throws {
    let stream = try WorkerStream(text: "PERSON_ID,CP_PLAN_ID,VISIT_DATE\nC1,P1,05/03/2026\n")
    let path = inRepository("Fuzz/Seeds/frames/draft")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try SmallFile.write(try stream.draft(), to: path)
    }
    let seed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let lines = try stream.answer(to: seed, drafts: true).get()
    #expect(lines.contains("      - event: cp_visit"))
  }

  @Test("a seed of an order is one that a worker can be given")
  func order() throws {
    let path = inRepository("Fuzz/Seeds/frames/order")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      // The shipped words would be far longer than what a fuzzer changes in a sensible time.
      let words = try Vocabulary([
        YAMLReader.read(
          """
          processes: {episode: {means: An episode., opened by: opened, closed by: closed}}
          events: {opened: {means: It began.}, closed: {means: It ended.}}
          roles: {police: {means: The police}}
          attributes: {urgent: {means: It is urgent, type: flag, of: [episode]}}
          """, file: "words.yaml")
      ])
      let order = WorkerOrder(
        task: .read(.mapped), feed: "local", feedIndex: 2, asOf: .day(CivilDay(number: 20_000)),
        files: [WorkerOrder.File(name: "a.csv", index: 0, bytes: 4)],
        mapping: ("mapping: one\n", "one.yaml"), vocabulary: words)
      let held = order.bytes
      let size = (0..<4).map { UInt8(truncatingIfNeeded: held.count >> ($0 * 8)) }
      try SmallFile.write([FrameKind.order.rawValue] + size + held, to: path)
    }
    let seed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(seed.first == FrameKind.order.rawValue)
    let order = try WorkerOrder(Array(seed.dropFirst(5)))
    #expect(order.bytes == Array(seed.dropFirst(5)))
  }
}
