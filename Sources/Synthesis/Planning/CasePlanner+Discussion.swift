import Clocks

/// What the parts of a strategy discussion are to come to.
struct DiscussionIntentions: Sendable {
  /// Who is to be there.
  enum Attendance: CaseIterable, Sendable {
    case complete
    case schoolNurseForHealth
    case noTeamManager
    case policeMissing
    case policeApologies
    case policeInvited
    case healthMissing
    case healthApologies
  }

  /// What becomes of the strategy meeting.
  enum Meeting: CaseIterable, Sendable {
    case notNeeded
    case notKnown
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case notHeld
  }

  /// Who is to chair the strategy meeting.
  enum Chair: CaseIterable, Sendable {
    case teamManager
    case headOfService
    case socialWorker
    case notRecorded
    case teamManagerComplex
    case serviceManagerComplex
    case teamManagerPerhapsComplex
    case serviceManagerPerhapsComplex
  }

  /// Who is to be at the strategy meeting.
  enum MeetingAttendance: CaseIterable, Sendable {
    case complete
    case policeApologies
    case policeMissing
  }

  /// What becomes of the follow-up meeting.
  enum FollowUp: CaseIterable, Sendable {
    case notNeeded
    case notKnown
    case inTime
    case onLastDay
    case oneDayLate
    case late
    case notHeld
  }

  /// What becomes of the record.
  enum Circulation: CaseIterable, Sendable {
    case inTime
    case sameDay
    case lastOneOnLastDay
    case lastOneLate
    case allLate
    case oneMissing
    case notSent
  }

  var attendance = Attendance.complete
  var meeting = Meeting.notNeeded
  var chair = Chair.teamManager
  var meetingAttendance = MeetingAttendance.complete
  var followUp = FollowUp.notNeeded
  var circulation = Circulation.inTime

  /// The mixture that most discussions show.
  static func usual(_ random: inout PlantedRandom) -> DiscussionIntentions {
    DiscussionIntentions(
      attendance: random.pick(
        [
          (72, .complete), (8, .schoolNurseForHealth), (5, .noTeamManager), (4, .policeMissing),
          (2, .policeApologies), (5, .healthMissing), (4, .healthApologies),
        ], else: .complete),
      meeting: random.pick(
        [(70, .notNeeded), (20, .inTime), (3, .onLastDay), (4, .late), (3, .notHeld)],
        else: .notNeeded),
      chair: random.pick(
        [(85, .teamManager), (5, .headOfService), (5, .serviceManagerComplex), (5, .socialWorker)],
        else: .teamManager),
      meetingAttendance: random.pick(
        [(90, .complete), (6, .policeApologies), (4, .policeMissing)], else: .complete),
      followUp: random.pick(
        [(75, .notNeeded), (17, .inTime), (4, .late), (4, .notHeld)], else: .notNeeded),
      circulation: random.pick(
        [
          (68, .inTime), (8, .lastOneOnLastDay), (12, .lastOneLate), (7, .oneMissing),
          (5, .notSent),
        ],
        else: .inTime))
  }
}

extension CasePlanner {
  /// Plans a strategy discussion with its meeting, its follow-up and the record of it.
  ///
  /// - Parameters:
  ///   - at: when it is held; at least thirty days before the as-of day, but for the ones that are
  ///     to stay open.
  ///   - intentions: what its parts are to come to.
  ///   - startedEnquiry: whether a section 47 enquiry was started at it.
  /// - Returns: the discussion, for an episode or an enquiry to hold.
  mutating func planDiscussion(
    at: PlannedMoment, _ intentions: DiscussionIntentions, startedEnquiry: Bool
  ) -> PlannedDiscussion {
    var discussion = PlannedDiscussion(ordinal: nextOrdinal(), at: at)
    discussion.startedEnquiry = startedEnquiry
    planAttendance(intentions.attendance, of: &discussion)
    planMeeting(intentions, of: &discussion)
    planFollowUp(intentions.followUp, of: &discussion)
    planCirculation(intentions.circulation, of: &discussion)
    return discussion
  }

