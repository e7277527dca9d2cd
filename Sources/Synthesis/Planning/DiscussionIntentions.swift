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
