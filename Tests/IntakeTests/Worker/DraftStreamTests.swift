import Faults
import Testing

@testable import Intake

/// A worker that drafts a mapping hands over a mapping, or is refused.
@Suite struct DraftStreamTests {
  private let stream: WorkerStream

  init() throws {
    stream = try WorkerStream(
      text: "PERSON_ID,CP_PLAN_ID,VISIT_DATE,Notes\nC1,P1,05/03/2026,hidden\n")
  }

  private func own() throws -> [String] {
    try FeedReader(vocabulary: stream.vocabulary, codes: stream.codes, confinement: nil)
      .draft(of: [stream.path])
  }

  @Test("what a sound worker drafts is what this process would draft itself")
  func sound() throws {
    let own = try own()
    #expect(own.contains("      - event: cp_visit"))
    #expect(try stream.answer(to: try stream.draft(), drafts: true).get() == own)
    let reader = try stream.reader("exec cat STREAM", stream: try stream.draft())
    #expect(try reader.draft(of: [stream.path]) == own)
  }

  @Test("a refusal is the one that this process would give")
  func refusal() throws {
    let other = try WorkerStream(text: "PERSON_ID,CP_PLAN_ID\nC1\n")
    let reader = FeedReader(
      vocabulary: other.vocabulary, codes: other.codes, confinement: nil)
    let own = #expect(throws: Fault.self) { try reader.draft(of: [other.path]) }
    let answer = try other.answer(to: try other.draft(), drafts: true)
    let fault = #expect(throws: Fault.self) { try answer.get() }
    #expect(fault == own)
    #expect(fault?.place?.line == 2)
  }

  @Test(
    "lines that are no mapping, or that no terminal should be shown, are refused",
    arguments: [
      [], [""], ["mapping: draft"],
      ["\u{1B}[31m"], ["# a\nb"], ["# \u{202E}"], ["# \u{2028}"], ["# \u{7F}"], ["#\t"],
      ["mapping: twice"], ["lists: {}"],
      ["# " + String(repeating: "x", count: DraftWire.longestLine - 1)],
      Array(repeating: "#", count: MappingDraft.mostLines),
    ])
  func lie(_ lines: [String]) throws {
    // Behind a sound draft, so that nothing else is wrong; alone where it should be a whole one.
    let isWhole = lines == [] || lines == [""] || lines == ["mapping: draft"]
    let said = isWhole ? lines : try own() + lines
    let answer = try stream.answer(to: try stream.draft(saying: said), drafts: true)
    let fault = #expect(throws: Fault.self) { try answer.get() }
    #expect(fault?.rule.contains("handed over something else") ?? false, "\(fault as Any)")
  }

  @Test("the longest line and the most lines are taken")
  func largest() throws {
    var lines = try own()
    lines.append("# " + String(repeating: "x", count: DraftWire.longestLine - 2))
    lines += Array(repeating: "#", count: MappingDraft.mostLines - lines.count)
    let answer = try stream.answer(to: try stream.draft(saying: lines), drafts: true)
    #expect(try answer.get() == lines)
  }

  @Test("a draft of more lines than are taken is refused by who makes it, with what to do")
  func tooLong() throws {
    let open = OpenFiles()
    try open.open(stream.path, index: 0, feed: 0)
    let count = try own().count
    #expect(throws: Never.self) {
      try MappingDraft(of: open.files, vocabulary: stream.vocabulary, mostLines: count)
    }
    let fault = #expect(throws: Fault.self) {
      try MappingDraft(of: open.files, vocabulary: stream.vocabulary, mostLines: count - 1)
    }
    #expect(fault?.code == .inputRefused)
    #expect(fault?.nextStep.contains("fewer") ?? false)
  }

  @Test("a draft left out, twice, behind a feed or where none was asked for is refused")
  func order() throws {
    let other = try WorkerStream()
    let frames = WorkerFrames(try stream.draft()).all
    #expect(frames.map { $0[0] } == [FrameKind.confinement, .draft, .end].map(\.rawValue))
    let feed = WorkerFrames(try other.sound()).all
    var mixed = feed
    mixed.insert(frames[1], at: 1)
    let lies = [
      [frames[0], frames[2]], [frames[0], frames[1], frames[1], frames[2]], feed, mixed,
    ]
    for lie in lies {
      let answer = try stream.answer(to: WorkerFrames.sealed(lie), drafts: true)
      #expect(throws: Fault.self) { try answer.get() }
    }
    #expect(throws: Fault.self) {
      try stream.answer(to: WorkerFrames.sealed(frames), drafts: false).get()
    }
    #expect(throws: Never.self) {
      try stream.answer(to: WorkerFrames.sealed(frames), drafts: true).get()
    }
  }

  @Test("a stream cut short or with one byte changed is refused, wherever it is")
  func changed() throws {
    let sound = try stream.draft()
    for place in sound.indices {
      var bytes = sound
      bytes[place] ^= 0x04
      for lie in [bytes, Array(sound[..<place])] {
        let answer = try stream.answer(to: lie, drafts: true)
        #expect(throws: Fault.self, "byte \(place)") { try answer.get() }
      }
    }
  }

  @Test(
    "a worker that does not do its work is refused in words",
    arguments: [
      ("exit 3", "broke off (code 3)"),
      ("kill -9 $$", "broke off (signal 9)"),
      ("exec sleep 60", "stood still for 2 seconds"),
      ("cat STREAM; exit 1", "broke off (code 1)"),
      ("exec yes", "handed over something else"),
    ])
  func broken(_ script: String, _ words: String) throws {
    let reader = try stream.reader(script, stream: try stream.draft())
    let fault = #expect(throws: Fault.self) { try reader.draft(of: [stream.path]) }
    #expect(fault?.description.contains(words) ?? false, "\(fault as Any)")
    #expect(fault?.description.hasPrefix("night.csv: ") ?? false)
    let several = #expect(throws: Fault.self) {
      try reader.draft(of: [stream.path, stream.path])
    }
    // Files that are drafted from are no feed, and have no name together.
    #expect(
      several?.description.hasPrefix("the process that reads an export keeps") ?? false
        || several?.description.hasPrefix("reading an export ") ?? false)
    #expect(!(several?.description.contains("of the feed") ?? true))
  }
}
