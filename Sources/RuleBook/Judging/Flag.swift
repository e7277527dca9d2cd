public import Clocks
import Output

/// What is said beside the outcome of a check, with all its words.
public enum Flag: UInt8, Sendable, CaseIterable {
  /// Not satisfied yet, and due within the rule's warning window.
  case dueSoon
  /// Overdue when what it belongs to ended: the lateness is fixed.
  case ended
  /// At least so late: the record leaves open how much later.
  case atLeast
  /// A breach by date that a count of working days would not show, or the reverse.
  case countDisagrees
  /// The clock started at the rule's fallback, because no event is marked as its start.
  case startFellBack
  /// A feed says that the satisfying event was not required, and it was held all the same.
  case heldThoughNotRequired
  /// The event that satisfied it came after its process was closed.
  case heldAfterClosing
  /// A local time that never happened was taken as its day only.
  case impossibleTime
  /// Nobody answered within the time, which counts as agreed.
  case bySilence
  /// The end was moved by an extension that was granted in time.
  case extended
  /// The clock ran on to an hour of a later day, because its last day is a holiday.
  case ranOn
  /// A delay was agreed by all who must, with a reason, on or before due.
  case delayAgreed
  /// It happened by the day until which a delay was agreed.
  case delayKept
  /// A delay is recorded, but not agreed by all who must, or without a reason, or too late.
  case delayNotAgreed
  /// No id ties the event that satisfied it to its trigger; it was taken by its date.
  case linkedByDate

  /// The spelling in files.
  public var word: String {
    switch self {
    case .dueSoon: "due_soon"
    case .ended: "ended"
    case .atLeast: "at_least"
    case .countDisagrees: "count_disagrees"
    case .startFellBack: "start_fell_back"
    case .heldThoughNotRequired: "held_though_not_required"
    case .heldAfterClosing: "held_after_closing"
    case .impossibleTime: "impossible_time"
    case .bySilence: "by_silence"
    case .extended: "extended"
    case .ranOn: "ran_on"
    case .delayAgreed: "delay_agreed"
    case .delayKept: "delay_kept"
    case .delayNotAgreed: "delay_not_agreed"
    case .linkedByDate: "linked_by_date"
    }
  }

  /// What the flag means, as documentation says it.
  public var meaning: String { English.sentence(note(delayedUntil: .absent)) }

  /// What pages say of a check that has the flag, as a clause; an agreed delay with the day until
  /// which it was agreed, where that is known.
  public func note(delayedUntil: Moment) -> String {
    switch self {
    case .dueSoon: "due within the time in which the rule warns"
    case .ended: "the case ended, so the lateness is fixed"
    case .atLeast: "at least so late"
    case .countDisagrees: "a count of working days alone would say otherwise"
    case .startFellBack: "no event is marked as the start, so the rule’s fallback was used"
    case .heldThoughNotRequired: "held though recorded as not required"
    case .heldAfterClosing: "done after the case was closed"
    case .impossibleTime: "a time that never happened was taken as its day"
    case .bySilence: "nobody answered in time, which counts as agreed"
    case .extended: "the end was moved by an extension that was granted in time"
    case .ranOn: "the last day is a holiday, so the clock ran on to a later day"
    case .delayAgreed:
      "a delay was agreed\(delayedUntil.isKnown ? " until \(delayedUntil.words)" : ""); the outcome stays what it is"
    case .delayKept: "it happened by the day until which the delay was agreed"
    case .delayNotAgreed: "a delay is recorded, but was not agreed as the rule asks"
    case .linkedByDate: "no id ties the two, so the link was made by date"
    }
  }

  /// What the explanation of a check says of it, as a sentence; nil where the sentence of the start,
  /// the limit or the outcome says it.
  var sentence: String? {
    switch self {
    case .countDisagrees:
      "By a count of working days it would be in time, because the event fell on a day that is no working day; a breach is judged by dates."
    case .heldAfterClosing:
      "It came after something else had ended the clock; what happened is judged by its date all the same."
    case .linkedByDate: "No id ties the two; it was taken because of its date."
    case .dueSoon, .ended, .atLeast, .startFellBack, .heldThoughNotRequired, .impossibleTime,
      .bySilence, .extended, .ranOn, .delayAgreed, .delayKept, .delayNotAgreed:
      nil
    }
  }

  /// What the note of a row says of a check that has the flag, in a few words; nil where the note
  /// says it with the lateness, with the agreed delay, or not at all.
  func brief(_ check: Check) -> String? {
    switch self {
    case .dueSoon: "due soon"
    case .ended: "ended \(check.stopped)"
    case .countDisagrees: "in time by a count of working days"
    case .heldThoughNotRequired: "held though recorded as not required"
    case .heldAfterClosing: "held after closing"
    case .impossibleTime: "a time that never happened was taken as its day"
    case .bySilence: "agreed by silence"
    case .extended: "extended"
    case .ranOn: "ran on past a holiday"
    case .delayAgreed:
      "delay agreed"
        + (check.delayedUntil.isKnown ? " until \(check.delayedUntil)" : "")
        + (check.flags.contains(.delayKept) ? ", kept" : "")
    case .delayNotAgreed: "delay recorded but not agreed as the rule asks"
    case .linkedByDate: "linked by date"
    case .atLeast, .startFellBack, .delayKept: nil
    }
  }
}

/// The flags of a check: one word, a bit a flag.
public struct FlagSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private var bits: UInt16

  /// The set of some flags.
  public init(arrayLiteral flags: Flag...) {
    bits = flags.reduce(0) { $0 | FlagSet.bit($1) }
  }

  private init(bits: UInt16) { self.bits = bits }

  /// Whether there are none.
  public var isEmpty: Bool { bits == 0 }

  /// The flags, in the order of their declaration.
  public var flags: [Flag] { Flag.allCases.filter(contains) }

  /// Whether a flag is in it.
  public func contains(_ flag: Flag) -> Bool { bits & FlagSet.bit(flag) != 0 }

  /// Adds a flag.
  public mutating func insert(_ flag: Flag) { bits |= FlagSet.bit(flag) }

  /// Takes a flag out.
  mutating func remove(_ flag: Flag) { bits &= ~FlagSet.bit(flag) }

  /// Keeps the flags that another set has too.
  mutating func formIntersection(_ other: FlagSet) { bits &= other.bits }

  private static func bit(_ flag: Flag) -> UInt16 { 1 << UInt16(flag.rawValue) }
}
