import Glibc
import Testing

@testable import CSVReading

@Suite struct DescriptorTests {
  @Test("a file on disk is read, and each of its bytes is shown once, in order")
  func file() throws {
    let text = "id,note\n" + (0..<40_000).map { "\($0),\"some \"\"text\"\"\"\r\n" }.joined()
    let bytes = Array(text.utf8)
    let file = try #require(tmpfile())
    defer { fclose(file) }
    let descriptor = fileno(file)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    #expect(lseek(descriptor, 0, SEEK_SET) == 0)

    var seen: [UInt8] = []
    var sum = 0
    var reader = CSVReader(descriptor: descriptor, dialect: CSVDialect()) { block in
      block.withUnsafeBytes { seen.append(contentsOf: $0) }
    }
    while try reader.next() {
      sum += reader.withField(1) { value in value.count }
      #expect(reader.line == reader.recordCount)
    }
    #expect(seen == bytes)
    #expect(reader.bytesRead == bytes.count)
    #expect(reader.recordCount == 40_001)
    #expect(sum == 40_000 * 11)
  }

  @Test("a folder and a closed descriptor are refused with the system's error")
  func unreadable() {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    for (descriptor, code) in [(folder, EISDIR), (-1, EBADF)] {
      var reader = CSVReader(descriptor: descriptor, dialect: CSVDialect())
      #expect(throws: CSVReadingError(.inputOutput(errno: code))) { try reader.next() }
    }
  }
}
