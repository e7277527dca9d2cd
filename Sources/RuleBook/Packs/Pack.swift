public import Clocks
public import Faults

/// A folder of rules: a national one, or a local one on top.
public struct Pack: Sendable {
  /// The name, which is its folder's.
  public let name: String
  /// Its title.
  public let title: String
  /// The calendar that its working days are counted by.
  public let calendar: String
  /// The hours of a working day; nil where no rule of the pack needs them.
  public let officeHours: OfficeHours?
  /// The day on which somebody last held it against its sources.
  public let lastChecked: String
  /// What it says about its sources, and what was left out and why; empty for nothing.
  public let notes: String
  /// Its rules, in the order of files and lines.
  public let rules: [Rule]
  /// What a board compares with others; empty for nothing.
  public let measures: [MeasureDefinition]
}

/// One dated edition of a rule.
public struct Edition: Sendable {
  /// The first day on which it is in force.
  public let from: CivilDay
  /// The last day on which it is in force; nil while it is.
  public let until: CivilDay?
  /// What it rests on.
  public let basis: Basis
  /// Where it is written.
  public let citation: String
  /// What it says.
  let body: RuleBody
}

/// What a rule rests on, the strongest first.
public enum Basis: String, Sendable, CaseIterable, Comparable {
  /// An Act.
  case statute
  /// Regulations.
  case regulation
  /// Guidance that must be followed unless there is good reason not to.
  case statutoryGuidance = "statutory guidance"
  /// A procedure of the authority or its safeguarding partnership.
  case localProcedure = "local procedure"
  /// National practice that no law requires.
  case practice

  /// The stronger is smaller.
  public static func < (left: Basis, right: Basis) -> Bool {
    let order = Basis.allCases
    guard let first = order.firstIndex(of: left), let second = order.firstIndex(of: right) else {
      return false
    }
    return first < second
  }
}

/// One timescale or duty, in dated editions.
public struct Rule: Sendable {
  /// The national rule that a local one stands beside.
  public struct Beside: Sendable, Hashable {
    /// How the two stand to each other.
    public enum Relation: String, Sendable, CaseIterable {
      /// The local limit is the shorter.
      case stricter
      /// The local limit is a target of its own, and may be the longer.
      case target
    }

    /// The national rule's id.
    public let rule: String
    /// How the two stand to each other.
    public let relation: Relation
    /// Where it is said.
    public let place: Place
  }

  /// A clock on the way to what a rule asks for.
  public struct Checkpoint: Sendable, Hashable {
    /// The id of the rule that it belongs to.
    public let rule: String
    /// Its label.
    public let label: String
  }

  /// The stable id, pack and name: `england/icpc`.
  public let id: String
  /// Its title.
  public let title: String
  /// The question that a board may ask; empty for none.
  public let ask: String
  /// What a reader should know besides; empty for none.
  public let note: String
  /// The forms that it is an instance of.
  public let forms: [String]
  /// The rows of the reference that it holds.
  public let rows: [String]
  /// Its former name; nil for none.
  public let was: String?
  /// Why it is not to be used yet; nil where it is.
  public let switchedOff: String?
  /// The national rule that it stands beside; nil for none.
  public let beside: Beside?
  /// The rule and label that it is a checkpoint of; nil for a rule of its own.
  public let checkpoint: Checkpoint?
  /// Whether a process that several children share is judged once and listed under each.
  public let isPerIncident: Bool
  /// Whether the edition is the one in force on the due day, not on the day of the start.
  public let isJudgedByDue: Bool
  /// Where it stands.
  public let place: Place
  /// Its editions, the oldest first; at least one.
  public let editions: [Edition]
  /// Its examples, in the order written.
  public let examples: [Example]

  /// The index of the edition that is in force on a day; nil where none is.
  public func edition(on day: CivilDay) -> Int? {
    for (index, edition) in editions.enumerated().reversed() where edition.from <= day {
      if let until = edition.until, day > until { return nil }
      return index
    }
    return nil
  }

  /// The newest edition.
  public var newest: Edition { editions[editions.count - 1] }
}
