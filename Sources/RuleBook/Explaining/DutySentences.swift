import CaseModel
import Clocks

/// Says in a sentence what a rule asks for.
struct DutySentences {
  let words: RuleWords
  private var limits: LimitWords { LimitWords(words: words) }

  init(_ words: RuleWords) { self.words = words }

  /// The sentence of a body's duty.
  func sentence(_ body: RuleBody) -> String {
    let each = trigger(body.forEach)
    switch body.duty {
    case .deadline(let tiers, let satisfier):
      return "\(each) there is to be \(events(satisfier)) \(limits.within(tiers))."
    case .repeats(let first, let then, let satisfier):
      let opening = first.isEmpty ? "" : "\(limits.within(first)) of the start, and then again "
      return
        "\(each) there is to be \(events(satisfier)) \(opening)\(limits.within(then)) of the one before, counted from the one that was held and never from the day on which it was due."
    case .atMost(let tiers, let extensions):
      return atMost(body, tiers, extensions)
    case .atMostInAny(let cap, let window):
      return
        "All \(plural(body.forEach)) of a child together are to last no longer than \(cap) in any \(window)."
    case .atLeast(let tiers):
      return "\(bare(body.forEach)) is to last at least \(limits.within(tiers).without("within "))."
    case .before(let limit, let satisfier):
      return
        "At least \(limit) before each \(words.name(body.forEach.target)) there is to be \(events(satisfier))."
    case .preceded(let type):
      return
        "Before each \(words.name(body.forEach.target)) there is to be \(words.one(words.vocabulary[type].name))."
    case .notBefore(let term):
      return "No \(words.name(body.forEach.target)) is to be earlier than \(limits.day(term))."
    case .attendedBy(let places):
      return
        "\(bare(body.forEach)) is to be attended by \(RuleWords.list(self.places(places))), one person for each."
    case .forbidden(let roles):
      return
        "No \(RuleWords.list(roles.map { words.name($0) }, "or")) is to take part in \(words.one(words.name(body.forEach.target)))."
    case .chairedBy(let tiers):
      return "\(bare(body.forEach)) is to be chaired \(chair(tiers))."
    case .mustBe(let condition):
      return "Of \(lowered(each)) it is to hold that \(words.clause(condition))."
    case .pattern(let count, let last, let condition):
      return
        "Of any \(last) \(words.name(body.forEach.target))s in a row, at least \(count) is to be one where \(words.clause(condition))."
    case .soft(let phrase, let satisfier):
      let event = satisfier.map { "there is to be \(events($0))" } ?? "something is to be done"
      return
        "\(each) \(event) \(phrase): there is no number, so that only the time that goes by is shown."
    }
  }

  // MARK: Parts

  private func trigger(_ trigger: RuleTrigger) -> String {
    guard let count = trigger.count else { return "For each \(words.name(trigger.target))" }
    return
      "Each time that there have been \(count.reaches) of these within \(count.within), \(words.name(trigger.target)),"
  }

  private func bare(_ trigger: RuleTrigger) -> String { "Each \(words.name(trigger.target))" }

  private func plural(_ trigger: RuleTrigger) -> String { "\(words.name(trigger.target))s" }

  private func lowered(_ text: String) -> String { RuleWords.clause(text).without("for ") }

  private func events(_ satisfier: RuleSatisfier) -> String {
    let names = satisfier.types.map { words.one(words.vocabulary[$0].name) }
    if satisfier.ordinal > 1 {
      return
        "a \(RuleWords.ordinalWord(satisfier.ordinal)) \(words.vocabulary[satisfier.types[0]].name)"
    }
    return RuleWords.list(names, satisfier.needsAll ? "and" : "or")
  }

  private func atMost(
    _ body: RuleBody, _ tiers: [RuleTier], _ extensions: RuleExtensions?
  ) -> String {
    let length = limits.within(tiers).without("within ")
    let isElapsed = tiers.contains { $0.limit.isElapsed }
    var sentence =
      "\(bare(body.forEach)) is to last no longer than \(length)\(isElapsed ? ", counted to the minute" : "")."
    if let extensions {
      let often = extensions.count.map { $0 == 1 ? "once" : "\($0) times" } ?? "any number of times"
      sentence +=
        " It may be extended \(often) by \(extensions.each), by \(words.one(words.vocabulary[extensions.by].name)) that comes no later than the end it moves."
    }
    return sentence
  }

  private func places(_ places: [RulePlace]) -> [String] {
    var said: Set<Int> = []
    return places.compactMap { place in
      let roles = RuleWords.list(place.roles.map { words.one(words.name($0)) }, "or")
      let report = place.takesReport ? " (a written report will do)" : ""
      guard place.group > 0 else { return roles + report }
      guard said.insert(place.group).inserted else { return nil }
      let count = places.count { $0.group == place.group }
      let names = RuleWords.list(place.roles.map { words.name($0) }, "or")
      return "\(count) people in different roles out of \(names)\(report)"
    }
  }

  private func chair(_ tiers: [RuleDuty.ChairTier]) -> String {
    tiers.map { tier in
      let grade =
        words.one(words.name(tier.role)) + (tier.orAbove ? " or somebody more senior" : "")
      return tier.condition.map { "by \(grade) where \(words.clause($0))" }
        ?? (tiers.count > 1 ? "by \(grade) otherwise" : "by \(grade)")
    }.joined(separator: ", ")
  }
}

extension String {
  /// The text without a word at its front.
  fileprivate func without(_ word: String) -> String {
    utf8.starts(with: word.utf8) ? String(dropFirst(word.count)) : self
  }
}
