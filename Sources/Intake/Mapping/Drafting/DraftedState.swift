/// What a word in a column of states says of its row.
enum DraftedState: Hashable, CaseIterable {
  /// What the row is about took place.
  case held
  /// It goes on.
  case live
  /// It is real, and whether something took place on a day is left open.
  case over
  /// It is to come.
  case planned
  /// It waits for something: to come for what takes place on a day, unclear for what goes on.
  case waiting
  /// It is not to be.
  case void
  /// Nobody knows.
  case unknown

  /// The words of each, as a mapping has them.
  static let words: [(state: DraftedState, words: [String])] = [
    (
      .held,
      [
        "Completed", "Complete", "Done", "Held", "Authorised", "Finished", "Attended",
        "Took place", "Taken place", "Carried out", "Successful", "Achieved",
      ]
    ),
    (
      .live,
      [
        "Started", "Open", "In progress", "Ongoing", "Active", "Current", "Allocated", "Reopened",
      ]
    ),
    (.over, ["Closed", "Ended", "Ceased", "Awaiting authorisation", "Submitted", "Approved"]),
    (
      .planned,
      [
        "Planned", "Booked", "Scheduled", "Arranged", "Proposed", "Provisional", "Incoming",
        "Not started", "Draft", "Future", "Upcoming",
      ]
    ),
    (.waiting, ["Pending", "Awaiting", "Requested", "Due", "Outstanding", "Overdue", "To do"]),
    (
      .void,
      [
        "Cancelled", "Canceled", "Abandoned", "Withdrawn", "Rearranged", "Rescheduled",
        "Postponed", "Did not attend", "DNA", "Not attended", "Not held", "Not done",
        "Not completed", "Did not take place", "No access", "Refused", "Declined", "Deleted",
        "Entered in error", "Duplicate", "Void", "Rejected", "Superseded", "Failed", "Missed",
        "Aborted", "Was not brought",
      ]
    ),
  ]

  /// Words of ``void`` that say so in any column, whatever its name.
  static let certain = WordTable(
    [
      "Cancelled", "Canceled", "Abandoned", "Rearranged", "Rescheduled", "Postponed",
      "Did not attend", "DNA", "Not attended", "Not held", "Not done", "Did not take place",
      "No access", "Entered in error", "Aborted",
    ].map { ($0, true) })

  private static let table = WordTable(
    words.flatMap { state, words in words.map { ($0, state) } })

  /// What a value says; an unknown word is ``unknown``.
  static func read(_ value: UnsafeRawBufferPointer) -> DraftedState {
    table.value(value) ?? .unknown
  }

  /// The state of an event under a word of this kind; nil where nobody knows.
  var ofEvent: String? {
    switch self {
    case .held: "held"
    case .live, .planned, .waiting: "planned"
    case .void: "cancelled"
    case .over, .unknown: nil
    }
  }

  /// Whether a process under a word of this kind is real; nil where nobody knows.
  var isOfRealProcess: Bool? {
    switch self {
    case .held, .live, .over: true
    case .planned, .void: false
    case .waiting, .unknown: nil
    }
  }
}
