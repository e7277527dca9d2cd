import CaseModel
import Clocks
import Faults
import RuleBook
import Testing

@testable import Reporting

@Suite("Run folders")
struct ReportWriterTests {
  private static func files(
    _ night: NightResult, _ pseudonyms: Pseudonyms = .demonstration
  ) throws -> [String: [UInt8]] {
    let writer = ReportWriter(
      templates: try TemplateSet(files: TestFiles.templates()), pseudonyms: pseudonyms)
    let files = try writer.files(for: night)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  private static func text(_ bytes: [UInt8]?) -> String {
    String(decoding: bytes ?? [], as: UTF8.self)
  }

  @Test("A run folder has these files, and the same night gives the same bytes")
  func whole() throws {
    let night = SampleNight.night()
    let files = try ReportWriterTests.files(night)
    #expect(
      files.keys.sorted() == [
        "board/breach-report.html", "board/breaches.csv", "board/measures.csv",
        "board/published-measures.csv",
        "board/results.json", "index.html", "run.json", "team/breaches.csv",
        "team/data-quality.csv", "team/data-quality.html", "team/due-soon.csv",
        "team/results.json", "team/worklist.html",
      ])
    #expect(try ReportWriterTests.files(night) == files)
  }

  @Test("Nothing that names a child or a place reaches the board")
  func canary() throws {
    var night = SampleNight.night()
    for place in night.checks.indices {
      night.checks[place].child = "CANARY-CHILD-\(place)"
      night.checks[place].team = "CANARY-TEAM"
      night.checks[place].worker = "CANARY-WORKER"
      night.checks[place].file = "CANARY-FILE.csv"
      night.checks[place].line = 777_777
      night.checks[place].key = "CANARY-KEY"
      night.checks[place].nextStep = "CANARY-STEP"
    }
    night.cleared[0].child = "CANARY-CLEARED"
    for place in night.faults.indices {
      night.faults[place].file = "CANARY-FAULT.csv"
      night.faults[place].line = 777_777
      night.faults[place].otherPlace = "CANARY-OTHER:777777"
    }
    for place in night.feeds.indices {
      night.feeds[place].files = [FileTable.Entry(name: "CANARY-FEED.csv")]
    }
    let files = try ReportWriterTests.files(night)
    for (path, bytes) in files where path.hasPrefix("board/") || path == "index.html" {
      let text = ReportWriterTests.text(bytes)
      #expect(!text.contains("CANARY"), "\(path)")
      #expect(!text.contains("777777") && !text.contains("777,777"), "\(path)")
    }
    #expect(!ReportWriterTests.text(files["run.json"]).contains("CANARY-CHILD"))
    let worklist = ReportWriterTests.text(files["team/worklist.html"])
    #expect(worklist.contains("CANARY-CHILD") && worklist.contains("CANARY-WORKER"))
    let quality = ReportWriterTests.text(files["team/data-quality.html"])
    #expect(quality.contains("CANARY-FAULT.csv") && quality.contains("CANARY-FEED.csv"))
    let pseudonym = Pseudonyms.demonstration.pseudonym(of: "CANARY-CHILD-1", authority: "999")
    #expect(ReportWriterTests.text(files["board/results.json"]).contains(pseudonym))
  }

  @Test(
    "Hostile values stay text on every page",
    arguments: [
      "<script>alert(1)</script>", "\"\u{301} onmouseover=\"x", "'><img src=x onerror=x>",
      "</td></table></main>", "{{title}}{{{page:style}}}", "\u{1}table:counts\u{2}",
      "</style><style>*{}", "a\u{202E}b\u{0}", "<!--", "]]>&lt;",
    ])
  func hostile(value: String) throws {
    var night = SampleNight.night()
    let clean = try ReportWriterTests.files(night)
    night.authority = value
    for place in night.checks.indices {
      night.checks[place].child = "\(value)\(place)"
      if !night.checks[place].team.isEmpty { night.checks[place].team += value }
      if !night.checks[place].worker.isEmpty { night.checks[place].worker += value }
      night.checks[place].file = value
      night.checks[place].nextStep += value
      night.checks[place].lateness += value
      night.checks[place].explanation.append(value)
    }
    for place in night.faults.indices {
      night.faults[place].file = value
      night.faults[place].otherPlace = value
    }
    for place in night.feeds.indices {
      night.feeds[place].name = value
      night.feeds[place].format = value
      for file in night.feeds[place].files.indices {
        night.feeds[place].files[file].name = value
      }
    }
    let files = try ReportWriterTests.files(night)
    #expect(files.keys.count { $0.hasSuffix(".html") } == 4)
    for (path, bytes) in files where path.hasSuffix(".html") {
      let shape = MarkupShape(bytes)
      #expect(shape.tags.count { $0 == "script" || $0 == "img" } == 0, "\(path)")
      #expect(shape.tags.count { $0 == "style" } == 1, "\(path)")
      #expect(shape.attributes.isSubset(of: MarkupShape(clean[path] ?? []).attributes), "\(path)")
      let text = ReportWriterTests.text(bytes)
      #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0.value < 10 }, "\(path)")
    }
  }

