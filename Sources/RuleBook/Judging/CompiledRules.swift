public import CaseModel
public import Clocks
public import Faults

/// The packs of a run, checked together and compiled once, so that a child is judged in one pass.
public struct CompiledRules: Sendable {
  /// The packs, the national ones first.
  public let packs: [Pack]
  /// The rules that are in use, in the order of packs and files.
  public let rules: [CompiledRule]
  /// The words that they are written in.
  public let vocabulary: Vocabulary
  /// The names of the calendars that packs and rules count by, each once.
  public let calendarNames: [String]

  /// Compiles packs.
  ///
  /// - Throws: ``Fault`` where a pack names a calendar that is not there, or two packs one rule.
  public init(
    packs: [Pack], calendars: [String: WorkingDayCalendar], vocabulary: Vocabulary, codes: CodeBook
  ) throws(Fault) {
    self.packs = packs
    self.vocabulary = vocabulary
    var names: [String] = []
    for pack in packs {
      var used = [pack.calendar]
      for rule in pack.rules where rule.switchedOff == nil {
        for edition in rule.editions {
          used += [edition.body.calendar, edition.body.endsAt?.calendar].compactMap { $0 }
        }
      }
      for name in used where !names.contains(name) { names.append(name) }
    }
    calendarNames = names
    var rules: [CompiledRule] = []
    for (index, pack) in packs.enumerated() {
      guard calendars[pack.calendar] != nil else {
        throw Fault(
          .configuration, at: Place(file: "\(pack.name)/pack.yaml"),
          "\"\(pack.calendar)\" is no calendar",
          next: suggestion(for: pack.calendar, in: calendars.keys))
      }
      for rule in pack.rules where rule.switchedOff == nil {
        rules.append(
          try CompiledRule(
            rule: rule, pack: pack, place: index, calendars: calendars, vocabulary: vocabulary,
            codes: codes))
      }
    }
    self.rules = rules
  }

  /// The rule of an id; nil where no pack in use has it.
  public func rule(_ id: String) -> Int? { rules.firstIndex { $0.rule.id == id } }
}
