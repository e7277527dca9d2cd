import CaseModel
import Clocks

/// What the checks of a lint look at.
struct LintSubject {
  /// The packs that are looked at.
  let packs: [LintedPack]
  /// Packs that they may name and that are not looked at.
  let others: [LintedPack]
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
  var rules: [(pack: LintedPack, rule: LintedRule)] {
    packs.flatMap { pack in pack.rules.map { (pack, $0) } }
  }
}
