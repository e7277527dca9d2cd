import Foundation
import Glibc
import Testing

/// The built executable, run as a child process as a shell or cron would.
struct Duly {
  /// What one run of it came to.
  struct Answer {
    let code: Int32
    let out: String
    let err: String

    /// The lines of standard output.
    var lines: [String] {
      out.utf8.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The current folder of the child.
  var folder = "/"
  /// Its whole environment.
  var environment = ["PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8"]

  /// The executable: beside the running tests, else in the debug folder of the checkout.
  static let executable: String = {
    let running = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = (((running ?? "") as NSString).deletingLastPathComponent as NSString)
      .appendingPathComponent("duly")
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return "\(checkout)/.build/debug/duly"
  }()

  /// The folder of the package.
  static let checkout: String = {
    var folder = #filePath as NSString
    for _ in 0..<4 { folder = folder.deletingLastPathComponent as NSString }
    return folder as String
  }()

  /// Runs it to its end.
  func run(_ arguments: [String]) throws -> Answer {
    try run(Duly.executable, arguments)
  }

  /// Runs a script of the shell that gets the executable as its first argument.
  func run(script: String) throws -> Answer { try run("/bin/sh", [script, Duly.executable]) }

  private func run(_ executable: String, _ arguments: [String]) throws -> Answer {
    let scratch = try Scratch()
    let out = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("", to: "out")))
    let err = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("", to: "err")))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = out
    process.standardError = err
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return Answer(
      code: process.terminationStatus, out: try scratch.text("out"), err: try scratch.text("err"))
  }

  /// Runs it from the root folder with a plain environment.
  static func run(_ arguments: String...) throws -> Answer { try Duly().run(arguments) }
}
