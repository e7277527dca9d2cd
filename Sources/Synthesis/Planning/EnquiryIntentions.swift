/// What a section 47 enquiry is to come to.
struct EnquiryIntentions: Sendable {
  /// What becomes of the initial conference.
  enum Conference: CaseIterable, Sendable {
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case notHeld
    case notRequired
    case heldThoughNotRequired
    case childDied
    case transferred
    case onlyBefore
  }

  /// What becomes of the enquiry itself.
  enum Completion: CaseIterable, Sendable {
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case stillOpen
  }

  var conference = Conference.inTime
  var completion = Completion.inTime
  /// Whether the interchange file marks the discussion that started the enquiry.
  var isStartMarked = true

  /// The mixture that most enquiries show.
  static func usual(_ random: inout PlantedRandom) -> EnquiryIntentions {
    EnquiryIntentions(
      conference: random.pick(
        [
          (36, .inTime), (5, .onLastDay), (2, .oneDayLate), (6, .late), (3, .notHeld),
          (46, .notRequired), (2, .heldThoughNotRequired),
        ], else: .inTime),
      completion: random.pick(
        [(78, .inTime), (5, .onLastDay), (3, .oneDayLate), (10, .late), (4, .stillOpen)],
        else: .inTime))
  }
}
