import Glibc
import Testing

/// Reads and writes files beside the tests.
enum TestFiles {
  /// The folder of the package.
  static var package: String {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }

  /// The bytes of a file; nil where there is none.
  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  /// The value of a variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The templates that come with Duly, by path.
  static func templates() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in [
      "index.html", "board/breach-report.html", "board/breaches.yaml", "team/worklist.html",
      "team/data-quality.html", "team/breaches.yaml", "team/due-soon.yaml", "shared/head.html",
      "shared/banner.html", "shared/foot.html", "shared/style.css",
    ] {
      let bytes: [UInt8] = try #require(contents(of: "\(package)/Templates/\(path)"))
      files[path] = bytes
    }
    return files
  }
}
