import Foundation
import Testing

/// `xmllint` with the published schema of the interchange format.
enum SchemaCheck {
  /// The schema.
  static let schema = "\(Duly.checkout)/Documentation/interchange.xsd"

  /// Whether a file keeps to the schema, and what is said of it.
  static func run(_ path: String) throws -> (isValid: Bool, said: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(
      separator: ":")
    let xmllint = folders.map { "\($0)/xmllint" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    let tool = try #require(xmllint, "xmllint is missing: run Scripts/setup tests")
    let scratch = try Scratch()
    let err = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("", to: "err")))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["--noout", "--nonet", "--schema", schema, path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = err
    try process.run()
    process.waitUntilExit()
    let said = try scratch.text("err")
    // 3 and 4: the file is not valid; 1: it is no XML; 5 and more: the schema or the tool is at fault.
    try #require([0, 1, 3, 4].contains(process.terminationStatus), "\(said)")
    return (process.terminationStatus == 0, said)
  }
}
