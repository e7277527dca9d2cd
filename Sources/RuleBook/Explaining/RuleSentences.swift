public import CaseModel
import Clocks

/// Says in plain sentences how a rule is counted; the same for reports, `rules show` and `explain`.
public enum RuleSentences {
  /// The sentences of a rule's newest edition.
  public static func text(_ planned: PlannedRule, vocabulary: Vocabulary) -> String {
    let words = RuleWords(vocabulary: vocabulary)
    let body = planned.rule.newest.body
    var sentences = [duty(body, words)]
    if let filter = body.forEach.filter {
      sentences.append("It is applied only where \(words.clause(filter)).")
    }
    if let condition = body.condition {
      sentences.append("It is required only where \(words.clause(condition)).")
    }
    if let starts = body.starts { sentences.append(start(starts, words)) }
    if let satisfier = satisfier(body.duty) { sentences += counting(satisfier, words) }
    if let condition = body.notRequired {
      sentences.append(
        "It is not required where \(words.clause(condition)) and nothing was held.")
    }
    if let kind = body.whileOpen {
      sentences.append(
        "Only what happened while the \(vocabulary[kind].name) was open counts; its end ends the clock."
      )
    }
    if !body.stops.isEmpty {
      sentences.append(
        "The clock stops if \(RuleWords.list(body.stops.map { stop($0, words) }, "or")).")
    }
    return sentences.joined(separator: " ")
  }

  private static func duty(_ body: RuleBody, _ words: RuleWords) -> String {
    let trigger = words.name(body.forEach.target)
    switch body.duty {
    case .deadline(let tiers, let satisfier):
      let event = words.one(
        RuleWords.list(satisfier.types.map { words.vocabulary[$0].name }, "or"))
      guard tiers.count > 1 else {
        return "For each \(trigger) there is to be \(event) within \(limit(tiers[0].limit))."
      }
      let parts = tiers.map { tier in
        tier.condition.map { "\(limit(tier.limit)) where \(words.clause($0))" }
          ?? "\(limit(tier.limit)) otherwise"
      }
      return "For each \(trigger) there is to be \(event) within \(parts.joined(separator: ", "))."
    case .atMost(let tiers):
      return
        "Each \(trigger) is to last no longer than \(tiers[0].limit)\(tiers[0].limit.isElapsed ? ", counted to the minute" : "")."
    case .repeats(let first, let then, let satisfier):
      let event = words.one(
        RuleWords.list(satisfier.types.map { words.vocabulary[$0].name }, "or"))
      let opening = first.map { "within \($0) of the start and then " } ?? ""
      return
        "For each \(trigger) there is to be \(event) \(opening)within \(then) of the one before, counted from the one that was held and never from the day on which it was due."
    case .attendedBy(let places):
      let people = places.map { place in
        RuleWords.list(place.map { words.one(words.name($0)) }, "or")
      }
      return "Each \(trigger) is to be attended by \(RuleWords.list(people)), one person for each."
    case .chairedBy(let tiers):
      let parts = tiers.map { tier in
        let grade =
          words.one(words.name(tier.role)) + (tier.orAbove ? " or somebody more senior" : "")
        return tier.condition.map { "by \(grade) where \(words.clause($0))" }
          ?? (tiers.count > 1 ? "by \(grade) otherwise" : "by \(grade)")
      }
      return "Each \(trigger) is to be chaired \(parts.joined(separator: ", "))."
    case .preceded(let type):
      return "Before each \(trigger) there is to be \(words.one(words.vocabulary[type].name))."
    }
  }

  private static func limit(_ limit: Limit) -> String {
    limit == .sameDay ? "the same day" : limit.description
  }

  private static func satisfier(_ duty: RuleDuty) -> RuleSatisfier? {
    switch duty {
    case .deadline(_, let satisfier), .repeats(_, _, let satisfier): satisfier
    default: nil
    }
  }

  private static func counting(_ satisfier: RuleSatisfier, _ words: RuleWords) -> [String] {
    var sentences: [String] = []
    switch satisfier.filter {
    case .not(let inner): sentences.append("One where \(words.clause(inner)) does not count.")
    case let filter?: sentences.append("Only one where \(words.clause(filter)) counts.")
    case nil: break
    }
    if satisfier.isAfterStartDay {
      sentences.append("One on the day of the start does not count.")
    }
    if satisfier.recipients == .allWhoAttended {
      sentences.append("It is to reach everybody who attended, and the last of them decides.")
    }
    return sentences
  }

  private static func start(_ start: RuleStart, _ words: RuleWords) -> String {
    let ways = start.terms.map { term in
      switch term {
      case .flagged(let type, let flag):
        "the \(words.vocabulary[type].name) that is marked so: \(RuleWords.clause(words.vocabulary[flag].meaning))"
      case .first(let type): "the first \(words.vocabulary[type].name)"
      case .last(let type): "the last \(words.vocabulary[type].name) before it"
      case .opened(let kind): "the opening of the \(words.vocabulary[kind].name)"
      }
    }
    return "The clock starts with \(ways.joined(separator: "; where there is none, with "))."
  }

  private static func stop(_ stop: RuleStop, _ words: RuleWords) -> String {
    switch stop.fact {
    case .childDied: "the child dies"
    case .closed(let kind): "the \(words.vocabulary[kind].name) is closed"
    case .closedFor(let kind, let reasons):
      "the \(words.vocabulary[kind].name) is closed because \(RuleWords.list(reasons.map(RuleWords.plain), "or"))"
    }
  }
}
