import CaseModel
import Clocks

/// What one edition of a rule says, in the codes of a run.
final class CompiledEdition: Sendable {
  /// A limit, with the condition under which it applies.
  struct Tier: Sendable {
    let choice: LimitExpression.Choice
    let terms: [Term]
    let condition: CompiledCondition?
    let reading: RuleTier.Reading
    let isElapsed: Bool
  }

  /// A term of a limit, with the condition under which it counts.
  struct Term: Sendable {
    let kind: LimitTerm.Kind
    let condition: CompiledCondition?
    /// The plain limit after the start, where it is one.
    let limit: Limit?
  }

  /// The ways of judging that duties share.
  enum Family: Sendable {
    case deadline
    case atLeast
    case soft
    case repeats
    case before
    case cap
    case aboutTrigger
  }

  /// The words that it is written in.
  let vocabulary: Vocabulary
  /// The edition as read.
  let body: RuleBody
  /// How it is judged.
  let family: Family
  /// The process that must be open for events to count.
  let whileOpen: ProcessKind?
  /// How long before due the worklist warns.
  let dueSoon: Limit?
  /// How a longest time may be extended; nil for not at all.
  let extensions: RuleExtensions?
  /// Whether the clock starts somewhere else than with the trigger.
  let hasStarts: Bool
  /// Whether it may wait for the last of several events.
  let waitsForLatest: Bool
  /// Whether it may run on to an hour of a later day.
  let mayRunOn: Bool
  /// Whether delays may be agreed.
  let hasDelay: Bool
  /// Whether no answer by the due day counts as one.
  let isSilenceAgreement: Bool
  /// Whether what came outside office hours is received on the next working day.
  let rollsToWorkingDay: Bool
  /// The limit of a plain clock: one limit of days from the start, and nothing that moves it; nil
  /// for every other.
  let plainLimit: Limit?
  /// Whether it can be judged in one pass where the record leaves nothing open.
  let isPlain: Bool
  /// How many of the limits are those of the first interval.
  let firstTiers: Int
  /// The working days that it counts by.
  let calendar: WorkingDayCalendar
  /// The days of the hour that its clock may run on to; nil for none.
  let endingCalendar: WorkingDayCalendar?
  /// The hours of a working day; nil where it needs none.
  let officeHours: OfficeHours?
  /// Which triggers it is applied to.
  let filter: CompiledCondition?
  /// False means not required.
  let condition: CompiledCondition?
  /// True, with nothing held, means not required.
  let notRequired: CompiledCondition?
  /// The conditions of the ways to the start, by place.
  let startConditions: [CompiledCondition?]
  /// The limits, each with its condition; empty for a duty without a limit.
  let tiers: [Tier]
  /// Before which day events do not count.
  let notBefore: Term?
  /// The conditions that the requirement's form asks, in its own order.
  let conditions: [CompiledCondition?]
  /// The form of a requirement about the trigger; nil for one with a clock.
  let triggerForm: (any TriggerForm)?
  /// What satisfies it; nil for a duty that no event satisfies.
  let satisfier: CompiledSatisfier?
  /// What ends the clock.
  let stops: [CompiledStop]

  init(
    _ body: RuleBody, vocabulary: Vocabulary, codes: CodeBook, calendar: WorkingDayCalendar,
    endingCalendar: WorkingDayCalendar?, officeHours: OfficeHours?
  ) {
    func compile(_ condition: Condition?) -> CompiledCondition? {
      condition.map { CompiledCondition($0, vocabulary: vocabulary, codes: codes) }
    }
    func compile(_ term: LimitTerm) -> Term {
      Term(kind: term.kind, condition: compile(term.condition), limit: term.limit)
    }
    self.vocabulary = vocabulary
    self.body = body
    self.calendar = calendar
    self.endingCalendar = endingCalendar
    self.officeHours = officeHours
    filter = compile(body.forEach.filter)
    condition = compile(body.condition)
    notRequired = compile(body.notRequired)
    startConditions = body.starts?.terms.map { compile($0.condition) } ?? []
    tiers = body.requirement.tiers.map { tier in
      Tier(
        choice: tier.limit.choice, terms: tier.limit.terms.map(compile),
        condition: compile(tier.condition), reading: tier.reading,
        isElapsed: tier.limit.isElapsed)
    }
    notBefore = (body.requirement.form.earliest ?? body.notBefore).map(compile)
    conditions = body.requirement.form.conditions.map(compile)
    triggerForm = body.requirement.form as? any TriggerForm
    satisfier = body.requirement.satisfier.map {
      CompiledSatisfier($0, filter: compile($0.filter), vocabulary: vocabulary)
    }
    stops = body.stops.map { CompiledStop($0, filter: compile($0.filter), codes: codes) }
    family = body.requirement.form.family
    whileOpen = body.whileOpen
    dueSoon = body.dueSoon
    if case .atMost(let form) = body.requirement {
      extensions = form.extensions
    } else {
      extensions = nil
    }
    if case .repeats(let form) = body.requirement {
      firstTiers = form.first.count
    } else {
      firstTiers = 0
    }
    hasStarts = body.starts != nil
    waitsForLatest =
      body.starts?.terms.contains { term in
        if case .latestOf = term.way { true } else { false }
      } ?? false
    mayRunOn = body.endsAt != nil
    hasDelay = body.delay != nil
    isSilenceAgreement = body.isSilenceAgreement
    rollsToWorkingDay = body.rollsToWorkingDay
    plainLimit = CompiledEdition.plainLimit(body.requirement)
    isPlain = CompiledEdition.isPlain(body) && (plainLimit != nil || family == .soft)
  }

  /// The question whether nothing is required, at the time at which it is read.
  func whenNotRequired(_ scope: ConditionScope) -> ConditionScope {
    body.isNotRequiredReadSoFar ? scope.at(scope.rule.asOf) : scope
  }

  private static func plainLimit(_ requirement: Requirement) -> Limit? {
    switch requirement {
    case .deadline, .atLeast: break
    case .repeats, .atMost, .atMostInAny, .before, .preceded, .notBefore, .attendedBy, .expected,
      .forbidden, .chairedBy, .mustBe, .pattern, .soft:
      return nil
    }
    let tiers = requirement.tiers
    guard tiers.count == 1, tiers[0].condition == nil, tiers[0].limit.choice == .only,
      tiers[0].limit.terms[0].condition == nil,
      case .afterStart(let limit) = tiers[0].limit.terms[0].kind, !limit.isElapsed
    else { return nil }
    return limit
  }

  private static func isPlain(_ body: RuleBody) -> Bool {
    guard body.notBefore == nil, !body.isSilenceAgreement, body.endsAt == nil,
      !body.rollsToWorkingDay, body.delay == nil
    else { return false }
    if let satisfier = body.requirement.satisfier {
      guard !satisfier.needsAll, !satisfier.isShownLater, satisfier.ordinal == 1,
        satisfier.recipients == .none,
        !satisfier.mayBeShared
      else { return false }
    } else {
      guard case .atLeast = body.requirement else { return false }
    }
    return true
  }
}
