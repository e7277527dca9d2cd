import Glibc
import Testing

/// A folder of a test's own, removed with the test.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/history-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Where the store lies.
  var store: String { "\(path)/history.sqlite" }

  /// What lies in the folder.
  var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// The bytes of a file; none where there is no such file.
func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: block[..<count])
  }
}

/// Puts bytes into a file, at a place of it or in place of all of it.
func write(_ bytes: [UInt8], to path: String, at place: Int? = nil) throws {
  let file = try #require(fopen(path, place == nil ? "w" : "r+"))
  defer { fclose(file) }
  if let place { fseek(file, place, SEEK_SET) }
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

/// Whether a text stands anywhere in bytes.
func contains(_ bytes: [UInt8], _ text: String) -> Bool {
  let wanted = Array(text.utf8)
  return bytes.withUnsafeBytes { bytes in
    guard var start = bytes.baseAddress else { return false }
    let end = start + bytes.count
    while let next = memchr(start, Int32(wanted[0]), end - start) {
      start = UnsafeRawPointer(next)
      guard end - start >= wanted.count else { return false }
      if memcmp(start, wanted, wanted.count) == 0 { return true }
      start += 1
    }
    return false
  }
}

/// The permission bits of a path.
func mode(of path: String) -> mode_t {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
}
