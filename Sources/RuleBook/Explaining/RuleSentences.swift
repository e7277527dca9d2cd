public import CaseModel
import Clocks
import Output

/// Says in plain sentences how a rule is counted; the same for reports, `rules show`, the catalogue
/// and `explain`.
public enum RuleSentences {
  /// The sentences of a rule's newest edition.
  public static func text(_ compiledRule: CompiledRule, vocabulary: Vocabulary) -> String {
    text(compiledRule.rule, edition: compiledRule.rule.editions.count - 1, vocabulary: vocabulary)
  }

  /// The sentences of one edition of a rule.
  public static func text(_ rule: Rule, edition: Int, vocabulary: Vocabulary) -> String {
    let words = RuleWords(vocabulary: vocabulary)
    let body = rule.editions[edition].body
    var sentences = [body.requirement.form.sentence(body.forEach, words)]
    sentences += scope(body, words)
    if let starts = body.starts { sentences.append(start(starts, body, words)) }
    if body.rollsToWorkingDay {
      sentences.append(
        "What comes outside office hours counts as received on the next working day.")
    }
    if let satisfier = body.requirement.satisfier { sentences += counting(satisfier, words) }
    if let term = body.notBefore {
      sentences.append(
        "What comes earlier than \(LimitWords(words: words).day(term)) does not count.")
    }
    sentences += ending(body, words)
    if let delay = body.delay { sentences.append(self.delay(delay, words)) }
    if rule.isPerIncident {
      sentences.append("It is judged once, however many children it concerns.")
    }
    return sentences.joined(separator: " ")
  }

  private static func scope(_ body: RuleBody, _ words: RuleWords) -> [String] {
    var sentences: [String] = []
    if let filter = body.forEach.filter {
      sentences += only(filter, "This applies", "It does not apply", words)
    }
    if let condition = body.condition {
      sentences += only(condition, "It is required", "It is not required", words)
    }
    return sentences
  }

  /// A condition as sentences, what must not hold in one of its own: nobody reads "not" twice.
  private static func only(
    _ condition: Condition, _ yes: String, _ no: String, _ words: RuleWords
  ) -> [String] {
    var parts = [condition]
    if case .all(let all) = condition { parts = all }
    var (held, denied): ([String], [String]) = ([], [])
    for part in parts {
      if let other = RuleWords.denied(part) {
        denied.append(words.clause(other))
      } else {
        held.append(words.clause(part))
      }
    }
    var sentences: [String] = []
    if !held.isEmpty { sentences.append("\(yes) only where \(English.list(held)).") }
    if !denied.isEmpty { sentences.append("\(no) where \(English.list(denied, .or)).") }
    return sentences
  }

  private static func ending(_ body: RuleBody, _ words: RuleWords) -> [String] {
    var sentences: [String] = []
    if let ending = body.endsAt {
      sentences.append(
        "If the last day is none of the \(RuleWords.spaced(ending.calendar)), the clock runs on to \(OfficeHours.time(ending.minuteOfDay)) on the next day that is one."
      )
    }
    if body.isSilenceAgreement {
      sentences.append("Where nobody answers in time, that counts as agreed.")
    }
    if let condition = body.notRequired {
      sentences.append(
        "It is not required where \(words.clause(condition)); one that was held all the same counts."
      )
    }
    if let kind = body.whileOpen {
      sentences.append(
        "Only what happened while the \(words.vocabulary[kind].name) was open counts, and its end stops the clock."
      )
    }
    if !body.stops.isEmpty {
      sentences.append(
        "The clock stops if \(English.list(body.stops.map { stop($0, words) }, .or)).")
    }
    return sentences
  }

  private static func counting(_ satisfier: RuleSatisfier, _ words: RuleWords) -> [String] {
    var sentences: [String] = []
    switch satisfier.filter {
    case .not(let inner): sentences.append("One does not count where \(words.clause(inner)).")
    case let filter?: sentences.append("One counts only where \(words.clause(filter)).")
    case nil: break
    }
    if satisfier.needsAll { sentences.append("The last of them decides.") }
    if satisfier.isShownLater {
      let names = satisfier.types.map { English.one(words.vocabulary[$0].name) }
      sentences.append(
        "Where no export shows \(names[0]) and \(names[1]) came late, it is open whether it was in time."
      )
    }
    if satisfier.isAfterStartDay {
      sentences.append("One on the day of the start does not count.")
    }
    if satisfier.isAlsoBeforeStart { sentences.append("One from before the start counts too.") }
    switch satisfier.recipients {
    case .none: break
    case .allWhoAttended:
      sentences.append("It must reach everybody who attended, and the last of them decides.")
    case .each(let roles):
      let names = English.list(roles.map { "the \(words.name($0))" })
      sentences.append("It must reach \(names), and the last of them decides.")
    }
    return sentences
  }

  private static func start(
    _ start: RuleStart, _ body: RuleBody, _ words: RuleWords
  ) -> String {
    let ways = start.terms.map { term in
      way(term.way, body.forEach.target, words)
        + (term.condition.map { " where \(words.clause($0))" } ?? "")
    }
    return "The clock starts with \(ways.joined(separator: "; where there is none, with "))."
  }

  private static func way(
    _ way: RuleStart.Way, _ target: RuleTrigger.Target, _ words: RuleWords
  ) -> String {
    switch way {
    case .flagged(let type, let flag):
      "the \(words.vocabulary[type].name) of which it is recorded that \(RuleWords.clause(words.vocabulary[flag].meaning))"
    case .first(let type) where target == .event(type),
      .last(let type) where target == .event(type):
      "the \(words.vocabulary[type].name) itself"
    case .first(let type): "the first \(words.vocabulary[type].name)"
    case .last(let type): "the last \(words.vocabulary[type].name) before it"
    case .latestOf(let types):
      "whichever comes last of \(English.list(types.map { "the \(words.vocabulary[$0].name)" }))"
    case .opened(let kind): "the start of the \(words.vocabulary[kind].name)"
    }
  }

  private static func stop(_ stop: RuleStop, _ words: RuleWords) -> String {
    let filter = stop.filter.map { " where \(words.clause($0))" } ?? ""
    return switch stop.fact {
    case .childDied: "the child dies"
    case .childTurns(let age): "the child turns \(age)"
    case .closed(let kind): "the \(words.vocabulary[kind].name) is closed"
    case .closedFor(let kind, let reasons):
      "the \(words.vocabulary[kind].name) is closed as \(English.list(reasons.map(RuleWords.plain), .or))"
    case .opened(let kind): "\(English.one(words.vocabulary[kind].name)) begins\(filter)"
    case .happened(let type): "there is \(English.one(words.vocabulary[type].name))\(filter)"
    }
  }

  private static func delay(_ delay: RuleDelay, _ words: RuleWords) -> String {
    let people = delay.authorisers.map { authoriser in
      English.one(words.name(authoriser.role))
        + (authoriser.orAbove ? " or somebody more senior" : "")
    }
    return
      "A delay may be agreed, with a reason and on or before the last day, by \(English.list(people)); the outcome stays what it is, and the agreed day is shown beside it."
  }
}
