import Foundation
import Testing

/// A site's own words, laid over the shipped ones by a key of its configuration.
@Suite struct SiteWordsTests {
  private static let words = """
    events:
      home_seen:
        means: The child's home was seen.
      strategy_discussion:
        outcomes: [deferred]
    processes:
      s47:
        closed as: [moved_away]

    """
  private static let mapping = """
    mapping: own
    title: The site's own
    child: PERSON_ID
    as of: from the file name
    dates: [dd/mm/yyyy]
    synthetic: SOURCE is Synthetic authority
    lists:
      enquiries:
        file: own-*.csv
        processes:
          s47: S47_ID
        events:
          - event: s47_started
            in: s47
            at: STARTED
          - event: s47_completed
            in: s47
            at: ENDED
            outcome: WORD
          - event: home_seen
            in: s47
            at: SEEN

    """

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.words, to: "words.yaml")
    try scratch.write(Self.mapping, to: "own.yaml")
    try scratch.write(
      "PERSON_ID,S47_ID,STARTED,ENDED,WORD,SEEN,SOURCE\n"
        + "C1,S1,03/03/2025,10/03/2025,Moved away,04/03/2025,Synthetic authority\n",
      to: "own-2025-06-30.csv")
  }

  private func configure(_ vocabulary: String) throws {
    try scratch.write(
      """
      authority: "999"
      feeds:
        - name: own
          files: own-*.csv
          mapping: own.yaml
      packs: [england]
      oldest data: any
      pseudonyms: demonstration
      reports: reports
      \(vocabulary)
      """, to: "duly.yaml")
  }

  private func run() throws -> Duly.Answer {
    try Duly().run(["run", "--config", scratch.path("duly.yaml")])
  }

  @Test("the night reads them, and a change of them makes a new run")
  func night() throws {
    try configure("")
    expectRefused(try run(), code: 78, naming: ["own.yaml", "home_seen"])
    try configure("vocabulary: words.yaml")
    let first = try run()
    #expect(first.code == 0, "\(first.err)")
    let quality = try scratch.text("reports/latest/team/data-quality.csv")
    #expect(!quality.contains("why a process closed"))
    #expect(try scratch.text("reports/latest/run.json").contains("vocabulary words"))
    try scratch.write(
      Self.words.replacingOccurrences(of: "moved_away", with: "moved"), to: "words.yaml")
    #expect(try run().code == 0)
    #expect(
      try scratch.text("reports/latest/team/data-quality.csv").contains("why a process closed"))
  }

  @Test("a word that is there already, or written in another way, is refused in its file")
  func refused() throws {
    try configure("vocabulary: words.yaml")
    for (words, line) in [
      ("events:\n  s47_started:\n    means: Again.\n", 2),
      ("processes:\n  s47:\n    closed as: [Moved away]\n", 3),
      ("events:\n  s47_startd:\n    outcomes: [gone]\n", 0),
    ] {
      try scratch.write(words, to: "words.yaml")
      expectRefused(
        try run(), code: 78, naming: [line > 0 ? "words.yaml:\(line)" : "words.yaml"])
    }
  }

  @Test("judge and mapping check take them by an option")
  func option() throws {
    let judged = try Duly().run([
      "judge", "--mapping", scratch.path("own.yaml"), "--vocabulary", scratch.path("words.yaml"),
      scratch.path("own-2025-06-30.csv"),
    ])
    #expect(judged.code == 0, "\(judged.err)")
    #expect(!judged.err.contains("why a process closed"))
    let check = try Duly().run([
      "mapping", "check", scratch.path("own.yaml"), "--vocabulary", scratch.path("words.yaml"),
    ])
    #expect(check.code == 0, "\(check.err)")
  }
}
