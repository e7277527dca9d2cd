import Faults
import Glibc
import YAMLReading

@testable import CaseModel

/// The files of the checkout that tests read.
enum Checkout {
  /// A file of the checkout that cannot be read.
  struct Unreadable: Error {
    let path: String
  }

  /// Duly's own vocabulary.
  static func vocabulary() throws -> Vocabulary {
    let path = "Rules/vocabulary.yaml"
    return try Vocabulary([try YAMLReader.read(try text(path), file: path)])
  }

  /// The text of a file, named from the checkout's root.
  static func text(_ path: String) throws -> String {
    let root = #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(3)
      .map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
    guard let file = fopen(root + "/" + path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
