import Faults
import Glibc
import Testing

@testable import Publishing

@Suite struct VerifyingTests {
  private func verify(_ scratch: Scratch, _ name: String = "2026-03-31") throws -> VerifiedRun {
    try ReportsFolder(at: scratch.reports).verify(try #require(RunName(name)))
  }

  private func overwrite(_ path: String, with bytes: [UInt8]) throws {
    let stream = try #require(fopen(path, "w"))
    #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
    fclose(stream)
  }

  @Test("any flipped bit of any file is reported, and the file named")
  func bitFlips() throws {
    let scratch = try Scratch()
    let run = try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    var random = SplitMix(seed: 31)
    let folder = "\(scratch.reports)/runs/2026-03-31"
    for (name, bytes) in try contents(of: folder) where !bytes.isEmpty {
      for _ in 0..<24 {
        var flipped = bytes
        flipped[Int.random(in: bytes.indices, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        try overwrite("\(folder)/\(name)", with: flipped)
        #expect {
          _ = try verify(scratch)
        } throws: { error in
          let fault = error as? Fault
          return fault?.code == .inputOutput && fault?.place?.file == "\(folder)/\(name)"
        }
      }
      try overwrite("\(folder)/\(name)", with: bytes)
    }
    #expect(try verify(scratch) == run)
  }

  @Test("any byte cut off any file is reported")
  func cutOff() throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    let folder = "\(scratch.reports)/runs/2026-03-31"
    for (name, bytes) in try contents(of: folder) {
      for length in 0..<bytes.count {
        try overwrite("\(folder)/\(name)", with: Array(bytes[..<length]))
        #expect(throws: Fault.self) { _ = try verify(scratch) }
      }
      try overwrite("\(folder)/\(name)", with: bytes)
    }
    _ = try verify(scratch)
  }

  @Test(
    "a file too many, too few, moved or of another kind is reported",
    arguments: [
      "echo x > extra", "echo x > board/extra", "echo x > board/MANIFEST", "mkdir empty",
      "rm index.html", "rm -r team", "rm MANIFEST", "mv index.html board/index.html",
      "ln -s index.html link", "mv index.html ../x && ln -s ../x index.html", "mkfifo pipe",
      "echo x > .hidden", "rm board/empty.csv && mkdir board/empty.csv",
      "rm MANIFEST && mkdir MANIFEST", "echo >> MANIFEST",
    ])
  func tampered(_ command: String) throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    #expect(system("cd '\(scratch.reports)/runs/2026-03-31' && \(command)") == 0)
    #expect {
      _ = try verify(scratch)
    } throws: { error in
      (error as? Fault)?.code == .inputOutput
    }
  }

  @Test("an old run under a new name is reported; one that is not there is missing")
  func renamed() throws {
    let scratch = try Scratch()
    try publish(sample("x"), asOf: "2026-03-31", at: scratch.reports)
    let runs = "\(scratch.reports)/runs"
    #expect(rename("\(runs)/2026-03-31", "\(runs)/2026-04-01") == 0)
    #expect(throws: Fault.self) { _ = try verify(scratch, "2026-04-01") }
    #expect {
      _ = try verify(scratch)
    } throws: { error in
      (error as? Fault)?.code == .inputMissing
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
