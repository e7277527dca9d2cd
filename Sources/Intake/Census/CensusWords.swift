import CaseModel
import Faults

/// The words of the vocabulary that the census maps to, looked up once.
struct CensusWords {
  let episode: ProcessKind
  let assessment: ProcessKind
  let s47: ProcessKind
  let cpPlan: ProcessKind
  let cinPlan: ProcessKind
  let preproceedings: ProcessKind
  let referralReceived: EventType
  let assessmentStarted: EventType
  let assessmentCheckpoint: EventType
  let assessmentAuthorised: EventType
  let strategyDiscussion: EventType
  let s47Started: EventType
  let icpcHeld: EventType
  let reviewHeld: EventType
  let initiated: Attribute
  let transferIn: Attribute
  let referralNFA: Attribute
  let letterSent: EventType
  let meetingHeld: EventType
  private let preproceedingsStarted: EventType
  private let closing: [EventType]
  private let child: [EventType]

  /// Looks the words up.
  ///
  /// - Throws: ``Fault`` naming the first that the vocabulary lacks.
  init(_ vocabulary: Vocabulary) throws(Fault) {
    func missing(_ word: String) -> Fault {
      Fault(
        .configuration, at: Place(file: "vocabulary.yaml"),
        "the census needs the word \"\(word)\"", next: "put the word back into the vocabulary")
    }
    func process(_ word: String) throws(Fault) -> ProcessKind {
      guard let kind = vocabulary.process(word) else { throw missing(word) }
      return kind
    }
    func event(_ word: String) throws(Fault) -> EventType {
      guard let type = vocabulary.event(word) else { throw missing(word) }
      return type
    }
    func attribute(_ word: String) throws(Fault) -> Attribute {
      guard let attribute = vocabulary.attribute(word) else { throw missing(word) }
      return attribute
    }
    episode = try process("episode")
    assessment = try process("assessment")
    s47 = try process("s47")
    cpPlan = try process("cp_plan")
    cinPlan = try process("cin_plan")
    preproceedings = try process("preproceedings")
    referralReceived = try event("referral_received")
    assessmentStarted = try event("assessment_started")
    assessmentCheckpoint = try event("assessment_checkpoint")
    assessmentAuthorised = try event("assessment_authorised")
    strategyDiscussion = try event("strategy_discussion")
    s47Started = try event("s47_started")
    icpcHeld = try event("icpc_held")
    reviewHeld = try event("cp_review_held")
    initiated = try attribute("initiated_s47")
    transferIn = try attribute("transfer_in")
    referralNFA = try attribute("referral_nfa")
    letterSent = try event("pp_letter_sent")
    meetingHeld = try event("pp_meeting_held")
    preproceedingsStarted = try event("pp_started")
    closing = [
      vocabulary[episode].closedBy, vocabulary[cpPlan].openedBy, vocabulary[cpPlan].closedBy,
      vocabulary[cinPlan].openedBy, vocabulary[cinPlan].closedBy,
    ]
    child = [try event("child_born"), try event("child_expected"), try event("child_died")]
  }

  /// Writes into a feed what a census of a year carries: everything to the day, episodes whole.
  ///
  /// Pre-proceedings are in a census from ``firstYearOfPreProceedings`` on: their start, the letter,
  /// and of the meetings only the first.
  func describe(_ feed: inout Feed, year: Int?) {
    let all = [
      referralReceived, assessmentStarted, assessmentCheckpoint, assessmentAuthorised, s47Started,
      icpcHeld, reviewHeld,
    ]
    for type in all + closing + child { feed.events[type] = EventCoverage() }
    // Of all discussions a census holds only the one that started the enquiry.
    feed.events[strategyDiscussion] = EventCoverage(depth: .latest)
    if let year, year >= Self.firstYearOfPreProceedings {
      feed.events[preproceedingsStarted] = EventCoverage()
      feed.events[letterSent] = EventCoverage()
      feed.events[meetingHeld] = EventCoverage(depth: .latest)
    }
    feed.attributes = [initiated, transferIn, referralNFA]
    feed.closeReasons = [episode]
  }

  /// The first year whose census holds pre-proceedings.
  static let firstYearOfPreProceedings = 2027

  /// The close reasons of the census codes RC1 to RC9.
  static let closeReasons = [
    "adopted", "died", "child_arrangements_order", "special_guardianship", "transferred",
    "adult_services", "no_longer_in_need", "closed_after_assessment", "closed_to_early_help",
  ]
}
