import Glibc
import Testing

@testable import CSVReading

/// One file of `Tests/Corpus/csv` and what its index says that a reader must answer.
///
/// The answers stand in `Tests/Corpus/csv_*.py`, written by hand from the specifications.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  /// Where a read went wrong, or nothing where it is the file's own business.
  struct Spot: Hashable {
    let line: Int?
    let column: Int?
  }

  let name: String
  let crc32: String
  let dialect: CSVDialect
  let isRead: Bool
  /// The kinds of refusal that a sound reader may choose from.
  let kinds: Set<Substring>
  let spot: Spot
  let rows: Int?
  let columns: Int?
  let text: String

  var testDescription: String { name }

  private init(_ fields: [Substring]) {
    name = String(fields[0])
    crc32 = String(fields[1])
    let delimiters: [Substring: CSVDialect.Delimiter] = [
      "comma": .comma, "semicolon": .semicolon, "tab": .tab, "pipe": .pipe,
    ]
    dialect = CSVDialect(
      delimiter: delimiters[fields[2]] ?? .comma,
      encoding: CSVEncoding(rawValue: String(fields[3])) ?? .utf8)
    isRead = fields[4] == "read"
    kinds = Set(fields[5].split(separator: "/"))
    spot = Spot(line: Int(fields[6]), column: Int(fields[7]))
    rows = Int(fields[8])
    columns = Int(fields[9])
    text = String(fields[10])
  }

  /// The folder of the files, below the package's own.
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Corpus/csv/"
  }()

  /// All files that the index names.
  static let all: [CorpusFile] = {
    guard let bytes = try? read("expected.csv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      CorpusFile($0.split(separator: ",", omittingEmptySubsequences: false))
    }
  }()

  struct Unreadable: Error {
    let name: String
  }

  /// The bytes of a file of the folder.
  static func read(_ name: String) throws -> [UInt8] {
    guard let file = fopen(folder + name, "r") else { throw Unreadable(name: name) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
    return bytes
  }

  /// The bytes of the file, if they are those that the index was written for.
  func bytes() throws -> [UInt8] {
    let bytes = try Self.read(name)
    guard Self.crc32(of: bytes) == UInt32(crc32, radix: 16) else { throw Unreadable(name: name) }
    return bytes
  }

  /// The checksum of gzip and zip, a bit at a time.
  private static func crc32(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }

  /// A text as the index writes it: printable ASCII as it is, but for comma, quote and backslash.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = (0x20...0x7E).contains(scalar.value) && !",\"\\".unicodeScalars.contains(scalar)
      return isPlain
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }.joined()
  }
}
