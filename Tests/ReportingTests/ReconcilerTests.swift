import Faults
import Testing

@testable import Reporting

@Suite("Reconciling")
struct ReconcilerTests {
  private static let night = SampleNight.night()

  private static func files() throws -> (TemplateSet, [ReportFile]) {
    let templates = try TemplateSet(files: TestFiles.templates())
    let writer = ReportWriter(templates: templates, pseudonyms: .demonstration)
    return (templates, try writer.files(for: night))
  }

  /// The bytes with the first occurrence of a text replaced.
  private static func replacing(
    _ text: String, with other: String, in bytes: [UInt8]
  ) -> [UInt8]? {
    let wanted = Array(text.utf8)
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      return Array(bytes[..<start]) + Array(other.utf8) + Array(bytes[(start + wanted.count)...])
    }
    return nil
  }

  @Test(
    "A difference that somebody planted is found, and the file is named",
    arguments: [
      ("board/breach-report.html", " data-met=\"2\"", " data-met=\"3\""),
      ("board/breach-report.html", " data-overdue=\"1\"", " data-overdue=\"\""),
      ("board/breach-report.html", "<tr data-rule=\"england/icpc\"", "<tr"),
      ("board/breaches.csv", "\"overdue\"", "\"met late\""),
      ("board/breaches.csv", "\r\n\"", "\n\""),
      ("board/measures.csv", "\"all\",\"2\"", "\"all\",\"1\""),
      ("board/measures.csv", "\"2026-03\"", "\"all\""),
      ("board/results.json", "\"overdue\":1", "\"overdue\":2"),
      ("board/results.json", "\"not met\",[]", "\"met\",[]"),
      ("board/results.json", "]]}", "]]"),
      ("team/results.json", "\"england/icpc\",\"statutory", "\"england/assessment\",\"statutory"),
      ("team/worklist.html", " data-today=\"1\"", " data-today=\"0\""),
      ("team/data-quality.html", " data-count=\"7\"", " data-count=\"8\""),
      ("team/data-quality.csv", "\r\n", "\r\n\"x\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"),
      ("team/due-soon.csv", "\"next_step\"\r\n", "\"next_step\""),
      ("run.json", "\"met\":2", "\"met\":1"),
      ("run.json", "\"faults\":10", "\"faults\":11"),
    ])
  func planted(path: String, text: String, other: String) throws {
    let (templates, whole) = try ReconcilerTests.files()
    let reconciler = Reconciler(night: ReconcilerTests.night, tables: templates.tables)
    try reconciler.check(whole)
    var files = whole
    let index = try #require(files.firstIndex { $0.path == path })
    files[index].bytes = try #require(
      ReconcilerTests.replacing(text, with: other, in: files[index].bytes), "\(path): \(text)")
    let fault = #expect(throws: Fault.self) { try reconciler.check(files) }
    #expect(fault?.code == .ownFault)
    #expect(fault?.place?.file == path)
  }

  @Test(
    "A file that ends too soon is found, and is named",
    arguments: [
      "board/results.json", "board/breaches.csv", "board/measures.csv", "team/due-soon.csv",
      "team/data-quality.csv", "run.json",
    ])
  func cutOff(path: String) throws {
    let (templates, whole) = try ReconcilerTests.files()
    let reconciler = Reconciler(night: ReconcilerTests.night, tables: templates.tables)
    let index = try #require(whole.firstIndex { $0.path == path })
    // A line end behind the last value of JSON is none of it.
    for count in 2...4 {
      var files = whole
      files[index].bytes.removeLast(count)
      let fault = #expect(throws: Fault.self, "\(count) bytes") { try reconciler.check(files) }
      #expect(fault?.code == .ownFault)
      #expect(fault?.place?.file == path)
    }
  }

  @Test("A file that nobody knows is refused")
  func unknown() throws {
    let (templates, files) = try ReconcilerTests.files()
    let reconciler = Reconciler(night: ReconcilerTests.night, tables: templates.tables)
    let extra = files + [ReportFile(path: "team/extra.csv", bytes: [])]
    #expect(throws: Fault.self) { try reconciler.check(extra) }
  }
}
