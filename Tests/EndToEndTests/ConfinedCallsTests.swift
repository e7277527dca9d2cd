import Foundation
import Testing

/// What the process that reads exports asks the system for once it is confined, seen by strace.
@Suite(.enabled(if: WorkerTrace.isPossible, "strace is not installed or may not trace here"))
struct ConfinedCallsTests {
  /// The exports of one road each: XML, interchange CSV, and lists through a mapping.
  static let exports: [ExportRoad] = [.census, .interchange, .dataset]

  @Test(
    "behind its confinement a worker opens nothing, connects to nothing and starts nothing",
    arguments: exports)
  func nothingBehindConfinement(_ road: ExportRoad) throws {
    let scratch = try Scratch()
    let trace = try WorkerTrace(
      ["judge"] + (try road.exports), keptIn: try scratch.makeFolder("trace"))
    #expect(trace.code == 0, "\(trace.said)")
    #expect(
      trace.said.contains(/worker: [5-9] doors tried and found shut, then \d+ writes and 0 other/),
      "\(trace.said)")
  }

  @Test(
    "the look at a trace finds a file, a connection and a program behind the probe",
    arguments: [
      #"openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = -1 EPERM (Operation not permitted)"#,
      #"socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = -1 EPERM (Operation not permitted)"#,
      #"connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0"#,
      #"execve("/bin/sh", ["sh"], 0x7ffd0 /* 0 vars */) = -1 EPERM (Operation not permitted)"#,
    ])
  func found(_ call: String) throws {
    let scratch = try Scratch()
    let folder = try scratch.makeFolder("trace")
    _ = try WorkerTrace(["judge", scratch.write(SmallCensus.text, to: "a.xml")], keptIn: folder)
    let calls = try scratch.files(below: "trace").mapValues { String(decoding: $0, as: UTF8.self) }
    let worker = try #require(calls.first { $0.value.contains("PR_SET_SECCOMP") })
    try scratch.write(worker.value + call + "\n", to: "trace/\(worker.key)")
    let trace = try WorkerTrace(keptIn: folder)
    #expect(trace.code == 1)
    #expect(trace.said.contains("behind the probe: \(call)"), "\(trace.said)")
  }

  @Test("a run in which nobody gave anything up is told from one in which somebody did")
  func nobodyConfined() throws {
    let scratch = try Scratch()
    let trace = try WorkerTrace(["--version"], keptIn: try scratch.makeFolder("trace"))
    #expect(trace.code == 1)
    #expect(trace.said.contains("no process gave anything up"))
  }
}
