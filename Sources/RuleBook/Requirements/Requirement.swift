/// What one edition of a rule demands: exactly one of these forms.
///
/// This is the registry of the forms. A form is a struct in a file of this folder that conforms to
/// ``RequirementForm``; it has a case here, and a key in ``Key``.
enum Requirement: Sendable, Hashable {
  /// Something happens within a limit.
  case deadline(Deadline)
  /// Something happens again within each interval.
  case repeats(Repeats)
  /// The triggering process lasts no longer than a limit, extensions counted.
  case atMost(AtMost)
  /// All processes of the kind together last no longer than a limit in any time of a length.
  case atMostInAny(AtMostInAny)
  /// The triggering process lasts no less than a limit.
  case atLeast(AtLeast)
  /// Something happens so long before the trigger does.
  case before(Before)
  /// Something happens before the trigger does, without a number.
  case preceded(Preceded)
  /// The trigger does not happen before a day.
  case notBefore(NotBefore)
  /// Roles take part, one person a seat.
  case attendedBy(AttendedBy)
  /// Roles are wished for, and their absence is no breach.
  case expected(Expected)
  /// Roles take no part.
  case forbidden(Forbidden)
  /// Somebody of a grade chairs.
  case chairedBy(ChairedBy)
  /// The trigger fulfils a condition.
  case mustBe(MustBe)
  /// At least so many of the last events fulfil a condition.
  case pattern(Pattern)
  /// Something happens, and nobody says within what time.
  case soft(Soft)

  /// The form with its values.
  var form: any RequirementForm {
    switch self {
    case .deadline(let form): form
    case .repeats(let form): form
    case .atMost(let form): form
    case .atMostInAny(let form): form
    case .atLeast(let form): form
    case .before(let form): form
    case .preceded(let form): form
    case .notBefore(let form): form
    case .attendedBy(let form): form
    case .expected(let form): form
    case .forbidden(let form): form
    case .chairedBy(let form): form
    case .mustBe(let form): form
    case .pattern(let form): form
    case .soft(let form): form
    }
  }

  /// The keys of which a rule has exactly one, in the order in which messages list them.
  enum Key: String, Sendable, CaseIterable {
    case limit
    case repeats
    case atMost = "at most"
    case atLeast = "at least"
    case before
    case order
    case notBefore = "not before"
    case attendedBy = "attended by"
    case expected
    case forbidden
    case chairedBy = "chaired by"
    case mustBe = "must be"
    case pattern
    case soft

    /// The form that reads the value of the key.
    var form: any RequirementForm.Type {
      switch self {
      case .limit: Deadline.self
      case .repeats: Repeats.self
      case .atMost: AtMost.self
      case .atLeast: AtLeast.self
      case .before: Before.self
      case .order: Preceded.self
      case .notBefore: NotBefore.self
      case .attendedBy: AttendedBy.self
      case .expected: Expected.self
      case .forbidden: Forbidden.self
      case .chairedBy: ChairedBy.self
      case .mustBe: MustBe.self
      case .pattern: Pattern.self
      case .soft: Soft.self
      }
    }
  }
}

extension Requirement {
  /// The key that states it.
  var key: Key { type(of: form).key }
  /// The limits that the clock may have, each with its condition; empty for a form without one.
  var tiers: [RuleTier] { form.tiers }
  /// The event that satisfies it; nil for a form that no event satisfies.
  var satisfier: RuleSatisfier? { form.satisfier }
  /// Whether it is about the triggering event itself, which no later event can mend.
  var isAboutTrigger: Bool { form.isAboutTrigger }
}
