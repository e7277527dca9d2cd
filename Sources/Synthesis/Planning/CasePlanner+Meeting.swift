import Clocks

extension CasePlanner {
  /// Plans the strategy meeting of a discussion: within 5 working days where one is needed.
  mutating func planMeeting(
    _ intentions: DiscussionIntentions, of discussion: inout PlannedDiscussion
  ) {
    let due = arithmetic.workingDay(5, after: discussion.at.day)
    var held: CivilDay?
    var outcome = unsatisfied(due: due)
    discussion.isMeetingNeeded = true
    switch intentions.meeting {
    case .notNeeded:
      discussion.isMeetingNeeded = false
      outcome = .notRequired
    case .notKnown:
      // Due if one is needed, not required if none is: the record leaves both open.
      discussion.isMeetingNeeded = nil
      outcome = .notEvaluable
    case .inTime: held = workingDay(1...4, after: discussion.at.day)
    case .onLastDay: held = due
    case .oneDayLate: held = arithmetic.workingDay(1, after: due)
    case .late: held = workingDay(2...8, after: due)
    case .notHeld: break
    }
    if let held {
      outcome = held <= due ? .met : .metLate
      discussion.meeting = planHeldMeeting(intentions, on: held, of: &discussion)
    }
    expect(
      .firstMeeting, on: .detailed, trigger: discussion.at, start: discussion.at,
      due: PlannedMoment(due), satisfied: discussion.meeting?.at, outcome,
      because: intentions.meeting == .notKnown ? .valueMissing : nil)
  }

  private mutating func planHeldMeeting(
    _ intentions: DiscussionIntentions, on day: CivilDay, of discussion: inout PlannedDiscussion
  ) -> PlannedMeeting {
    var meeting = PlannedMeeting(at: time(9...16, on: day))
    planChair(intentions.chair, of: &meeting, in: &discussion)
    planMeetingAttendance(intentions.meetingAttendance, of: &meeting)
    return meeting
  }

  private mutating func planChair(
    _ intention: DiscussionIntentions.Chair, of meeting: inout PlannedMeeting,
    in discussion: inout PlannedDiscussion
  ) {
    var outcome = KeyOutcome.met
    switch intention {
    case .teamManager: meeting.chair = .teamManager
    case .headOfService: meeting.chair = .headOfService
    case .socialWorker:
      meeting.chair = .socialWorker
      outcome = .notMet
    case .notRecorded: outcome = .notEvaluable
    case .teamManagerComplex:
      (meeting.chair, discussion.isComplexAbuse) = (.teamManager, true)
      outcome = .notMet
    case .serviceManagerComplex:
      (meeting.chair, discussion.isComplexAbuse) = (.serviceManager, true)
    case .teamManagerPerhapsComplex:
      // Senior enough unless complex abuse is suspected, which is left blank.
      (meeting.chair, discussion.isComplexAbuse) = (.teamManager, nil)
      outcome = .notEvaluable
    case .serviceManagerPerhapsComplex:
      (meeting.chair, discussion.isComplexAbuse) = (.serviceManager, nil)
    }
    let day = PlannedMoment(meeting.at.day)
    let isOpen = outcome == .notEvaluable
    expect(
      .meetingChair, on: .detailed, trigger: meeting.at, start: isOpen ? nil : day,
      due: isOpen ? nil : day, satisfied: isOpen ? nil : day, outcome,
      because: isOpen ? .valueMissing : nil)
  }

  private mutating func planMeetingAttendance(
    _ intention: DiscussionIntentions.MeetingAttendance, of meeting: inout PlannedMeeting
  ) {
    var participants = [PlannedParticipant(role: .socialWorker)]
    if let chair = meeting.chair, chair != .socialWorker {
      participants.append(PlannedParticipant(role: chair))
    }
    switch intention {
    case .complete: participants.append(PlannedParticipant(role: .police))
    case .policeApologies:
      participants.append(PlannedParticipant(role: .police, part: .apologies))
    case .policeMissing: break
    }
    if random.chance(50) { participants.append(PlannedParticipant(role: .health)) }
    meeting.participants = participants

    let day = PlannedMoment(meeting.at.day)
    guard intention == .policeMissing else {
      return expect(
        .meetingAttendance, on: .detailed, trigger: meeting.at, start: day, due: day,
        satisfied: day, intention == .complete ? .met : .notMet)
    }
    // The interchange file does not declare its lists of meetings complete; the local lists are.
    expect(
      .meetingAttendance, on: [.local, .both], trigger: meeting.at, start: day, due: day,
      satisfied: day, .notMet)
    expect(
      .meetingAttendance, on: .interchange, trigger: meeting.at, .notEvaluable,
      because: .attendanceIncomplete)
  }
}
