import CaseModel
import Clocks

/// What one edition of a rule says, in the codes of a run.
final class PlannedEdition: Sendable {
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
  }

  /// The words that it is written in.
  let vocabulary: Vocabulary
  /// The edition as read.
  let body: RuleBody
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
  /// The grades of a chair, each with its condition; empty for every other duty.
  let chairTiers: [(role: Role, orAbove: Bool, condition: CompiledCondition?)]
  /// What the triggering event must fulfil.
  let fulfils: CompiledCondition?
  /// What satisfies it; nil for a duty that no event satisfies.
  let satisfier: RuleSatisfier?
  /// Which satisfying events count.
  let satisfierFilter: CompiledCondition?
  /// The close reasons that stop the clock, in codes, by place among the stops.
  let stopReasons: [[Code]]
  /// Which processes or events stop the clock, by place among the stops.
  let stopFilters: [CompiledCondition?]
  /// Whether the satisfying event happens at most once in its process.
  let isSatisfierOnce: Bool

  init(
    _ body: RuleBody, vocabulary: Vocabulary, codes: CodeBook, calendar: WorkingDayCalendar,
    endingCalendar: WorkingDayCalendar?, officeHours: OfficeHours?
  ) {
    func compile(_ condition: Condition?) -> CompiledCondition? {
      condition.map { CompiledCondition($0, vocabulary: vocabulary, codes: codes) }
    }
    func compile(_ term: LimitTerm) -> Term {
      Term(kind: term.kind, condition: compile(term.condition))
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
    tiers = body.duty.tiers.map { tier in
      Tier(
        choice: tier.limit.choice, terms: tier.limit.terms.map(compile),
        condition: compile(tier.condition), reading: tier.reading,
        isElapsed: tier.limit.isElapsed)
    }
    switch body.duty {
    case .notBefore(let term): notBefore = compile(term)
    default: notBefore = body.notBefore.map(compile)
    }
    switch body.duty {
    case .chairedBy(let grades):
      chairTiers = grades.map { ($0.role, $0.orAbove, compile($0.condition)) }
    default: chairTiers = []
    }
    switch body.duty {
    case .mustBe(let condition), .pattern(_, _, let condition): fulfils = compile(condition)
    default: fulfils = nil
    }
    satisfier = body.duty.satisfier
    satisfierFilter = compile(body.duty.satisfier?.filter)
    stopReasons = body.stops.map { stop in
      guard case .closedFor(_, let words) = stop.fact else { return [] }
      return words.map { codes.code($0) }
    }
    stopFilters = body.stops.map { compile($0.filter) }
    isSatisfierOnce = satisfier?.types.allSatisfy { vocabulary[$0].isOnce } ?? false
  }
}
