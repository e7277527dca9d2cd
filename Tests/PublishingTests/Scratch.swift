import Faults
import Glibc

@testable import Publishing

/// A folder of a test's own, removed with the test.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/publishing-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(call: .makeFolder, number: errno) }
    path = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    let name = String(
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? "")
    try? Folder(at: "/tmp", as: .open, calls: SystemCalls()).remove(name)
  }

  /// The path of the reports folder, which is not there at first.
  var reports: String { "\(path)/Reports" }
}

/// What stands below a folder: the bytes of each file by its path, and of a link its target's.
func contents(of path: String, under prefix: String = "") throws -> [String: [UInt8]] {
  let folder = try Folder(at: path, as: .open, calls: SystemCalls())
  var found: [String: [UInt8]] = [:]
  for name in try folder.names() {
    switch try folder.kind(of: name) {
    case .folder:
      found.merge(try contents(of: "\(path)/\(name)", under: "\(prefix)\(name)/")) { $1 }
    case .link: found[prefix + name] = Array((try folder.target(ofLink: name) ?? "").utf8)
    default: found[prefix + name] = try folder.file(name).content()
    }
  }
  return found
}

/// The permission bits of a path.
func mode(of path: String) -> mode_t {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
}

/// One small night: heals, publishes the files and rewrites the status.
@discardableResult
func publish(
  _ files: [String: [UInt8]], asOf: String, at path: String, calls: SystemCalls = SystemCalls(),
  becomesLatest: Bool = true
) throws(Fault) -> VerifiedRun {
  let publisher = try Publisher(of: try ReportsFolder.create(at: path, calls: calls))
  try publisher.heal()
  let staged = try publisher.stage()
  for name in files.keys.sorted() { try staged.write(name, files[name] ?? []) }
  let run = try staged.publish(run: "test", asOf: asOf, becomesLatest: becomesLatest)
  try publisher.replaceFile("status.json", with: Array(asOf.utf8))
  return run
}

/// The small run of some night.
func sample(_ night: String) -> [String: [UInt8]] {
  [
    "index.html": Array("<p>\(night)</p>".utf8),
    "board/breaches.csv": Array("\"\(night)\"\r\n".utf8),
    "board/empty.csv": [],
    "team/children/one.html": Array(String(repeating: night, count: 40).utf8),
  ]
}
