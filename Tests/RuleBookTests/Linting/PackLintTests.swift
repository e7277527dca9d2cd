import CaseModel
import Clocks
import Faults
import Files
import Foundation
import RuleBook
import Testing
import YAMLReading

@Suite struct PackLintTests {
  /// A folder with a pack of a test's own.
  static func pack(_ rules: String, head: String = "", name: String = "ours") throws -> String {
    let folder = (NSTemporaryDirectory() as NSString).appendingPathComponent(
      "duly-lint-\(UUID().uuidString)/\(name)")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let first =
      "pack: \(name)\ntitle: Ours\ncalendar: england-and-wales\nlast checked: 2026-11-01\n"
    try SmallFile.write(Array((first + head).utf8), to: Path.join(folder, "pack.yaml"))
    try SmallFile.write(Array(rules.utf8), to: Path.join(folder, "rules.yaml"))
    return folder
  }

  static func lint(
    _ folders: [String], feeds: [Feed]? = nil, fixtures: LintedFixtures? = nil
  ) throws -> PackLint {
    try PackLint(
      folders: folders, shelf: try (fixtures ?? LintedFixtures()).shelf,
      today: LintedFixtures.today,
      feeds: feeds)
  }

  static func rule(_ name: String, _ keys: String = "limit: 15 working days") -> String {
    """
    \(name):
      title: A rule
      editions:
        - {from: 2023-12-15, basis: practice, citation: Page 1}
      for each: s47
      \(keys)
      met by: icpc_held
      examples:
        - name: in time
          given: [s47 opened 2024-12-02 id S1, icpc_held 2024-12-23 in S1]
          as of: 2025-01-31
          expect: {outcome: met}

    """
  }

  /// The day on which the shipped packs are linted, the newest on which one of them was checked
  /// against its sources; who checks one later moves it.
  static let shippedDay = "2026-11-30"

