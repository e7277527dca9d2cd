public import CaseModel
public import Clocks
public import Faults
import Files

/// Looks for every fault that can be found in some packs, not only for the first.
///
/// Packs are read rule by rule, so that one that cannot be read hides no other; then each of the
/// checks looks at all of them together.
public struct PackLint: Sendable {
  /// What packs are held against.
  public struct Shelf {
    /// The words that rules are written in.
    public var vocabulary: Vocabulary
    /// The calendars, by name.
    public var calendars: [String: WorkingDayCalendar]
    /// The Acts that a citation may name.
    public var acts: KnownActs
    /// The short texts of the run.
    public var codes: CodeBook

    /// Words, calendars and Acts.
    public init(
      vocabulary: Vocabulary, calendars: [String: WorkingDayCalendar], acts: KnownActs,
      codes: CodeBook
    ) {
      self.vocabulary = vocabulary
      self.calendars = calendars
      self.acts = acts
      self.codes = codes
    }
  }

  /// What is to be said, in the order of packs, files and lines.
  public let messages: [LintMessage]
  /// How many rules were looked at.
  public let rules: Int
  /// How many packs they stand in.
  public let packs: Int

  /// How many of the messages are faults.
  public var faults: Int { messages.count { !$0.isNotice } }

  private static var checks: [any LintCheck.Type] {
    [
      RuleIDs.self, EditionGaps.self, LastChecked.self, CitedActs.self, FormNames.self,
      CalendarNames.self, CalendarEnds.self, OfficeHoursNeeded.self, BesideRules.self,
      LooserRules.self, ExamplesMissing.self, ExampleFacts.self, ExpectedWords.self,
      UnreachedBranches.self,
      NeverEvaluable.self,
    ]
  }

  /// Looks at the packs in some folders.
  ///
  /// - Parameters:
  ///   - folders: the packs that are looked at.
  ///   - others: packs that they may name and that are not looked at.
  ///   - shelf: what packs are held against.
  ///   - today: the day on which it is looked.
  ///   - feeds: what the configured feeds carry; nil where there is no configuration.
  /// - Throws: ``Fault`` where a folder cannot be opened.
  public init(
    folders: [String], others: [String] = [], shelf: Shelf, today: CivilDay, feeds: [Feed]? = nil
  ) throws(Fault) {
    var report = LintReport()
    var packs: [ParsedPack] = []
    for folder in folders {
      var diagnostics = Diagnostics(.all)
      packs.append(try PackLint.pack(folder, shelf, &diagnostics))
      for fault in diagnostics.faults { report.add(fault) }
    }
    var rest: [ParsedPack] = []
    for folder in others {
      var unheard = Diagnostics(.all)
      rest.append(try PackLint.pack(folder, shelf, &unheard))
    }
    let subject = LintSubject(
      packs: packs, others: rest, vocabulary: shelf.vocabulary, calendars: shelf.calendars,
      acts: shelf.acts, codes: shelf.codes, today: today, feeds: feeds)
    for check in PackLint.checks { check.look(at: subject, &report) }
    messages = PackLint.sorted(report.messages, packs)
    rules = packs.reduce(0) { $0 + $1.rules.count }
    self.packs = packs.count
  }

  private static func pack(
    _ folder: String, _ shelf: Shelf, _ diagnostics: inout Diagnostics
  ) throws(Fault) -> ParsedPack {
    _ = try Folder.names(folder)
    var reader = PackReader(folder: folder, vocabulary: shelf.vocabulary)
    return reader.read(&diagnostics)
  }

  /// The messages in the order of packs, files and lines.
  private static func sorted(_ messages: [LintMessage], _ packs: [ParsedPack]) -> [LintMessage] {
    let files = packs.flatMap(\.shownFiles)
    func key(_ message: LintMessage) -> (Int, Int, Int) {
      guard let place = message.fault.place else { return (.max, 0, 0) }
      return (files.firstIndex(of: place.file) ?? .max, place.line ?? 0, place.column ?? 0)
    }
    let keyed = messages.enumerated().map { (key: key($1), index: $0, message: $1) }
    return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.message)
  }
}

/// Compares keys and, where they are alike, indexes.
private func < (left: ((Int, Int, Int), Int), right: ((Int, Int, Int), Int)) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
