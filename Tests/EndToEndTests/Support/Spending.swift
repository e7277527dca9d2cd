import Foundation
import Testing

/// What one run of the executable came to and how much memory it took at its peak.
///
/// Python stands between, for a child that is started from here begins with the peak of the tests.
struct Spending {
  let code: Int32
  let err: String
  /// The largest resident size, in bytes.
  let peak: Int

  private static let program = """
    import resource, subprocess, sys
    done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    sys.stderr.buffer.write(done.stderr)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    sys.exit(done.returncode if done.returncode >= 0 else 128 - done.returncode)
    """

  /// Runs the executable to its end and asks the system what it took.
  init(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program, Duly.executable] + arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    err = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
    try #require(code != 127, "python3 is missing: run Scripts/setup tests")
    peak = try #require(Int(printed.prefix { $0 != "\n" }), "\(err)") << 10
  }
}
