import ArgumentParser
import Faults
import Glibc

/// Ends a command with one line on standard error and the exit code of its fault.
enum CommandFailure {
  /// Runs the work of a command.
  static func reporting(_ work: () throws(Fault) -> Void) throws {
    do throws(Fault) {
      try work()
    } catch {
      say("duly: \(error)")
      throw ArgumentParser.ExitCode(error.code.rawValue)
    }
  }

  /// What to throw to end a command that has said all there is to say.
  static func ending(_ code: Faults.ExitCode) -> ArgumentParser.ExitCode {
    ArgumentParser.ExitCode(code.rawValue)
  }

  /// Writes one line to standard error.
  static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Writes bytes to standard output.
enum StandardOutput {
  /// Writes some lines.
  static func write(lines: [String]) throws(Fault) {
    try write(lines.flatMap { Array("\($0)\n".utf8) })
  }

  /// Writes all of them, in one go where the reader lets it.
  static func write(_ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Fault(
          .inputOutput, "the answer cannot be written (error \(errno))",
          next: "look whether the disk is full, or whoever reads the output has stopped")
      }
      rest = rest.dropFirst(count)
    }
  }
}
