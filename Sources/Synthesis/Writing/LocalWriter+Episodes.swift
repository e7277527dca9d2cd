extension LocalWriter {
  /// Writes an episode and everything in it.
  mutating func write(
    _ episode: PlannedEpisode, of child: PlannedChild, faults: inout [PlantedFault]
  ) {
    if let kind = episode.fault {
      faults.append(PlantedFault(file: referrals.name, line: referrals.line, kind: kind))
    }
    writeReferral(episode, of: child)
    if episode.isDoubled {
      faults.append(PlantedFault(file: referrals.name, line: referrals.line, kind: .duplicate))
      writeReferral(episode, of: child)
    }
    let id = child.id("E", episode.ordinal)
    for discussion in episode.discussions {
      write(discussion, of: child, episode: id, enquiry: "")
    }
    for enquiry in episode.enquiries {
      write(enquiry, of: child, episode: id, faults: &faults)
    }
    for plan in episode.plans { write(plan, of: child, faults: &faults) }
  }

  private mutating func writeReferral(_ episode: PlannedEpisode, of child: PlannedChild) {
    referrals.begin(child.id)
    referrals.field(child.id("E", episode.ordinal))
    referrals.field(episode.concern)
    referrals.field(episode.category?.localWord ?? "")
    referrals.field(episode.category?.isSameDay)
    referrals.field(episode.referral)
    referrals.field(episode.isNoFurtherAction)
    referrals.field(StaffCode.team(child.team))
    referrals.field(StaffCode.worker(child.worker))
    referrals.field(episode.closed)
    referrals.field(episode.closed == nil ? "" : episode.closeReason.localWord)
    referrals.end()
  }

  private mutating func write(
    _ enquiry: PlannedEnquiry, of child: PlannedChild, episode: String,
    faults: inout [PlantedFault]
  ) {
    let id = child.id("S", enquiry.ordinal)
    if let kind = enquiry.conference?.fault(in: .local) {
      faults.append(PlantedFault(file: enquiries.name, line: enquiries.line, kind: kind))
    }
    enquiries.begin(child.id)
    enquiries.field(episode)
    enquiries.field(id)
    enquiries.field(enquiry.opened)
    enquiries.field(enquiry.completed)
    enquiries.field(enquiry.completed == nil ? "" : enquiry.outcome.localWord)
    enquiries.field(enquiry.conference)
    // Open enquiries leave the question blank, as case systems do.
    enquiries.field(enquiry.completed == nil ? nil : enquiry.isConferenceNotRequired)
    enquiries.end()
    for discussion in enquiry.discussions {
      write(discussion, of: child, episode: episode, enquiry: id)
    }
    for stay in enquiry.stays {
      hospital.begin(child.id)
      hospital.field(id)
      hospital.field(child.id("H", stay.ordinal))
      hospital.field(stay.admitted)
      hospital.field(stay.discharged)
      hospital.field(stay.dischargeMeeting)
      hospital.end()
    }
  }

  private mutating func write(
    _ discussion: PlannedDiscussion, of child: PlannedChild, episode: String, enquiry: String
  ) {
    discussions.begin(child.id)
    discussions.field(episode)
    discussions.field(enquiry)
    discussions.field(child.id("D", discussion.ordinal))
    discussions.field(discussion.at)
    discussions.field(discussion.startedEnquiry)
    discussions.field(discussion.isComplexAbuse)
    discussions.field(discussion.isMeetingNeeded)
    discussions.field(discussion.isFollowUpNeeded)
    discussions.field(discussion.meeting?.at)
    discussions.field(discussion.meeting?.chair?.localWord ?? "")
    discussions.field(discussion.followUp)
    discussions.end()
    for participant in discussion.participants {
      write(
        participant, of: child, episode: episode, enquiry: enquiry, event: "Strategy discussion",
        at: discussion.at)
    }
    if let meeting = discussion.meeting {
      for participant in meeting.participants {
        write(
          participant, of: child, episode: episode, enquiry: enquiry, event: "Strategy meeting",
          at: meeting.at)
      }
    }
    for sent in discussion.circulation {
      circulation.begin(child.id)
      circulation.field(episode)
      circulation.field(enquiry)
      circulation.field(sent.role.localWord)
      circulation.field(sent.at)
      circulation.end()
    }
  }

  private mutating func write(
    _ participant: PlannedParticipant, of child: PlannedChild, episode: String, enquiry: String,
    event: String, at moment: PlannedMoment
  ) {
    attendance.begin(child.id)
    attendance.field(episode)
    attendance.field(enquiry)
    attendance.field(event)
    attendance.field(moment)
    attendance.field(participant.role.localWord)
    attendance.field(participant.part.localWord)
    attendance.end()
  }

  private mutating func write(
    _ plan: PlannedPlan, of child: PlannedChild, faults: inout [PlantedFault]
  ) {
    let id = child.id("P", plan.ordinal)
    if let kind = plan.fault {
      faults.append(PlantedFault(file: plans.name, line: plans.line, kind: kind))
    }
    plans.begin(child.id)
    plans.field(plan.enquiry.map { child.id("S", $0) } ?? "")
    plans.field(id)
    plans.field(plan.opened)
    plans.field(plan.ended)
    plans.end()
    for (index, coreGroup) in plan.coreGroups.enumerated() {
      if let kind = coreGroup.fault(in: .local) {
        faults.append(PlantedFault(file: planEvents.name, line: planEvents.line, kind: kind))
      }
      writeEvent("Core group", coreGroup, of: child, plan: id)
      guard plan.isDoubled, index == 0 else { continue }
      faults.append(PlantedFault(file: planEvents.name, line: planEvents.line, kind: .duplicate))
      writeEvent("Core group", coreGroup, of: child, plan: id)
    }
    for visit in plan.visits { writeEvent("CP visit", PlannedDate(visit), of: child, plan: id) }
    for (index, review) in plan.reviews.enumerated() {
      if plan.reviews[..<index].contains(review) {
        faults.append(PlantedFault(file: planEvents.name, line: planEvents.line, kind: .duplicate))
      }
      writeEvent("Review conference", PlannedDate(review), of: child, plan: id)
    }
  }

  private mutating func writeEvent(
    _ event: String, _ date: PlannedDate, of child: PlannedChild, plan: String
  ) {
    planEvents.begin(child.id)
    planEvents.field(plan)
    planEvents.field(event)
    planEvents.field(date)
    planEvents.end()
  }
}
