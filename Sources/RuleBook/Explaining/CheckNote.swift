public import Clocks
import Output

/// What is said of a check in a few words, beside its outcome.
public enum CheckNote {
  /// Whether there may be something to say: most checks have no note.
  public static func isNeeded(_ check: Check) -> Bool {
    !check.flags.isEmpty || check.outcome == .metLate || check.outcome == .overdue
      || check.outcome == .elapsed || check.reasons.rawValue.nonzeroBitCount > 1
      || check.stopped != .absent
  }

  /// The notes of a check, joined with `; `; empty for nothing to say.
  public static func text(_ check: Check, of compiledRule: CompiledRule) -> String {
    guard isNeeded(check) else { return "" }
    var parts: [String] = []
    let lateness = lateness(check, of: compiledRule)
    if !lateness.isEmpty { parts.append("\(lateness) late") }
    if check.outcome == .overdue, check.intervalsMissed > 1 {
      parts.append("intervals missed: \(check.intervalsMissed)")
    }
    add(states, of: check, to: &parts)
    if check.outcome == .stopped { parts.append("stopped \(check.stopped)") }
    add(oddities, of: check, to: &parts)
    if check.outcome == .elapsed {
      let days = English.counted(Int(abs(check.unitsOver)), "day")
      parts.append(check.unitsOver < 0 ? "\(days) before" : "elapsed \(days)")
    }
    add(besides, of: check, to: &parts)
    let further = check.reasons.reasons.dropFirst()
    if !further.isEmpty {
      parts.append("also \(further.map(\.word).joined(separator: ", "))")
    }
    return parts.joined(separator: "; ")
  }

  /// The flags of a check as pages note them, a sentence each.
  public static func notes(_ flags: FlagSet, delayedUntil: Moment) -> [String] {
    flags.flags.map { "Note: \($0.note(delayedUntil: delayedUntil))." }
  }

  /// The flags that a note says, in its order: what becomes of the check, what is odd about it, and
  /// what moved or excused it.
  static let states: [Flag] = [.dueSoon, .ended]
  static let oddities: [Flag] = [
    .countDisagrees, .linkedByDate, .heldAfterClosing, .heldThoughNotRequired, .impossibleTime,
  ]
  static let besides: [Flag] = [.bySilence, .extended, .ranOn, .delayAgreed, .delayNotAgreed]

  private static func add(_ flags: [Flag], of check: Check, to parts: inout [String]) {
    for flag in flags where check.flags.contains(flag) {
      if let brief = flag.brief(check) { parts.append(brief) }
    }
  }

  /// How late a check is, in the rule's own unit with calendar days beside working days; empty
  /// where it is not late.
  public static func lateness(_ check: Check, of compiledRule: CompiledRule) -> String {
    guard check.outcome == .metLate || check.outcome == .overdue else { return "" }
    let atLeast = check.flags.contains(.atLeast) ? "at least " : ""
    return atLeast + amount(check, of: compiledRule)
  }

  private static func amount(_ check: Check, of compiledRule: CompiledRule) -> String {
    switch unit(check, of: compiledRule) {
    case .hours, .workingHours:
      let minutes = Int(check.unitsOver)
      guard minutes > 0 else { return English.counted(Int(check.daysOver), "day") }
      let (days, rest) = (minutes / 1440, minutes % 1440)
      var parts: [String] = []
      if days > 0 { parts.append(English.counted(days, "day")) }
      if rest / 60 > 0 { parts.append(English.counted(rest / 60, "hour")) }
      if rest % 60 > 0, days == 0 { parts.append(English.counted(rest % 60, "minute")) }
      return parts.joined(separator: " ")
    case .workingDays:
      return
        "\(English.counted(Int(check.unitsOver), "working day")) (\(English.counted(Int(check.daysOver), "calendar day")))"
    case .days, .weeks, .months, nil: return English.counted(Int(check.daysOver), "day")
    }
  }

  /// The unit of the limit that applied.
  static func unit(_ check: Check, of compiledRule: CompiledRule) -> Limit.Unit? {
    limit(check, of: compiledRule)?.unit
  }

  /// The limit that applied; nil where a rule has none, or it is not known which of several did.
  static func limit(_ check: Check, of compiledRule: CompiledRule) -> Limit? {
    let requirement = compiledRule.editions[Int(check.edition)].body.requirement
    if case .before(let form) = requirement { return form.limit }
    let tiers = requirement.tiers
    let place = check.tier >= 0 ? Int(check.tier) : tiers.count == 1 ? 0 : -1
    guard tiers.indices.contains(place) else { return nil }
    let terms = tiers[place].limit.terms
    let term = check.term >= 0 ? Int(check.term) : terms.count == 1 ? 0 : -1
    return terms.indices.contains(term) ? terms[term].limit : nil
  }
}
