import CaseModel
import Clocks

/// Says in a sentence what a rule asks for.
struct RequirementSentences {
  let words: RuleWords
  private var limits: LimitWords { LimitWords(words: words) }

  init(_ words: RuleWords) { self.words = words }

  /// The sentence of a body's duty.
  func sentence(_ body: RuleBody) -> String {
    let each = "Each \(words.name(body.forEach.target))"
    switch body.requirement {
    case .deadline(let tiers, let satisfier):
      if let often = counted(body.forEach) {
        return "\(often) \(events(satisfier)) is needed \(limits.within(tiers))."
      }
      return "\(each) needs \(events(satisfier, of: body.forEach)) \(limits.within(tiers))."
    case .repeats(let first, let then, let satisfier):
      return "\(each) needs \(events(satisfier)) \(again(first, then))."
    case .atMost(let tiers, let extensions):
      return atMost(body, tiers, extensions)
    case .atMostInAny(let cap, let window):
      return
        "All \(RuleWords.plural(words.name(body.forEach.target))) of a child together may last no longer than \(cap) in any \(window)."
    case .atLeast(let tiers):
      return "\(each) is to last at least \(limits.lasting(tiers))."
    case .before(let limit, let satisfier):
      return "\(each) needs \(events(satisfier)) at least \(limit) before it."
    case .preceded(let type):
      return "\(each) needs \(words.one(words.vocabulary[type].name)) before it."
    case .notBefore(let term):
      return "No \(words.name(body.forEach.target)) may come earlier than \(limits.day(term))."
    case .attendedBy(let places):
      let parts = self.places(places)
      // A list of lists is parted by semicolons.
      return parts.contains { $0.utf8.contains(UInt8(ascii: ",")) }
        ? "\(each) needs people to take part, one for each of these places: \(parts.joined(separator: "; "))."
        : "\(each) needs \(RuleWords.list(parts)) to take part, one person for each."
    case .forbidden(let roles):
      return
        "No \(RuleWords.list(roles.map { words.name($0) }, "or")) may take part in \(words.one(words.name(body.forEach.target)))."
    case .chairedBy(let tiers):
      return "\(each) needs as its chair \(chair(tiers))."
    case .mustBe(let condition):
      return
        "For each \(words.name(body.forEach.target)) this must hold: \(words.clause(condition))."
    case .pattern(let count, let last, let condition):
      let name = words.name(body.forEach.target)
      return
        "Of any \(last) \(RuleWords.plural(name)) in a row, at least \(count) must be one where \(words.clause(condition))."
    case .soft(let phrase, let satisfier):
      let event =
        satisfier.map { "needs \(events($0, of: body.forEach))" } ?? "needs something done"
      if let often = counted(body.forEach) {
        let needed = satisfier.map { events($0) } ?? "something done"
        return
          "\(often) \(needed) is needed \(phrase). No number is set, so that only the time that goes by is shown."
      }
      return
        "\(each) \(event) \(phrase). No number is set, so that only the time that goes by is shown."
    }
  }

  // MARK: Parts

  /// `Each time that a child has 3 missing episodes within 28 days,`; nil where nothing is counted.
  private func counted(_ trigger: RuleTrigger) -> String? {
    trigger.count.map { count in
      let name = RuleWords.plural(words.name(trigger.target))
      return "Each time that a child has \(count.reaches) \(name) within \(count.within),"
    }
  }

  /// `within 4 weeks of the start, and another within 4 weeks of each that was held`.
  private func again(_ first: [RuleTier], _ then: [RuleTier]) -> String {
    let isPlain = then.count == 1 && then[0].condition == nil
    let opening = first.isEmpty ? "" : "\(limits.within(first)) of the start, and another "
    guard isPlain else {
      return first.isEmpty
        ? "again after each that was held: \(limits.within(then))"
        : "\(opening)after each that was held: \(limits.within(then))"
    }
    return first.isEmpty
      ? "\(limits.within(then)) of the one before, counted from the day on which that was held and not from the day on which it was due"
      : "\(opening)\(limits.within(then)) of each that was held"
  }

  private func events(_ satisfier: RuleSatisfier) -> String {
    let names = satisfier.types.map { words.one(words.vocabulary[$0].name) }
    if satisfier.ordinal > 1 {
      return
        "a \(RuleWords.ordinalWord(satisfier.ordinal)) \(words.vocabulary[satisfier.types[0]].name)"
    }
    return RuleWords.list(names, satisfier.needsAll ? "and" : "or")
  }

  /// The same behind what it is asked of: what ends a process completes it, and a second event of
  /// one type is another.
  private func events(_ satisfier: RuleSatisfier, of trigger: RuleTrigger) -> String {
    switch trigger.target {
    case .process(let kind) where satisfier.types == [words.vocabulary[kind].closedBy]:
      return "to be completed"
    case .event(let type) where satisfier.types.contains(type) && satisfier.ordinal == 1:
      let names = satisfier.types.map { words.vocabulary[$0].name }
      return "another \(RuleWords.list(names, satisfier.needsAll ? "and" : "or"))"
    default: return events(satisfier)
    }
  }

  private func atMost(
    _ body: RuleBody, _ tiers: [RuleTier], _ extensions: RuleExtensions?
  ) -> String {
    let length = limits.lasting(tiers)
    let isElapsed = tiers.contains { $0.limit.isElapsed }
    var sentence =
      length.utf8.starts(with: "until ".utf8)
      ? "Each \(words.name(body.forEach.target)) may last \(length) and no longer."
      : "Each \(words.name(body.forEach.target)) may last no longer than \(length)\(isElapsed ? ", counted to the minute" : "")."
    if let extensions {
      let often = extensions.count.map { $0 == 1 ? "once" : "\($0) times" } ?? "any number of times"
      sentence +=
        " It may be extended \(often) by \(extensions.each), by \(words.one(words.vocabulary[extensions.by].name)) that comes no later than the end it moves."
    }
    return sentence
  }

  private func places(_ places: [Seat]) -> [String] {
    var said: Set<Int> = []
    var parts: [String] = []
    var place = 0
    while place < places.count {
      let this = places[place]
      let report = this.takesReport ? " (a written report will do)" : ""
      guard this.group == 0 else {
        place += 1
        guard said.insert(this.group).inserted else { continue }
        let count = places.count { $0.group == this.group }
        let names = RuleWords.list(this.roles.map { words.name($0) }, "or")
        parts.append("\(count) people in different roles out of \(names)\(report)")
        continue
      }
      let alike = places[place...].prefix { $0 == this }.count
      place += alike
      let roles = RuleWords.list(this.roles.map { words.one(words.name($0)) }, "or")
      parts.append((alike > 1 ? "\(alike) people, each of them \(roles)" : roles) + report)
    }
    return parts
  }

  private func chair(_ tiers: [Requirement.ChairTier]) -> String {
    tiers.map { tier in
      let grade =
        words.one(words.name(tier.role)) + (tier.orAbove ? " or somebody more senior" : "")
      return tier.condition.map { "\(grade) where \(words.clause($0))" }
        ?? (tiers.count > 1 ? "otherwise \(grade)" : grade)
    }.joined(separator: "; ")
  }
}