  @Test("the shipped packs are in order")
  func shipped() throws {
    let rules = Path.join(ShippedPacks.root, "Rules")
    let packs = try Folder.names(rules).filter {
      $0 != "calendars" && Folder.exists(Path.join(rules, $0))
    }
    let lint = try PackLint(
      folders: packs.map { Path.join(rules, $0) }, shelf: try LintedFixtures().shelf,
      today: try #require(CivilDay(iso: Self.shippedDay)))
    #expect(lint.messages.filter { !$0.isNotice }.map(\.description) == [])
    #expect(lint.packs == packs.count)
    #expect(lint.rules > 70)
    // On the day before, those that were checked last would be checked on a day to come.
    let before = try PackLint(
      folders: packs.map { Path.join(rules, $0) }, shelf: try LintedFixtures().shelf,
      today: try #require(CivilDay(iso: Self.shippedDay)).adding(days: -1))
    #expect(before.messages.contains { $0.description.contains("is after today, 2026-11-29") })
  }

  @Test("one bad rule hides no other, nor one bad key the next, and all are told in order")
  func all() throws {
    let folder = try Self.pack(
      Self.rule("one", "limit: 15 wrking days")
        + Self.rule("two", "limit: 3 days\n  if: pre_berth\n  stops if: child.dead\n  forms: [F99]")
        + "three: [\n" + Self.rule("four", "limt: 3 days\n  limit: 3 days") + Self.rule("five")
        + Self.rule("five"),
      head: "titel: Theirs\n")
    let lines = try Self.lint([folder]).messages.map(\.description)
    let starts = [
      "ours/pack.yaml:5:1: a pack has no key \"titel\"",
      "ours/rules.yaml:6:10: a limit counts",
      "ours/rules.yaml:19:7: \"pre_berth\"",
      "ours/rules.yaml:20:", "ours/rules.yaml:21:11: \"F99\"",
      "ours/rules.yaml:29:1: the file is YAML", "ours/rules.yaml:34:3: a rule has no key \"limt\"",
      "ours/rules.yaml:54:1: a rule's id stands once",
    ]
    #expect(lines.count == starts.count, "\(lines)")
    for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start), "\(line)") }
  }

  @Test("two folders of one name share no id")
  func twoFolders() throws {
    let folders = [try Self.pack(Self.rule("one")), try Self.pack(Self.rule("one"))]
    let lint = try Self.lint(folders)
    #expect(lint.messages.count == 1)
    #expect(lint.messages[0].fault.rule.contains("\"ours/one\" stands at ours/rules.yaml:1:1 too"))
    #expect(lint.packs == 2)
  }

  @Test("a rule that no feed can show is told with what is missing; without feeds it is not")
  func feeds() throws {
    let folder = try Self.pack(Self.rule("one"))
    #expect(try Self.lint([folder]).messages.isEmpty)
    let vocabulary = try LintedFixtures().shelf.vocabulary
    var feed = Feed(name: "census", format: "made up")
    feed.events[try #require(vocabulary.event("s47_started"))] = EventCoverage()
    let without = try Self.lint([folder], feeds: [feed]).messages
    #expect(without.map(\.fault.place?.line) == [1])
    #expect(without[0].fault.rule.hasPrefix("ours/one can never be judged"))
    feed.events[try #require(vocabulary.event("icpc_held"))] = EventCoverage()
    #expect(try Self.lint([folder], feeds: [feed]).messages.isEmpty)
  }

  @Test(
    "an Act is found in a citation by title and year, and a slip in either is told",
    arguments: [
      ("Children Act 1989, section 47", 0), ("section 47 of the Children Act 1989", 0),
      ("The Children Act 1989", 0), ("Children Act 1898", 1), ("Childrens Act 1989", 1),
      ("Children Act 1989, as amended by the Children and Families Act 2014, section 14", 0),
      ("Police, Crime, Sentencing and Courts Act 2022; Children Act 2004", 0),
      ("Public Law Outline, Children Act 1989", 0), ("Adoption and Children Act 1989", 1),
      ("Children’s Wellbeing and Schools Act 2026, section 1", 0),
      ("Act 5 of a play", 0), ("Working Together 2023, page 92", 0),
      ("Adoption (Intercountry Aspects) Act 1999", 0), ("Care Act 2014 and Children Act 1990", 1),
      ("Housing Act 1996 (as amended)", 0), ("Housing Act 19960", 0),
    ])
  func acts(_ citation: String, _ unknown: Int) throws {
    let keys = "limit: 15 working days"
    let folder = try Self.pack(
      Self.rule("one", keys).replacingOccurrences(of: "Page 1", with: "\"\(citation)\""))
    let lint = try Self.lint([folder])
    #expect(lint.messages.count == unknown, "\(lint.messages)")
    #expect(lint.messages.allSatisfy { $0.fault.rule.hasSuffix("is no Act that is known") })
  }

  @Test("a list of Acts holds titles with years")
  func knownActs() throws {
    for text in ["acts: [Children Act]", "acts: x", "laws: []", "acts: [Children Act 89]"] {
      #expect(throws: Fault.self) {
        try KnownActs(try YAMLReader.read(text, file: "acts.yaml"))
      }
    }
  }

  @Test("a gap that the note names is meant")
  func gap() throws {
    let editions = """
      editions:
          - {from: 2018-06-29, until: 2020-03-29, basis: practice, citation: Page 1}
          - {from: 2023-12-15, basis: practice, citation: Page 1}
        note: >
          It was relaxed on 30
          March 2020.
      """
    let rule = Self.rule("one").replacingOccurrences(
      of: "editions:\n    - {from: 2023-12-15, basis: practice, citation: Page 1}", with: editions)
    #expect(try Self.lint([try Self.pack(rule)]).messages.isEmpty)
    let other = rule.replacingOccurrences(of: "March 2020", with: "March 2021")
    #expect(try Self.lint([try Self.pack(other)]).messages.count == 1)
  }

  @Test("of a pack that cannot be read the linter is never silent", arguments: 1...12)
  func neverSilent(_ seed: Int) throws {
    let fixtures = try LintedFixtures()
    let sound = Path.join(LintedFixtures.folder, "SoundPacks/every-key")
    let lines = try SmallFile.text(Path.join(sound, "clocks.yaml"))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var random = JudgeRandom(seed: seed)
    var refused = 0
    for _ in 0..<20 {
      var broken = lines
      let place = random.below(broken.count)
      switch random.below(3) {
      case 0: broken.remove(at: place)
      case 1: broken[place] = String(broken[place].dropLast(1 + random.below(4)))
      default: broken.insert(broken[random.below(broken.count)], at: place)
      }
      let folder = try Self.pack(
        broken.joined(separator: "\n"), head: "office hours: 09:00 to 17:00\n")
      let read = Result {
        try PackReader.pack(folder: folder, vocabulary: fixtures.shelf.vocabulary)
      }
      guard case .failure(let error) = read, let fault = error as? Fault else { continue }
      refused += 1
      let lint = try Self.lint([folder], fixtures: fixtures)
      #expect(lint.faults > 0, "\(fault)")
    }
    #expect(refused > 3)
  }
}
