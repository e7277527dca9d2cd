import Clocks

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

extension CasePlanner {
  /// Plans a section 47 enquiry that a strategy discussion started, with its conference.
  ///
  /// - Parameters:
  ///   - discussion: the discussion; the enquiry opens on its day.
  ///   - intentions: what the enquiry is to come to.
  ///   - episode: its episode, which a death or a transfer closes.
  /// - Returns: the enquiry, for the episode to hold.
  mutating func planEnquiry(
    startedAt discussion: PlannedDiscussion, _ intentions: EnquiryIntentions,
    in episode: inout PlannedEpisode
  ) -> PlannedEnquiry {
    var enquiry = PlannedEnquiry(ordinal: nextOrdinal(), opened: discussion.at.day)
    enquiry.discussions = [discussion]
    enquiry.isStartMarked = intentions.isStartMarked
    var intentions = intentions
    // A death and a transfer end the enquiry in time; what is not required is known at its end.
    switch intentions.conference {
    case .childDied, .transferred, .notRequired, .heldThoughNotRequired:
      if intentions.completion == .stillOpen || intentions.conference != .notRequired {
        intentions.completion = .inTime
      }
    default: break
    }
    planCompletion(intentions.completion, of: &enquiry, startedAt: discussion.at)
    planConference(intentions.conference, of: &enquiry, startedAt: discussion.at, in: &episode)
    return enquiry
  }

  private mutating func planCompletion(
    _ intention: EnquiryIntentions.Completion, of enquiry: inout PlannedEnquiry,
    startedAt start: PlannedMoment
  ) {
    let due = start.day.adding(days: 15)
    switch intention {
    case .inTime: enquiry.completed = day(7...13, after: start.day)
    case .onLastDay: enquiry.completed = due
    case .oneDayLate: enquiry.completed = due.adding(days: 1)
    case .late: enquiry.completed = day(2...20, after: due)
    case .stillOpen: break
    }
    let outcome: KeyOutcome =
      enquiry.completed.map { $0 <= due ? .met : .metLate } ?? unsatisfied(due: due)
    for (roads, start) in starts(of: enquiry, at: start, on: .completions) {
      expect(
        .enquiryCompleted, on: roads, trigger: PlannedMoment(enquiry.opened), start: start,
        due: PlannedMoment(due), satisfied: enquiry.completed.map { PlannedMoment($0) }, outcome)
    }
  }

  private mutating func planConference(
    _ intention: EnquiryIntentions.Conference, of enquiry: inout PlannedEnquiry,
    startedAt start: PlannedMoment, in episode: inout PlannedEpisode
  ) {
    let due = arithmetic.workingDay(15, after: start.day)
    enquiry.outcome = .conference
    var held: CivilDay?
    var outcome = unsatisfied(due: due)
    switch intention {
    case .inTime: held = workingDay(7...14, after: start.day)
    case .onLastDay: held = due
    case .oneDayLate: held = arithmetic.workingDay(1, after: due)
    case .late: held = workingDay(2...15, after: due)
    case .notHeld: enquiry.outcome = .substantiated
    case .notRequired:
      enquiry.isConferenceNotRequired = true
      enquiry.outcome = random.chance(70) ? .notSubstantiated : .substantiated
      outcome = .notRequired
    case .heldThoughNotRequired:
      enquiry.isConferenceNotRequired = true
      held = workingDay(8...14, after: start.day)
    case .onlyBefore:
      held = start.day.adding(days: -random.number(2...10))
      outcome = .invalid
    case .childDied, .transferred:
      return planStop(intention, of: &enquiry, startedAt: start, due: due, in: &episode)
    }
    if let held {
      enquiry.conference = PlannedDate(held)
      if intention != .onlyBefore { outcome = held <= due ? .met : .metLate }
    }
    let counts = outcome == .met || outcome == .metLate
    expectConference(
      of: enquiry, startedAt: start, due: due, satisfied: counts ? held : nil, outcome)
  }

