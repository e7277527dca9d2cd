import Foundation
import Testing

/// The corpus of hostile and odd files, given to the executable in place of an export.
///
/// Every fifth file is taken; `CORPUS=all` in the environment takes them all.
@Suite struct CorpusTests {
  /// One line of an index.
  struct Entry: Sendable, CustomTestStringConvertible {
    let kind: String
    let name: String
    let isRead: Bool
    let isPlain: Bool
    let line: String

    var testDescription: String { "\(kind)/\(name)" }
    var path: String { "\(CorpusTests.folder)/\(kind)/\(name)" }
  }

  static let folder = "\(Duly.checkout)/Tests/Corpus"
  static let xml = entries("xml")
  static let csv = entries("csv")

  private static func entries(_ kind: String) -> [Entry] {
    guard let text = try? Scratch.read("\(folder)/\(kind)/expected.csv") else { return [] }
    return CSVTable(text).rows.map { row in
      Entry(
        kind: kind, name: row["file"] ?? "", isRead: row["answer"] == "read",
        isPlain: row["delimiter"] == "comma" && row["encoding"] == "UTF-8",
        line: row["line"] ?? "")
    }
  }

  static func sample(_ entries: [Entry]) -> [Entry] {
    if ProcessInfo.processInfo.environment["CORPUS"] == "all" { return entries }
    return entries.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
  }

  @Test("the index of a folder names every file and no other", arguments: ["xml", "csv"])
  func index(_ kind: String) throws {
    let names = CorpusTests.entries(kind).map(\.name)
    #expect(names.count >= 150)
    let found = try FileManager.default.contentsOfDirectory(atPath: "\(CorpusTests.folder)/\(kind)")
    #expect(found.filter { $0 != "expected.csv" }.sorted() == names.sorted())
    for name in found where name != "expected.csv" {
      let path = "\(CorpusTests.folder)/\(kind)/\(name)"
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      #expect((size ?? 4096) < 4096, "\(name)")
    }
  }

  @Test("the files of the corpus are those that make.py writes")
  func made() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(CorpusTests.folder)/make.py", "--check"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let reason =
      process.terminationStatus == 127
      ? "python3 is missing: run Scripts/setup tests" : said
    #expect(process.terminationStatus == 0, "\(reason)")
  }

  @Test("duly judge answers an XML file of the corpus as the index says", arguments: sample(xml))
  func judgeXML(_ entry: Entry) throws {
    let answer = try Duly.run("judge", entry.path)
    expectSober(answer)
    guard !entry.isRead else { return }
    let place = entry.line.isEmpty ? entry.name : "\(entry.name):\(entry.line)"
    expectRefused(answer, code: 65, naming: [place])
  }

  @Test("duly judge answers a CSV file of the corpus as the index says", arguments: sample(csv))
  func judgeCSV(_ entry: Entry) throws {
    let scratch = try Scratch()
    let mapping = try scratch.write(
      """
      mapping: corpus
      title: The columns of the corpus

      child: child_id
      as of: always 2026-03-31
      authority: always 999
      dates: [yyyy-mm-dd]

      lists:
        corpus:
          file: "*.csv*"
          processes:
            cp_plan: child_id
          events:
            - event: cp_visit
              in: cp_plan
              at: day
              if empty: date missing
              precision: day

      """, to: "corpus.yaml")
    let answer = try Duly.run("judge", entry.path, "--mapping", mapping)
    expectSober(answer)
    #expect(answer.code != 78, "\(answer.err)")
    guard entry.isPlain, !entry.isRead else { return }
    expectRefused(answer, code: 65, naming: [entry.name])
  }

  /// Expects one short line of words and no other end than that of a program in order.
  private func expectSober(_ answer: Duly.Answer) {
    #expect(answer.code == 0 || answer.code == 65, "\(answer.err)")
    #expect(answer.err.utf8.count <= 2000)
    #expect(answer.err.utf8.split(separator: 0x0A).count <= 1, "\(answer.err)")
    #expect(answer.err.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
  }
}
