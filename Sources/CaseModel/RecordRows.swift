public import Clocks

/// Something that opens and closes: an episode, an enquiry, a plan.
public struct ProcessRow: Sendable, Hashable {
  /// Its kind.
  public var kind: ProcessKind
  /// Whether its id was made up because the format has none.
  public var isMadeUp: Bool
  /// The row of the process around it; -1 for none.
  public var parent: Int32
  /// When it opened.
  public var opened: Moment
  /// When it closed; absent while it is open.
  public var closed: Moment
  /// The reason of its closing.
  public var closeReason: Code
  /// The system's own id, in the record's text.
  public var id: TextRange
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// The position of its opening.
  public var source: Source
  /// The position of its closing.
  public var closedSource: Source

  /// A process that is open from a moment.
  public init(
    kind: ProcessKind, isMadeUp: Bool = false, parent: Int32 = -1, opened: Moment = .absent,
    closed: Moment = .absent, closeReason: Code = .none, id: TextRange = .empty,
    feeds: FeedSet = [], source: Source = .none, closedSource: Source = .none
  ) {
    self.kind = kind
    self.isMadeUp = isMadeUp
    self.parent = parent
    self.opened = opened
    self.closed = closed
    self.closeReason = closeReason
    self.id = id
    self.feeds = feeds
    self.source = source
    self.closedSource = closedSource
  }
}

/// The state of an event.
public enum EventState: UInt8, Sendable, CaseIterable {
  /// It happened.
  case held
  /// It is to happen.
  case planned
  /// It was called off.
  case cancelled
  /// It was recorded as not required.
  case notRequired
  /// A row that was set aside may have said so, or something else; no export says it of itself.
  ///
  /// Such an event counts nowhere, and where it might, its absence proves nothing.
  case unread

  /// The states that exports and packs name.
  public static let written: [EventState] = [.held, .planned, .cancelled, .notRequired]

  /// The word in exports and packs.
  public var word: String {
    switch self {
    case .held: "held"
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .notRequired: "not_required"
    case .unread: "unread"
    }
  }

  /// The state of a word that exports and packs use.
  public init?(word: String) {
    guard let state = EventState.written.first(where: { $0.word == word }) else { return nil }
    self = state
  }
}

/// Something that happened, is planned, or was recorded as not required.
public struct EventRow: Sendable, Hashable {
  /// Its type.
  public var type: EventType
  /// Its state.
  public var state: EventState
  /// The row of the process around it; -1 for none.
  public var process: Int32
  /// When.
  public var at: Moment
  /// The due date that the system itself recorded; for comparison only.
  public var dueRecorded: Moment
  /// Its outcome.
  public var outcome: Code
  /// The system's own id, in the record's text.
  public var id: TextRange
  /// The date as written, where it cannot be read, in the record's text.
  public var raw: TextRange
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Its position in the export.
  public var source: Source

  /// An event of a type at a moment.
  public init(
    type: EventType, state: EventState = .held, process: Int32 = -1, at: Moment = .absent,
    dueRecorded: Moment = .absent, outcome: Code = .none, id: TextRange = .empty,
    raw: TextRange = .empty, feeds: FeedSet = [], source: Source = .none
  ) {
    self.type = type
    self.state = state
    self.process = process
    self.at = at
    self.dueRecorded = dueRecorded
    self.outcome = outcome
    self.id = id
    self.raw = raw
    self.feeds = feeds
    self.source = source
  }
}

/// The part that somebody took in an event.
public enum Part: UInt8, Sendable, CaseIterable {
  /// Was there.
  case attended
  /// Was asked and sent apologies.
  case apologies
  /// Was asked; nothing more is recorded.
  case invited
  /// Sent a report and was not there.
  case reportOnly
  /// Was sent the record.
  case sentTo

  /// The word in exports and packs.
  public var word: String {
    switch self {
    case .attended: "attended"
    case .apologies: "apologies"
    case .invited: "invited"
    case .reportOnly: "report_only"
    case .sentTo: "sent_to"
    }
  }

  /// The part of a word.
  public init?(word: String) {
    guard let part = Part.allCases.first(where: { $0.word == word }) else { return nil }
    self = part
  }
}

/// The participation of somebody in an event.
public struct Participation: Sendable, Hashable {
  /// The row of the event.
  public var event: Int32
  /// The role.
  public var role: Role
  /// For which agency, where the export names it.
  public var agency: Code
  /// The part.
  public var part: Part
  /// When: for a record sent, when it was sent; else absent.
  public var at: Moment
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Its position in the export.
  public var source: Source

  /// A part taken in an event.
  public init(
    event: Int32, role: Role, agency: Code = .none, part: Part, at: Moment = .absent,
    feeds: FeedSet = [], source: Source = .none
  ) {
    self.event = event
    self.role = role
    self.agency = agency
    self.part = part
    self.at = at
    self.feeds = feeds
    self.source = source
  }
}

/// An attribute: one named fact of a process or an event.
public struct AttributeRow: Sendable, Hashable {
  /// The owner of an attribute.
  public enum Owner: Sendable, Hashable {
    /// A row of the processes.
    case process(Int32)
    /// A row of the events.
    case event(Int32)
  }

  /// The value of an attribute.
  public enum Value: Sendable, Hashable {
    /// Yes or no, or a flag that is set.
    case truth(Bool)
    /// A value of a code list.
    case code(Code)
    /// A role.
    case role(Role)
    /// A whole number.
    case number(Int32)
    /// A moment.
    case moment(Moment)
    /// A length of time.
    case limit(Limit)
    /// Something that is recorded and cannot be read.
    case unreadable
  }

  /// Its owner.
  public var owner: Owner
  /// Its name.
  public var name: Attribute
  /// Its value.
  public var value: Value
  /// The feeds that hold it.
  public var feeds: FeedSet
  /// Its position in the export.
  public var source: Source

  /// A fact of an owner.
  public init(
    owner: Owner, name: Attribute, value: Value, feeds: FeedSet = [], source: Source = .none
  ) {
    self.owner = owner
    self.name = name
    self.value = value
    self.feeds = feeds
    self.source = source
  }

  /// Whether another says the same of the same, wherever it stands.
  public func isSame(as other: AttributeRow) -> Bool {
    owner == other.owner && name == other.name && value == other.value
  }
}
