import CaseModel
import Faults
import Testing

@testable import Intake

/// A worker that reads lists through a mapping and lies, or breaks off, is refused.
@Suite struct ListStreamTests {
  private let stream: WorkerStream

  init() throws {
    stream = try WorkerStream(text: WorkerStream.list, mapping: WorkerStream.mapping)
  }

  @Test("what a sound worker tells of lists is what this process reads itself")
  func sound() throws {
    var lists: [ListReading] = []
    let answer = try stream.answer(to: try stream.sound()) { lists.append($0) }
    #expect(try answer.get() == stream.own())
    #expect(lists.count == 1)
    #expect(try lists == stream.ownLists())
  }

  @Test("a list that was read is told though what follows is refused")
  func refusedLater() throws {
    let frames = WorkerFrames(try stream.sound(isClosed: false))
    let end = try #require(frames.all.firstIndex { $0.first == FrameKind.feedEnd.rawValue })
    var lists: [ListReading] = []
    let answer = try stream.answer(to: Array(frames.all[..<end].joined())) { lists.append($0) }
    #expect(throws: Fault.self) { try answer.get() }
    #expect(try lists == stream.ownLists())
  }

  @Test("a stream with one byte changed is refused, wherever it is")
  func changed() throws {
    let sound = try stream.sound()
    for place in sound.indices {
      var bytes = sound
      bytes[place] ^= 0x04
      let answer = try stream.answer(to: bytes)
      #expect(throws: Fault.self, "byte \(place)") { try answer.get() }
    }
  }

  @Test("a list left out, told twice, before its rows or behind the feed is refused, well counted")
  func order() throws {
    let frames = WorkerFrames(try stream.sound()).all
    let list = try #require(frames.firstIndex { $0.first == FrameKind.list.rawValue })
    let feed = try #require(frames.firstIndex { $0.first == FrameKind.feed.rawValue })
    var without = frames
    without.remove(at: list)
    var twice = frames
    twice.insert(frames[list], at: list)
    var lies = [without, twice]
    for place in [1, feed + 1] {
      var early = without
      early.insert(frames[list], at: place)
      lies.append(early)
    }
    for place in [frames.count - 2, frames.count - 1] {
      var late = frames
      late.insert(frames[list], at: place)
      lies.append(late)
    }
    for (number, lie) in lies.enumerated() {
      let answer = try stream.answer(to: WorkerFrames.sealed(lie))
      #expect(throws: Fault.self, "lie \(number)") { try answer.get() }
    }
    #expect(try stream.answer(to: WorkerFrames.sealed(frames)).get() == stream.own())
  }

  @Test("a worker that reads interchange tells of no list")
  func otherFormat() throws {
    let other = try WorkerStream()
    let list = try #require(
      WorkerFrames(try stream.sound()).all.first { $0.first == FrameKind.list.rawValue })
    var frames = WorkerFrames(try other.sound()).all
    #expect(throws: Never.self) { try other.answer(to: WorkerFrames.sealed(frames)).get() }
    let end = try #require(frames.firstIndex { $0.first == FrameKind.feedEnd.rawValue })
    frames.insert(list, at: end)
    #expect(throws: Fault.self) { try other.answer(to: WorkerFrames.sealed(frames)).get() }
  }
}