  /// A death is known to all but the local list and Annex A, the enquiry's own close reason to the
  /// local list and the interchange file.
  private mutating func planStop(
    _ intention: EnquiryIntentions.Conference, of enquiry: inout PlannedEnquiry,
    startedAt start: PlannedMoment, due: CivilDay, in episode: inout PlannedEpisode
  ) {
    let completed = enquiry.completed ?? start.day.adding(days: 10)
    let stopped: Road
    if intention == .childDied {
      let died = min(day(1...4, after: completed), due)
      child.died = died
      shut(&episode, on: died, .died)
      enquiry.outcome = .substantiated
      stopped = .deaths
    } else {
      enquiry.outcome = .transferred
      shut(&episode, on: completed, .transferred)
      stopped = .detailed
    }
    expectConference(of: enquiry, startedAt: start, due: due, on: stopped, .stopped)
    expectConference(
      of: enquiry, startedAt: start, due: due, on: Road.all.subtracting(stopped),
      unsatisfied(due: due))
  }

  /// Writes down the check of an enquiry's conference.
  mutating func expectConference(
    of enquiry: PlannedEnquiry, startedAt start: PlannedMoment, due: CivilDay,
    on roads: Road = .all, satisfied: CivilDay? = nil, _ outcome: KeyOutcome,
    because reason: KeyReason? = nil
  ) {
    for (roads, start) in starts(of: enquiry, at: start, on: roads) {
      expect(
        .initialConference, on: roads, trigger: PlannedMoment(enquiry.opened), start: start,
        due: PlannedMoment(due), satisfied: satisfied.map { PlannedMoment($0) }, outcome,
        because: reason)
    }
  }

  /// Where each road sees the clock start: the national formats know the discussion to the day only,
  /// and an interchange file that does not mark it starts the clock at the enquiry's own day.
  func starts(
    of enquiry: PlannedEnquiry, at start: PlannedMoment, on roads: Road
  ) -> [(Road, PlannedMoment)] {
    let toTheDay: Road = enquiry.isStartMarked ? .toTheDay : .toTheDay.union(.interchange)
    let both: [(Road, PlannedMoment)] = [
      (roads.intersection(toTheDay), PlannedMoment(enquiry.opened)),
      (roads.subtracting(toTheDay), start),
    ]
    return both.filter { !$0.0.isEmpty }
  }
}

extension CasePlanner {
  /// Plans an episode whose conference was held in time and made a plan, for scenarios about plans.
  ///
  /// - Returns: the episode with its enquiry and the day of the conference.
  mutating func planConferenceCase(
    referral: CivilDay
  ) -> (episode: PlannedEpisode, enquiry: PlannedEnquiry?, held: CivilDay) {
    let episode = planDiscussionCase(
      referral: referral, concern: .sameDay, DiscussionIntentions(), enquiry: EnquiryIntentions())
    let enquiry = episode.enquiries.first
    return (episode, enquiry, enquiry?.conference?.day ?? referral)
  }
}

/// What becomes of the meeting before a child leaves hospital.
enum StayIntention: CaseIterable, Sendable {
  case metDayBefore
  case metHoursBefore
  case metAfterwards
  case notMet
  case enquiryOver
  case stillInHospital
}

extension CasePlanner {
  /// Plans a hospital stay during an enquiry that was completed a week or more after its start.
  ///
  /// The meeting is owed on or before the discharge while the enquiry is open; nothing counts
  /// from a start, so the key has the discharge as due.
  mutating func planStay(_ intention: StayIntention, in enquiry: inout PlannedEnquiry) {
    let completed = enquiry.completed ?? enquiry.opened.adding(days: 10)
    var stay = PlannedStay(ordinal: nextOrdinal(), admitted: enquiry.opened)
    let isOver = intention == .enquiryOver
    let leaves = isOver ? completed.adding(days: 5) : enquiry.opened.adding(days: 4)
    let discharged = PlannedMoment(leaves, 15, 30)
    var outcome = KeyOutcome.met
    switch intention {
    case .metDayBefore: stay.dischargeMeeting = time(9...16, on: leaves.adding(days: -1))
    case .metHoursBefore: stay.dischargeMeeting = time(9...13, on: leaves)
    case .metAfterwards:
      stay.dischargeMeeting = PlannedMoment(leaves, 16, 0)
      outcome = .notMet
    case .notMet: outcome = .notMet
    case .enquiryOver: outcome = .notRequired
    case .stillInHospital:
      enquiry.stays.append(stay)
      return
    }
    stay.discharged = discharged
    enquiry.stays.append(stay)
    expect(
      .dischargeMeeting, on: .detailed, trigger: discharged, due: discharged,
      satisfied: outcome == .met ? stay.dischargeMeeting : nil, outcome)
  }
}
