import CaseModel
import Clocks
public import Faults

/// What the linter says of a pack: a fault, or a notice that is none.
public struct LintMessage: Sendable, Hashable, CustomStringConvertible {
  /// The place, the rule that was broken and the next step.
  public let fault: Fault
  /// Whether it is only to be known.
  public let isNotice: Bool

  /// The line that is printed: a notice says that it is one.
  public var description: String {
    guard isNotice, let place = fault.place else { return fault.description }
    return Fault(fault.code, at: place, "notice: \(fault.rule)", next: fault.nextStep).description
  }
}

/// What the checks of a lint have found so far, each thing once.
struct LintReport {
  private(set) var messages: [LintMessage] = []
  private var seen: Set<LintMessage> = []

  /// Adds a fault.
  mutating func add(_ fault: Fault) { add(LintMessage(fault: fault, isNotice: false)) }

  /// Adds what is no fault and should be known.
  mutating func notice(_ fault: Fault) { add(LintMessage(fault: fault, isNotice: true)) }

  private mutating func add(_ message: LintMessage) {
    if seen.insert(message).inserted { messages.append(message) }
  }
}

/// One look at all packs together, for one kind of fault.
protocol LintCheck {
  /// Adds what it finds to a report.
  static func look(at subject: LintSubject, _ report: inout LintReport)
}

/// What the checks of a lint look at.
struct LintSubject {
  /// The packs that are looked at.
  let packs: [ParsedPack]
  /// Packs that they may name and that are not looked at.
  let others: [ParsedPack]
  /// The words that rules are written in.
  let vocabulary: Vocabulary
  /// The calendars, by name.
  let calendars: [String: WorkingDayCalendar]
  /// The Acts that a citation may name.
  let acts: KnownActs
  /// The short texts of the run.
  let codes: CodeBook
  /// The day on which it is looked.
  let today: CivilDay
  /// What the configured feeds carry; nil where there is no configuration.
  let feeds: [Feed]?

  /// Every rule of the packs that are looked at, with its pack.
  var rules: [(pack: ParsedPack, rule: ParsedRule)] {
    packs.flatMap { pack in pack.rules.map { (pack, $0) } }
  }
}

extension ParsedPack {
  /// The first place of the pack, for what concerns all of it.
  var place: Place { Place(file: "\(name)/pack.yaml") }

  /// The pack with one of its rules alone, ready to be judged; nil where it cannot be.
  func compiled(_ rule: ParsedRule, _ subject: LintSubject) -> CompiledRules? {
    guard !rule.rules.isEmpty else { return nil }
    return try? CompiledRules(
      packs: [pack(rule.rules)], calendars: subject.calendars, vocabulary: subject.vocabulary,
      codes: subject.codes)
  }
}
