package import Clocks
import Glibc

/// The files of the checkout that tests read.
package enum Checkout {
  /// A file of the checkout that cannot be read.
  package struct Unreadable: Error {
    let path: String
  }

  /// The root of the checkout, from which its files are named.
  package static let root: String =
    #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(4)
    .map { "/" + String(decoding: $0, as: UTF8.self) }.joined()

  /// The text of a file.
  package static func text(_ path: String) throws -> String {
    guard let file = fopen(root + "/" + path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a file without their line ends.
  package static func lines(_ path: String) throws -> [String] {
    try text(path).utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  /// The bank holidays of England and Wales, from the project's own calendar file; the calendar
  /// itself is not used.
  package static func bankHolidays() throws -> Set<CivilDay> {
    Set(
      try lines("Rules/calendars/england-and-wales.csv").compactMap {
        CivilDay(iso: String(decoding: $0.utf8.prefix(10), as: UTF8.self))
      })
  }
}
