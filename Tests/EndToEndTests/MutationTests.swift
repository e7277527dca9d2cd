import Foundation
import Testing

/// A few runs of `make mutate`, so that it keeps working.
@Suite struct MutationTests {
  /// A copy of the smallest lists of the local export, and a census.
  private static func exports() throws -> Scratch {
    let scratch = try Scratch()
    for list in ["hospital", "police-protection"] {
      let name = "lcs-\(list)-2026-03-31.csv"
      try scratch.copy("\(Duly.checkout)/SampleExports/lcs/\(name)", to: "exports/\(name)")
    }
    try scratch.write(SmallCensus.text, to: "exports/small.xml")
    return scratch
  }

  private func mutate(_ program: String, _ scratch: Scratch) throws -> (code: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(Duly.checkout)/Tests/Corpus/mutate.py", "--duly", program, "--data",
      Duly.checkout, "--changes", "45", scratch.path("exports"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus != 127, "python3 is missing: run Scripts/setup tests")
    return (process.terminationStatus, said)
  }

  @Test("exports with one byte changed are refused or accounted for")
  func changes() throws {
    let answer = try mutate(Duly.executable, try Self.exports())
    #expect(answer.code == 0, "\(answer.said)")
    #expect(answer.said.contains("45 changes: "))
    #expect(answer.said.contains("read and counted"))
  }

  @Test(
    "a program that crashes, says too much or loses rows is found out",
    arguments: [
      ("kill -SEGV $$", "crash"), ("echo id C000001 >&2; exit 65", "message"),
      ("echo a >&2; echo b >&2; exit 65", "message"), ("exit 65", "message"),
      ("exit 70", "crash"),
      // The sound file, which lies elsewhere, is read; of a changed one nothing is.
      (
        "case $2 in *duly-mutate*) echo child ;; *) printf 'child\\nA\\nB\\nC\\n' ;; esac", "loss"
      ),
    ])
  func faults(_ script: String, _ kind: String) throws {
    let scratch = try Self.exports()
    let program = try scratch.write("#!/bin/sh\n\(script)\n", to: "duly")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let answer = try mutate(program, scratch)
    #expect(answer.code == 1, "\(answer.said)")
    #expect(answer.said.contains(": \(kind): "), "\(answer.said)")
  }
}
