import Glibc
import Testing

@testable import XMLReading

@Suite struct DescriptorTests {
  static let document = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>\r
    <Message a="é"><!-- c --><Child><Date>2026-04-01</Date>stray\r
    <Note><![CDATA[x]]>y&amp;é</Note><?go on?></Child>\r
    <Child/></Message>\r

    """.utf8)

  /// Calls a body with a descriptor of an unnamed file that holds the bytes.
  func withFile<R>(_ bytes: [UInt8], _ body: (Int32) throws -> R) throws -> R {
    let file = try #require(tmpfile())
    defer { fclose(file) }
    let descriptor = fileno(file)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    #expect(lseek(descriptor, 0, SEEK_SET) == 0)
    return try body(descriptor)
  }

  @Test("every size of blocks gives the same deliveries", arguments: 1...64)
  func blocks(_ size: Int) throws {
    let whole = try outcome(Self.document).get()
    #expect(whole.count == 11)
    #expect(try outcome(Self.document, block: size).get() == whole)
    try withFile(Self.document) { descriptor in
      var reader = XMLReader(names: ["Message", "Child", "Date"])
      reader.blockBytes = size
      var recorder = Recorder()
      _ = try reader.read(descriptor: descriptor, into: &recorder)
      #expect(recorder.events == whole)
    }
  }

  @Test(
    "whoever hashes the file sees each byte once, in order", arguments: [1, 100, 5000, 1 << 18])
  func hook(_ size: Int) throws {
    let tail = String(repeating: "\n", count: 20_000)
    let document = Self.document + Array(tail.utf8)
    try withFile(document) { descriptor in
      var reader = XMLReader(names: [])
      reader.blockBytes = size
      var recorder = Recorder()
      var seen: [UInt8] = []
      let summary = try reader.read(descriptor: descriptor, into: &recorder) { block in
        block.withUnsafeBytes { seen.append(contentsOf: $0) }
      }
      #expect(seen == document)
      #expect(summary.bytes == document.count)
      #expect(summary.elements == 5)
    }
  }

  @Test("reads a pipe that is filled in pieces")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(Glibc.pipe(&ends) == 0)
    #expect(write(ends[1], Self.document, Self.document.count) == Self.document.count)
    close(ends[1])
    defer { close(ends[0]) }
    var recorder = Recorder()
    _ = try XMLReader(names: []).read(descriptor: ends[0], into: &recorder)
    #expect(recorder.texts == ["2026-04-01", "xy&é"])
  }

  @Test("a folder and a closed descriptor are refused with the system's error")
  func unreadable() {
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    for (descriptor, code) in [(folder, EISDIR), (-1, EBADF)] {
      var recorder = Recorder()
      #expect(
        throws: XMLReadingFailure<Recorder.Unwanted>.refused(
          XMLReadingError(.inputOutput(errno: code)))
      ) {
        try XMLReader(names: []).read(descriptor: descriptor, into: &recorder)
      }
    }
  }
}
