import Glibc
import Testing

/// The claim that CSV and JSON have one writer, held against the source of the other modules.
@Suite("One writer")
struct OneWriterTests {
  /// Modules that may write a quote of their own: readers of formats, and the exports that
  /// `duly demo` makes up.
  private static let exempt = [
    "Output", "Synthesis", "CSVReading", "XMLReading", "YAMLReading", "WorkbookReading",
  ]

  /// What a line holds that puts CSV or JSON together by hand; nil for nothing.
  private static func fault(of line: String) -> String? {
    let bytes = Array(line.utf8)
    let signs = [
      "\\\\u00", "append(UInt8(ascii: \"\\\"\"))", "append(0x22)", "append(0x5C)",
      "separator: \",\")", "\\\"\\\"\\\"",
    ]
    if let sign = signs.first(where: { contains(bytes, Array($0.utf8)) }) { return sign }
    // A key of JSON: a quote, a word, a quote and a colon.
    let quote = Array("\\\"".utf8)
    for start in bytes.indices where bytes[start...].starts(with: quote) {
      let rest = bytes[(start + 2)...]
      let word = rest.prefix { (0x61...0x7A).contains($0) || $0 == 0x5F }
      guard !word.isEmpty, rest.dropFirst(word.count).starts(with: quote + [0x3A]) else { continue }
      return "a key of JSON"
    }
    return nil
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  @Test("no module but Output puts CSV or JSON together")
  func scan() throws {
    let root = #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(3)
      .map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
    var folders = Self.names(root + "/Sources").filter { !Self.exempt.contains($0) }
      .map { root + "/Sources/" + $0 }
    var read = 0
    while let folder = folders.popLast() {
      for name in Self.names(folder) {
        let path = folder + "/" + name
        guard path.utf8.reversed().starts(with: ".swift".utf8.reversed()) else {
          folders.append(path)
          continue
        }
        read += 1
        let lines = try Self.text(path).split(separator: UInt8(ascii: "\n"))
        for (index, line) in lines.enumerated() {
          let fault = Self.fault(of: String(decoding: line, as: UTF8.self))
          #expect(fault == nil, "\(path), line \(index + 1)")
        }
      }
    }
    #expect(read > 100)
  }

  @Test(
    "what is put together by hand is found",
    arguments: [
      #"  bytes += "\\u00".utf8"#, #"  bytes.append(UInt8(ascii: "\""))"#, "  row.append(0x22)",
      #"  "{\"run\": \(run)}""#, #"  texts.joined(separator: ",")"#, #"  "\"\(text)\"\"\"""#,
    ])
  func found(line: String) {
    #expect(Self.fault(of: line) != nil)
  }

  private static func names(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.utf8.starts(with: [UInt8(ascii: ".")]) { names.append(name) }
    }
    return names
  }

  private struct Unreadable: Error {
    let path: String
  }

  private static func text(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
