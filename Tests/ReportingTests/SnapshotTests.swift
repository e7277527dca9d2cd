import Testing

@testable import Reporting

/// Whole files of a small night, held against the ones that were looked at and kept.
///
/// `RECORD=1 swift test --filter ReportingTests.SnapshotTests` writes them anew.
@Suite("Snapshots")
struct SnapshotTests {
  @Test(arguments: [
    "board/breach-report.html", "board/breaches.csv", "board/measures.csv",
    "board/published-measures.csv", "board/results.json",
    "index.html", "run.json", "team/worklist.html", "team/breaches.csv", "team/due-soon.csv",
    "team/data-quality.html", "team/data-quality.csv",
  ])
  func file(path: String) throws {
    let writer = ReportWriter(
      templates: try TemplateSet(files: TestFiles.templates()), pseudonyms: .demonstration)
    let files = try writer.files(for: SampleNight.night(checks: 14))
    let bytes = try #require(files.first { $0.path == path }).bytes
    let name = path.split(separator: "/").joined(separator: "-")
    let snapshot = "\(TestFiles.package)/Tests/ReportingTests/Snapshots/\(name)"
    if TestFiles.variable("RECORD") == "1" {
      try TestFiles.write(bytes, to: snapshot)
    } else {
      #expect(TestFiles.contents(of: snapshot) == bytes, "look at the change, then record it")
    }
  }
}