  @Test("Pages hold no script, no style attribute, no address outside, and their own hash")
  func pages() throws {
    let files = try ReportWriterTests.files(SampleNight.night())
    #expect(files.keys.count { $0.hasSuffix(".html") } == 4)
    for (path, bytes) in files where path.hasSuffix(".html") {
      let text = ReportWriterTests.text(bytes)
      #expect(text.contains("<head>\n<meta http-equiv=\"Content-Security-Policy\""), "\(path)")
      #expect(text.contains("<html lang=\"en-GB\">"))
      let shape = MarkupShape(bytes)
      #expect(!shape.tags.contains("script"))
      #expect(shape.attributes.isDisjoint(with: ["style", "src", "onclick", "onload"]))
      #expect(!text.contains("http://") && !text.contains("https://"))
      #expect(shape.opened == shape.closed, "\(path)")
      #expect(shape.areHeadingsInOrder, "\(path)")
    }
  }

  @Test("A night on which nothing was found is reported too, and says that it is the first")
  func empty() throws {
    var night = NightResult(
      run: "2026-03-31", authority: "999", asOf: .day(SampleNight.day("2026-03-31")))
    night.keyID = "k1"
    let key = Pseudonyms(key: [UInt8](repeating: 1, count: 32), keyID: "k1")
    let files = try ReportWriterTests.files(night, key)
    let board = ReportWriterTests.text(files["board/breach-report.html"])
    #expect(board.contains("This is the first night"))
    #expect(!board.contains("Demonstration data"))
    #expect(board.contains(Strings.noBreaches))
  }

  @Test("Caps hold, the rest is named, and pages keep to their size")
  func caps() throws {
    let files = try ReportWriterTests.files(SampleNight.night(checks: 12_000))
    let board = files["board/breach-report.html"] ?? []
    let worklist = files["team/worklist.html"] ?? []
    #expect(board.count < 1_000_000 && worklist.count < 3_000_000)
    #expect(ReportWriterTests.text(board).contains("more stand in board/breaches.csv."))
    #expect(MarkupShape(board).classes.count { $0 == "case" } <= 400)
    #expect(MarkupShape(worklist).classes.count { $0 == "case" } == 1500)
  }

  @Test(
    "A sentence that names its child or its file never reaches the board",
    arguments: [
      ("C000111", "held for C000111.", true), ("C000111", "C000111", true),
      ("C000111", "held for C0001112", false), ("C000111", "xC000111", false),
      ("C1", "Chapter C1", false), ("C000112", "see referrals.csv, line 4", true),
      ("C000112", "see referrals", false),
    ])
  func boardGuard(child: String, sentence: String, isRefused: Bool) throws {
    var night = SampleNight.night(checks: 3)
    night.checks[1].child = child
    night.checks[1].file = "referrals.csv"
    night.checks[1].explanation.append(sentence)
    if isRefused {
      let fault = #expect(throws: Fault.self) { try ReportWriterTests.files(night) }
      #expect(fault?.code == .ownFault)
      #expect(fault?.description.contains(sentence) == false)
    } else {
      #expect(try ReportWriterTests.files(night).count == 13)
    }
  }

  @Test("A CSV template may ask for a byte-order mark")
  func byteOrderMark() throws {
    var files = try TestFiles.templates()
    files["team/marked.yaml"] = Array("byte_order_mark: yes\ncolumns:\n  rule: Rule".utf8)
    let writer = ReportWriter(
      templates: try TemplateSet(files: files), pseudonyms: .demonstration)
    let written = try writer.files(for: SampleNight.night())
    let marked = try #require(written.first { $0.path == "team/marked.csv" })
    #expect(marked.bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x22]))
    for file in written where file.path != "team/marked.csv" {
      #expect(!file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }
  }

  @Test("A night that names another key is refused")
  func otherKey() throws {
    let key = Pseudonyms(key: [UInt8](repeating: 1, count: 32), keyID: "k1")
    #expect(throws: Fault.self) { try ReportWriterTests.files(SampleNight.night(), key) }
  }
}
