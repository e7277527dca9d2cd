import Clocks

@testable import Synthesis

/// What was planted for a child, as a format shows it: one line for each event, with its day.
struct PlantedFacts {
  /// The lines: `s47_started 2025-11-05 S00000102`, with the process where the format has its id.
  private(set) var lines: Set<String> = []

  private mutating func add(_ type: String, _ day: CivilDay?, _ process: String = "") {
    guard let day else { return }
    lines.insert("\(type) \(day) \(process)")
  }

  private mutating func addNotRequired(_ process: String = "") {
    lines.insert("icpc_held not_required \(process)")
  }

  /// The tables of the Standard Safeguarding Dataset: everything, with ids.
  static func dataset(_ child: PlannedChild) -> PlantedFacts {
    var facts = PlantedFacts()
    facts.add("child_died", child.died)
    for episode in child.episodes {
      let id = child.id("E", episode.ordinal)
      facts.add("contact_received", episode.concern?.day)
      facts.add("referral_received", episode.referral, id)
      facts.add("episode_closed", episode.closed, id)
      for assessment in episode.assessments {
        let id = child.id("A", assessment.ordinal)
        facts.add("assessment_started", assessment.started, id)
        facts.add("assessment_authorised", assessment.authorised?.day, id)
      }
      facts.add("cin_plan_started", episode.cinPlan?.started, child.id("N", episode.ordinal))
      facts.add("cin_plan_ended", episode.cinPlan?.ended, child.id("N", episode.ordinal))
      facts.add("icpc_held", episode.transferInConference, id)
      for enquiry in episode.enquiries {
        let id = child.id("S", enquiry.ordinal)
        facts.add("s47_started", enquiry.opened, id)
        facts.add("s47_completed", enquiry.completed, id)
        facts.add("icpc_held", enquiry.conference?.day, id)
        if enquiry.isConferenceNotRequired { facts.addNotRequired(id) }
      }
      for plan in episode.plans {
        let id = child.id("P", plan.ordinal)
        facts.add("cp_plan_started", plan.opened, id)
        facts.add("cp_plan_ended", plan.ended, id)
        for visit in plan.visits { facts.add("cp_visit", visit, id) }
        for review in plan.reviews { facts.add("cp_review_held", review, id) }
      }
    }
    if let care = child.care {
      let id = child.id("L", care.ordinal)
      facts.addCare(care, id)
      facts.add("placement_started", care.started, id + "-S")
      facts.add("placement_started", care.moved, id + "-P")
      facts.add("placement_ended", care.moved, id + "-S")
      facts.add("placement_ended", care.ended, id + (care.moved == nil ? "-S" : "-P"))
    }
    return facts
  }

  /// The files of the SSDA903 return: the child is the id of the only period.
  static func careReturn(_ child: PlannedChild) -> PlantedFacts {
    var facts = PlantedFacts()
    guard let care = child.care else { return facts }
    facts.add("child_born", child.born)
    facts.addCare(care, child.id)
    for day in [care.started, care.moved] {
      facts.add("placement_started", day, day.map { "\(child.id)-\(british($0))" } ?? "")
    }
    return facts
  }

  /// The lists of Annex A: six months, and the latest alone, with ids of child and day.
  static func annexA(_ child: PlannedChild) -> PlantedFacts {
    var facts = PlantedFacts()
    let first = CivilDay.of(2025, 9, 30)
    func id(_ day: CivilDay) -> String { "\(child.id)-\(british(day))" }
    for episode in child.episodes {
      if let concern = episode.concern, concern.day >= first {
        facts.add("contact_received", concern.day)
      }
      if episode.referral >= first {
        facts.add("referral_received", episode.referral, id(episode.referral))
      }
      for assessment in episode.assessments
      where assessment.authorised.map({ $0.day >= first }) ?? true {
        // The days of this list are the numbers of a spreadsheet.
        let own = "\(child.id)-\(Int(assessment.started.number) + 25_569)"
        facts.add("assessment_started", assessment.started, own)
        facts.add("assessment_authorised", assessment.authorised?.day, own)
      }
      for enquiry in episode.enquiries where enquiry.opened >= first {
        facts.add("s47_started", enquiry.opened, id(enquiry.opened))
        facts.add("icpc_held", enquiry.conference?.day, id(enquiry.opened))
        if enquiry.isConferenceNotRequired, enquiry.conference == nil {
          facts.addNotRequired(id(enquiry.opened))
        }
      }
    }
    if let episode = AnnexAKey.episode(of: child) {
      facts.add("episode_closed", episode.closed, id(episode.referral))
    }
    if let plan = AnnexAKey.plan(of: child) {
      facts.add("cp_plan_started", plan.opened, id(plan.opened))
      facts.add("cp_plan_ended", plan.ended, id(plan.opened))
      facts.add("cp_visit", plan.visits.max(), id(plan.opened))
      facts.add("cp_review_held", AnnexAKey.latestReview(of: plan), id(plan.opened))
    }
    if let care = AnnexAKey.care(of: child) {
      let placed = care.moved ?? care.started
      facts.add("cla_started", care.started, id(care.started))
      facts.add("cla_ended", care.ended, id(care.started))
      facts.add("cla_review_held", care.reviews.max(), id(care.started))
      facts.add("placement_started", placed, id(placed))
    }
    return facts
  }

  private mutating func addCare(_ care: PlannedCare, _ id: String) {
    add("cla_started", care.started, id)
    add("cla_ended", care.ended, id)
    for review in care.reviews { add("cla_review_held", review, id) }
  }

  private static func british(_ day: CivilDay) -> String {
    let parts = day.description.split(separator: "-")
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }
}