  private mutating func planAttendance(
    _ intention: DiscussionIntentions.Attendance, of discussion: inout PlannedDiscussion
  ) {
    var parts: [(PlannedRole, PlannedPart)] = [(.socialWorker, .attended)]
    if intention != .noTeamManager { parts.append((.teamManager, .attended)) }
    switch intention {
    case .policeMissing: break
    case .policeApologies: parts.append((.police, .apologies))
    case .policeInvited: parts.append((.police, .invited))
    default: parts.append((.police, .attended))
    }
    switch intention {
    case .healthMissing: break
    case .healthApologies: parts.append((.health, .apologies))
    case .schoolNurseForHealth: parts.append((.schoolNurse, .attended))
    default: parts.append((.health, .attended))
    }
    if random.chance(40) { parts.append((.education, .attended)) }
    if random.chance(10) { parts.append((.probation, .apologies)) }
    discussion.participants = parts.map { PlannedParticipant(role: $0.0, part: $0.1) }

    let national: KeyOutcome =
      switch intention {
      case .complete, .schoolNurseForHealth, .noTeamManager: .met
      default: .notMet
      }
    let local: KeyOutcome = intention == .noTeamManager ? .notMet : national
    let day = PlannedMoment(discussion.at.day)
    expect(
      .strategyAttendance, on: .detailed, trigger: discussion.at, start: day, due: day,
      satisfied: day, national)
    expect(
      .localAttendance, on: .detailed, trigger: discussion.at, start: day, due: day,
      satisfied: day, local)
  }

  private mutating func planFollowUp(
    _ intention: DiscussionIntentions.FollowUp, of discussion: inout PlannedDiscussion
  ) {
    let due = discussion.at.day.adding(days: 3)
    var held: CivilDay?
    var outcome = unsatisfied(due: due)
    discussion.isFollowUpNeeded = true
    switch intention {
    case .notNeeded:
      discussion.isFollowUpNeeded = false
      outcome = .notRequired
    case .notKnown:
      discussion.isFollowUpNeeded = nil
      outcome = .notEvaluable
    case .inTime: held = day(1...2, after: discussion.at.day)
    case .onLastDay: held = due
    case .oneDayLate: held = due.adding(days: 1)
    case .late: held = day(2...12, after: due)
    case .notHeld: break
    }
    if let held {
      discussion.followUp = time(9...16, on: held)
      outcome = held <= due ? .met : .metLate
    }
    expect(
      .followUp, on: .detailed, trigger: discussion.at, start: discussion.at,
      due: PlannedMoment(due), satisfied: discussion.followUp, outcome,
      because: intention == .notKnown ? .valueMissing : nil)
  }

  private mutating func planCirculation(
    _ intention: DiscussionIntentions.Circulation, of discussion: inout PlannedDiscussion
  ) {
    let due = arithmetic.workingDay(1, after: discussion.at.day)
    let roles = discussion.participants.filter { $0.part == .attended }.map(\.role)
    let first = time(9...12, on: due)
    var last = first
    var outcome = KeyOutcome.met
    switch intention {
    case .inTime: break
    case .sameDay:
      // A discussion without a time has no hour after it; its record follows the next day.
      if let minute = discussion.at.minute {
        last = PlannedMoment(discussion.at.day, minute: min(minute + 45, 1439))
      }
    case .lastOneOnLastDay: last = PlannedMoment(due, 16, 55)
    case .lastOneLate, .allLate:
      last = time(9...16, on: workingDay(1...6, after: due))
      outcome = .metLate
    case .oneMissing, .notSent: outcome = unsatisfied(due: due)
    }
    let sendsAtOnce = intention == .sameDay || intention == .allLate
    discussion.circulation = roles.map {
      PlannedCirculation(role: $0, at: sendsAtOnce ? last : first)
    }
    switch intention {
    case .lastOneOnLastDay, .lastOneLate: discussion.circulation[roles.count - 1].at = last
    case .oneMissing: discussion.circulation.removeLast()
    case .notSent: discussion.circulation = []
    default: break
    }
    let isSatisfied = outcome == .met || outcome == .metLate
    expect(
      .recordCirculated, on: .detailed, trigger: discussion.at, start: discussion.at,
      due: PlannedMoment(due), satisfied: isSatisfied ? last : nil, outcome)
  }
}
