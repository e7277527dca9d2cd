import CaseModel
import Clocks

/// What one edition of a rule says, read and checked against the vocabulary.
struct RuleBody: Sendable, Hashable {
  /// What it is applied to.
  var forEach: RuleTrigger
  /// False means not required.
  var condition: Condition?
  /// True, with nothing held, means not required.
  var notRequired: Condition?
  /// Whether that is read at the as-of; else when the clock starts.
  var isNotRequiredReadSoFar = false
  /// Where the clock starts; nil for the trigger itself.
  var starts: RuleStart?
  /// Where the child's own clock starts: the first of these.
  var livedFrom: [EventType]
  /// What is asked for.
  var requirement: Requirement
  /// Before which day events do not count.
  var notBefore: LimitTerm?
  /// What ends the clock.
  var stops: [RuleStop]
  /// The process that must be open for events to count; its end ends the clock.
  var whileOpen: ProcessKind?
  /// Whether no answer by the due day counts as one.
  var isSilenceAgreement = false
  /// The hour to which the clock may run on.
  var endsAt: RuleEnding?
  /// Whether what came outside office hours counts as received on the next working day.
  var rollsToWorkingDay = false
  /// Who may agree a delay.
  var delay: RuleDelay?
  /// Another calendar than the pack's.
  var calendar: String?
  /// How long before due the worklist warns.
  var dueSoon: Limit?
}

/// What a rule is applied to: each process of a kind, or each event of a type that was held.
struct RuleTrigger: Sendable, Hashable {
  /// What is looked for.
  enum Target: Sendable, Hashable {
    /// Each process of a kind.
    case process(ProcessKind)
    /// Each event of a type that was held.
    case event(EventType)
  }

  /// How many within a rolling time make one trigger.
  struct Count: Sendable, Hashable {
    /// How many.
    var reaches: Int
    /// Within how long.
    var within: Limit
  }

  /// What is looked for.
  var target: Target
  /// Which of them; nil for all.
  var filter: Condition?
  /// How many of them make one trigger; nil for each.
  var count: Count?
}

/// Where a clock starts when it is not the trigger itself.
struct RuleStart: Sendable, Hashable {
  /// One way to find the start.
  enum Way: Sendable, Hashable {
    /// The linked events of a type that carry a flag.
    case flagged(EventType, Attribute)
    /// The first linked event of a type.
    case first(EventType)
    /// The last linked event of a type on or before the trigger.
    case last(EventType)
    /// The day on which the last of several types had happened.
    case latestOf([EventType])
    /// The opening of the linked process of a kind.
    case opened(ProcessKind)
  }

  /// One way to find the start, tried in order.
  struct Term: Sendable, Hashable {
    /// The way.
    var way: Way
    /// When it is the start; nil for always.
    var condition: Condition?
  }

  /// The ways, the preferred first.
  var terms: [Term]

  /// The types of event that may start the clock, the openings of processes aside.
  var events: [EventType] {
    terms.flatMap { term -> [EventType] in
      switch term.way {
      case .flagged(let type, _), .first(let type), .last(let type): [type]
      case .latestOf(let types): types
      case .opened: []
      }
    }
  }
}

/// Something that ends a clock without satisfying it, and when.
struct RuleStop: Sendable, Hashable {
  /// The dated fact.
  enum Fact: Sendable, Hashable {
    /// The child died.
    case childDied
    /// The child reached an age.
    case childTurns(Int)
    /// The linked process of a kind closed.
    case closed(ProcessKind)
    /// The linked process of a kind closed for one of these reasons.
    case closedFor(ProcessKind, [String])
    /// A process of a kind opened after the start.
    case opened(ProcessKind)
    /// An event of a type happened after the start.
    case happened(EventType)
  }

  /// The dated fact.
  var fact: Fact
  /// Which of the processes or events; nil for all.
  var filter: Condition?
}

/// The hour of a later day to which a clock runs on where its last day is none of a calendar's.
struct RuleEnding: Sendable, Hashable {
  /// The minute of that day.
  var minuteOfDay: Int
  /// The calendar that counts the days.
  var calendar: String
}

/// Who must agree a delay: a role each, or one above it.
struct RuleDelay: Sendable, Hashable {
  /// A role that must agree.
  struct Authoriser: Sendable, Hashable {
    /// The lowest role that will do.
    var role: Role
    /// Whether more senior roles of the same agency will do.
    var orAbove: Bool
  }

  /// All of these must agree.
  var authorisers: [Authoriser]
}
