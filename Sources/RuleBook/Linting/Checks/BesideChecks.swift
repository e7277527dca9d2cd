import Clocks
import Faults

/// Looks for rules that stand beside one that does not exist.
enum BesideRules: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = (subject.packs + subject.others).flatMap { $0.rules.map(\.id) }
    for (_, rule) in subject.rules {
      guard let beside = rule.rule?.beside else { continue }
      if beside.rule == rule.id {
        report.add(
          Fault(
            .configuration, at: beside.place, "a rule stands beside another, and not beside itself",
            next: "name the national rule"))
      } else if !known.contains(beside.rule) {
        report.add(
          Fault(
            .configuration, at: beside.place, "there is no rule \"\(beside.rule)\" to stand beside",
            next: suggestion(for: beside.rule, in: known.filter { $0 != rule.id })))
      }
    }
  }
}

/// Looks for local rules that allow more than the national one that they stand beside, and do not
/// say that they are a target.
enum LooserRules: LintCheck {
  static func look(at subject: LintSubject, _ report: inout LintReport) {
    let known = (subject.packs + subject.others).flatMap(\.rules)
    for (_, rule) in subject.rules {
      guard let local = rule.rule, let beside = local.beside, beside.relation == .stricter,
        let national = known.first(where: { $0.id == beside.rule })?.rule, beside.rule != rule.id
      else { continue }
      switch RuleComparison(local.newest.body, national.newest.body) {
      case .asStrict: continue
      case .looser(let own, let other):
        report.add(
          Fault(
            .configuration, at: beside.place,
            "a local rule looser than the national one is a target, and \(own) is looser than the \(other) of \(beside.rule)",
            next: "write \"beside: \(beside.rule) target\", or correct the limit"))
      case .incomparable(let difference):
        report.notice(
          Fault(
            .configuration, at: beside.place,
            "cannot compare with \(beside.rule): \(difference)",
            next: "look yourself whether it is the stricter"))
      }
    }
  }
}

/// How much a local rule allows, held against a national one.
enum RuleComparison: Equatable {
  /// No more than the national one.
  case asStrict
  /// More: this much, against that much.
  case looser(String, than: String)
  /// The two cannot be compared, because of this.
  case incomparable(String)

  /// Compares two rules with the same trigger, the same start and the same units.
  init(_ local: RuleBody, _ national: RuleBody) {
    guard local.forEach == national.forEach else {
      self = .incomparable("they are applied to different things")
      return
    }
    guard local.starts == national.starts else {
      self = .incomparable("their clocks start differently")
      return
    }
    self = local.requirement.form.comparison(with: national.requirement)
  }

  /// The answer for two requirements of different forms, or of a form that allows no more or less.
  static let ofDifferentKinds = RuleComparison.incomparable(
    "they ask for different kinds of things")

  /// The first of two answers that is not in order.
  func and(_ other: RuleComparison) -> RuleComparison {
    switch (self, other) {
    case (.looser, _), (.incomparable, .asStrict), (.incomparable, .incomparable): self
    case (.asStrict, _), (.incomparable, .looser): other
    }
  }

  /// The answer where the shorter is the looser.
  var turned: RuleComparison {
    guard case .looser(let more, let less) = self else { return self }
    return .looser(less, than: more)
  }

  /// Compares limits, of which the shorter is the stricter.
  static func longer(_ own: [RuleTier], _ other: [RuleTier]) -> RuleComparison {
    guard own.count == other.count,
      zip(own, other).allSatisfy({ $0.condition == $1.condition && $0.reading == $1.reading })
    else { return .incomparable("their tiers differ") }
    var answer = RuleComparison.asStrict
    for (own, other) in zip(own, other) { answer = answer.and(longer(own.limit, other.limit)) }
    return answer
  }

  private static func longer(_ own: LimitExpression, _ other: LimitExpression) -> RuleComparison {
    guard own.choice == other.choice, own.terms.count == other.terms.count,
      zip(own.terms, other.terms).allSatisfy({ $0.condition == $1.condition })
    else { return .incomparable("their limits are put together differently") }
    var answer = RuleComparison.asStrict
    for (own, other) in zip(own.terms, other.terms) {
      answer = answer.and(longer(own.kind, other.kind))
    }
    return answer
  }

  private static func longer(_ own: LimitTerm.Kind, _ other: LimitTerm.Kind) -> RuleComparison {
    if own == other { return .asStrict }
    switch own {
    case .afterStart(let own):
      if case .afterStart(let other) = other { return longer(own, other) }
    case .after(let own, let day):
      if case .after(let other, day) = other { return longer(own, other) }
    case .before(let own, let day):
      // So long before a day: the longer is the earlier and the stricter.
      if case .before(let other, day) = other { return longer(other, own).turned }
    case .own(let field, let own?):
      if case .own(field, let other?) = other { return longer(own, other) }
    case .own, .on, .recorded: break
    }
    return .incomparable("their limits are counted from different days")
  }

  /// Compares lengths of time, of which the shorter is the stricter.
  static func longer(_ own: Limit, _ other: Limit) -> RuleComparison {
    guard own.unit == other.unit, own.countsFirstDay == other.countsFirstDay else {
      return .incomparable("\(own) and \(other) are different units")
    }
    return own.count > other.count ? .looser(own.description, than: other.description) : .asStrict
  }
}
