import Foundation
import Testing

/// Lines of the shell, for what depends on how it opens the executable's output.
enum Shell {
  /// Runs a line to its end; `$DULY` is the executable.
  static func run(_ line: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.environment = Duly().environment.merging(["DULY": Duly.executable]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
  }
}
