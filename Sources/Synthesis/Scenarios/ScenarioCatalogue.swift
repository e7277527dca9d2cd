/// One family of cases: it picks what is to come of a case, and plans the case so.
protocol Scenario: SendableMetatype {
  /// Plans a child.
  ///
  /// - Parameters:
  ///   - planner: the child's planner.
  ///   - turn: how many children before this one the family has had, so that it can take each of
  ///     its intentions in turn.
  static func plan(with planner: inout CasePlanner, turn: Int)
}

extension Scenario {
  /// The element whose turn it is.
  static func element<Element>(of elements: [Element], turn: Int) -> Element {
    elements[turn % elements.count]
  }
}

/// Which family a child's case comes from: a hundred slots, dealt out in a fixed order.
enum ScenarioCatalogue {
  /// The families and how many children in a hundred each has.
  static let families: [(slots: Int, scenario: any Scenario.Type)] = [
    (34, UsualAssessments.self),
    (4, AssessmentIntentions.self),
    (15, UsualEnquiries.self),
    (4, ConferenceIntentions.self),
    (12, UsualPlans.self),
    (4, ReviewChains.self),
    (2, CoreGroupIntentions.self),
    (1, TransferredPlans.self),
    (3, ConcernIntentions.self),
    (2, AttendanceIntentions.self),
    (2, CirculationIntentions.self),
    (2, MeetingIntentions.self),
    (1, FollowUpIntentions.self),
    (1, TwoDiscussions.self),
    (2, HospitalStays.self),
    (3, PoliceProtections.self),
    (3, Boundaries.self),
    (2, LatelyOpened.self),
    (3, PlantedFaults.self),
  ]

  /// The family of the child at an index and its turn in it.
  static func scenario(of index: Int) -> (scenario: any Scenario.Type, turn: Int) {
    // 37 and 100 share no factor: each slot comes once in a hundred, and families are mixed.
    var slot = index % 100 * 37 % 100
    for (slots, scenario) in families {
      if slot < slots { return (scenario, index / 100 * slots + slot) }
      slot -= slots
    }
    return (UsualAssessments.self, index)
  }

  /// Plans the child at an index.
  static func child(at index: Int, seed: UInt64, arithmetic: PlantedArithmetic) -> PlannedChild {
    var planner = CasePlanner(index: index, seed: seed, arithmetic: arithmetic)
    let (scenario, turn) = scenario(of: index)
    scenario.plan(with: &planner, turn: turn)
    planner.planEarlierEpisodes()
    planner.planPerson()
    // The care of a child has chances of its own, so that the other exports are what they were.
    if index % 7 == 3 {
      planner.planCare(turn: index / 7, PlantedRandom(seed: ~seed, child: index))
    }
    return planner.child
  }
}
