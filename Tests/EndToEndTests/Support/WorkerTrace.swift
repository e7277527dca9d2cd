import Foundation
import Testing

/// `Scripts/trace-worker`, which looks at what a worker asks the system for.
struct WorkerTrace {
  /// What it ended with.
  let code: Int32
  /// What it printed.
  let said: String

  /// Whether strace is there and may trace, and the executable is as it is built for use: what a
  /// sanitizer links in asks for more than Duly does.
  static let isPossible: Bool = {
    guard dlsym(nil, "__asan_init") == nil, dlsym(nil, "__tsan_init") == nil else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["strace", "-o", "/dev/null", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs the executable under it, and keeps the trace in a folder.
  init(_ arguments: [String], keptIn folder: String) throws {
    try self.init([Duly.executable] + arguments, ["TRACE": folder])
  }

  /// Looks at a trace that was kept.
  init(keptIn folder: String) throws {
    try self.init(["--look", folder], [:])
  }

  private init(_ arguments: [String], _ more: [String: String]) throws {
    let scratch = try Scratch()
    let out = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("", to: "out")))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "\(Duly.checkout)/Scripts/trace-worker")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    process.standardError = out
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    said = try scratch.text("out")
  }
}
