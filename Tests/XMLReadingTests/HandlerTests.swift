import Testing

@testable import XMLReading

@Suite struct HandlerTests {
  /// Sums the lengths of the texts; owns something, so that it cannot be copied.
  struct Sum: XMLHandler, ~Copyable {
    var bytes = 0

    mutating func end(_ name: XMLName, text: Span<UInt8>, at place: XMLPlace) {
      bytes += text.count
    }
  }

  @Test(
    "a handler stops the read with its own error",
    arguments: [("b", 2), ("c", 0), ("stop", 3)])
  func stops(_ unwanted: String, _ line: Int32) {
    var recorder = Recorder(unwanted: unwanted)
    #expect(throws: XMLReadingFailure.stopped(Recorder.Unwanted(line: line))) {
      try XMLReader(names: []).read(
        bytes: Array("<a>\n<b c='1'/>\n<d>stop</d><broken".utf8), into: &recorder)
    }
  }

  @Test("the handler's error wins over the damage behind it")
  func stopsFirst() {
    var recorder = Recorder(unwanted: "a")
    #expect(throws: XMLReadingFailure.stopped(Recorder.Unwanted(line: 1))) {
      try XMLReader(names: []).read(bytes: Array("<a><b></a>".utf8), into: &recorder)
    }
    #expect(recorder.events.isEmpty)
  }

  @Test("nothing is delivered after a fault of namespaces, which libxml2 reads on after")
  func silence() {
    var recorder = Recorder()
    #expect(throws: XMLReadingFailure<Recorder.Unwanted>.self) {
      try XMLReader(names: []).read(
        bytes: Array("<a><b/><x:c>1</x:c><d>2</d></a>".utf8), into: &recorder)
    }
    #expect(recorder.events.count == 3)
  }

  @Test("a handler need not be copyable")
  func owned() throws {
    var sum = Sum()
    _ = try XMLReader(names: []).read(bytes: Array("<a><b>12</b><b>345</b></a>".utf8), into: &sum)
    #expect(sum.bytes == 5)
  }

  @Test("several threads read at once")
  func threads() async {
    let document = Array(
      "<r>\(String(repeating: "<Date>2026-04-01</Date>\n", count: 3000))</r>".utf8)
    let reader = XMLReader(names: ["Date"])
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var sum = Sum()
          _ = try? reader.read(bytes: document, into: &sum)
          return sum.bytes
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: 30_000, count: 8))
  }
}
