import CaseModel
import Faults
import Testing

@testable import Intake

/// A worker that dies, hangs, floods or lies ends in a clear refusal.
@Suite struct WorkerTests {
  private let stream: WorkerStream

  init() throws { stream = try WorkerStream() }

  /// Where a frame of a stream starts, by its number.
  private static func starts(of bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var place = 0
    while place + 5 <= bytes.count {
      starts.append(place)
      place += 5 + bytes[place + 1..<place + 5].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    return starts
  }

  @Test("what a sound worker hands over is what this process reads itself")
  func sound() throws {
    let own = try stream.own()
    #expect(own.count > 5)
    #expect(try stream.read("exec cat STREAM", stream: try stream.sound()).get() == own)
  }

  @Test(
    "a worker that does not do its work is refused in words",
    arguments: [
      ("exit 0", "broke off (code 0)"),
      ("exit 3", "broke off (code 3)"),
      ("kill -9 $$", "broke off (signal 9)"),
      ("kill -11 $$", "broke off (signal 11)"),
      ("kill -24 $$", "takes less than 30 seconds"),
      ("exec sleep 60", "stood still for 2 seconds"),
      ("head -c 20 STREAM; exec sleep 60", "stood still for 2 seconds"),
      ("head -c 60 STREAM", "broke off (code 0)"),
      ("cat STREAM; exit 1", "broke off (code 1)"),
      ("cat STREAM; kill -6 $$", "broke off (signal 6)"),
      ("exec yes", "handed over something else"),
      ("head -c 7 STREAM; while :; do printf '\\003\\000\\000\\000\\000'; done", "something else"),
    ])
  func broken(_ script: String, _ words: String) throws {
    let answer = try stream.read(script, stream: try stream.sound())
    guard case .failure(let fault) = answer else {
      Issue.record("it was believed")
      return
    }
    #expect(fault.code == .inputRefused)
    #expect(fault.description.contains(words), "\(fault)")
    #expect(fault.description.hasPrefix("night.csv: "))
  }

  @Test("a stream that ends anywhere but at its end is refused")
  func truncated() throws {
    let sound = try stream.sound()
    for count in sound.indices {
      let answer = try stream.answer(to: Array(sound[..<count]))
      #expect(throws: Fault.self) { try answer.get() }
    }
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

  @Test("frames in another order, twice, left out or behind the end are refused")
  func order() throws {
    let sound = try stream.sound()
    let starts = Self.starts(of: sound) + [sound.count]
    let frames = (0..<starts.count - 1).map { Array(sound[starts[$0]..<starts[$0 + 1]]) }
    #expect(frames.count >= 7)
    for place in frames.indices {
      var without = frames
      without.remove(at: place)
      var twice = frames
      twice.insert(frames[place], at: place)
      var swapped = frames
      swapped.swapAt(place, (place + 1) % frames.count)
      for lie in [without, twice, swapped] where lie != frames {
        // What stands behind the last frame is never read.
        if place == frames.count - 1, lie == twice { continue }
        let answer = try stream.read("exec cat STREAM", stream: Array(lie.joined()))
        #expect(throws: Fault.self, "frame \(place)") { try answer.get() }
      }
    }
  }

  @Test(
    "a worker that has given up too little reads nothing",
    arguments: [
      (31, 0, ConfinementLevel.full, ""), (31, 1, .full, "a door that should be shut is open"),
      (27, 0, .full, "Landlock missing"), (15, 0, .full, "seccomp missing"),
      (27, 0, .partial, ""), (3, 255, .partial, "Landlock, resource limits, seccomp missing"),
      (0, 255, .none, ""),
    ])
  func level(
    _ givenUp: Int, _ doors: Int, _ required: ConfinementLevel, _ words: String
  ) throws {
    let answer = try stream.read(
      "exec cat STREAM", stream: try stream.sound(givenUp: givenUp, doors: doors),
      required: required)
    switch answer {
    case .success: #expect(words.isEmpty)
    case .failure(let fault):
      #expect(!words.isEmpty, "\(fault)")
      #expect(fault.code == .confinementTooLow)
      #expect(fault.description.contains(words), "\(fault)")
    }
  }

  @Test("a refusal in the middle of a file is the one that this process would give")
  func refusal() throws {
    let ragged = try WorkerStream(text: WorkerStream.text + "C3,episode\n")
    let own = #expect(throws: Fault.self) { try ragged.own() }
    guard
      case .failure(let fault) = try ragged.read(
        "exec cat STREAM", stream: try ragged.sound())
    else {
      Issue.record("it was read")
      return
    }
    #expect(fault == own)
    #expect(fault.place?.line == 8)
  }

  @Test("a program that is not there is said in words")
  func missing() throws {
    var files = FileTable()
    let reader = FeedReader(
      vocabulary: stream.vocabulary, codes: stream.codes,
      confinement: Confinement(program: "/nowhere/duly"))
    let fault = #expect(throws: Fault.self) {
      try reader.read(
        FeedReader.Request(name: "night", paths: [stream.path]), feedIndex: 0, files: &files,
        into: Recorder(vocabulary: stream.vocabulary, codes: stream.codes))
    }
    #expect(fault?.description.contains("cannot be started") ?? false)
  }
}
